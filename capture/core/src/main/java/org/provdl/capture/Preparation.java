package org.provdl.capture;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One step that made data ready for training, such as cleaning, normalizing or splitting it: a name
 * of your own, what went in, with which parameters, and what came out.
 *
 * <pre>{@code
 * run.prepare(Preparation.named("tokenize").using(raw).with("lowercase", true).giving(Split.TRAINING));
 * }</pre>
 *
 * <p>Steps are told in the order in which they were made. A step without an input of its own works
 * on what the step before gave for the same split, or else on the sources of the split.
 *
 * @param name what people call it
 * @param inputs the files that went in; empty where it worked on the data of its splits
 * @param parameters what it was made with, in order
 * @param splits the splits that it gave data for
 * @param files the files that it wrote
 */
public record Preparation(
    String name,
    List<Artifact> inputs,
    List<Parameter> parameters,
    Set<Split> splits,
    List<Artifact> files) {

  /**
   * What a step was made with.
   *
   * @param name its name
   * @param value a value of a type that {@link Setting} knows, or the text of any other
   */
  public record Parameter(String name, Object value) {

    /**
     * Narrows the value as a {@link Setting} does.
     *
     * @param name its name
     * @param value the value, of any type
     * @throws IllegalArgumentException if the name is blank
     */
    public Parameter {
      if (name.isBlank()) {
        throw new IllegalArgumentException(
            "A parameter of a preparation step needs a name, but it is blank.");
      }
      value = Setting.narrow(value);
    }
  }

  /**
   * Copies the collections.
   *
   * @param name its name
   * @param inputs the files that went in
   * @param parameters what it was made with
   * @param splits the splits that it gave data for
   * @param files the files that it wrote
   * @throws IllegalArgumentException if the name is blank
   */
  public Preparation {
    if (name.isBlank()) {
      throw new IllegalArgumentException("A preparation step needs a name, but it is blank.");
    }
    inputs = List.copyOf(inputs);
    parameters = List.copyOf(parameters);
    splits = Set.copyOf(splits);
    files = List.copyOf(files);
  }

  /**
   * A step of which only the name is known yet.
   *
   * @param name what people call it
   * @return the step
   */
  public static Preparation named(String name) {
    return new Preparation(name, List.of(), List.of(), Set.of(), List.of());
  }

  /**
   * Adds a file that went in.
   *
   * @param input the file
   * @return a step that has it too
   */
  public Preparation using(Artifact input) {
    return new Preparation(name, plus(inputs, input), parameters, splits, files);
  }

  /**
   * Adds a parameter. Where the name comes twice, both are kept.
   *
   * @param parameter its name
   * @param value its value, of any type; null is the text {@code null}
   * @return a step that has it too
   */
  public Preparation with(String parameter, @Nullable Object value) {
    Parameter added = new Parameter(parameter, value == null ? "null" : value);
    return new Preparation(name, inputs, plus(parameters, added), splits, files);
  }

  /**
   * Adds a split that it gave data for.
   *
   * @param split the split
   * @return a step that has it too
   */
  public Preparation giving(Split split) {
    Set<Split> more = EnumSet.of(split);
    more.addAll(splits);
    return new Preparation(name, inputs, parameters, more, files);
  }

  /**
   * Adds a file that it wrote.
   *
   * @param file the file
   * @return a step that has it too
   */
  public Preparation giving(Artifact file) {
    return new Preparation(name, inputs, parameters, splits, plus(files, file));
  }

  private static <T> List<T> plus(List<T> list, T element) {
    List<T> more = new ArrayList<>(list);
    more.add(element);
    return more;
  }
}
