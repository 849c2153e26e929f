package org.provdl.capture;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.jena.sparql.core.DatasetGraph;
import org.jspecify.annotations.Nullable;

/**
 * What a store says of a run, as far as it is needed to train it again and to compare the two.
 * Nothing of it is checked: a store may have been written by anybody.
 *
 * @param iri the run
 * @param name what people call it
 * @param experiment the first of the experiments that it belongs to; null for none
 * @param framework the software that trained it; null where the program itself did
 * @param configuration the framework's own description of the network; null where unknown
 * @param initial the parameters that it started from; null where unknown
 * @param initialFiles model files that hold those parameters, of any run in the store
 * @param generatorState of the random numbers as its first epoch began; null where unknown
 * @param epochs how many epochs have ended
 * @param splits by what they are for
 * @param evaluations those that can be made again, in order
 * @param trained the SHA-256 of the parameters that training ended with; null where it did not
 * @param environment facts on software and machine, by name
 * @param libraries the class path, each with name and hash
 * @param measurements all values of metrics
 * @param obstacles what makes it impossible to train it again, in words
 */
public record RecordedRun(
    String iri,
    String name,
    @Nullable String experiment,
    @Nullable String framework,
    @Nullable String configuration,
    @Nullable Parameters initial,
    List<Artifact> initialFiles,
    @Nullable String generatorState,
    int epochs,
    Map<Split, RecordedSplit> splits,
    List<RecordedEvaluation> evaluations,
    @Nullable String trained,
    Map<String, String> environment,
    Set<String> libraries,
    Set<Measurement> measurements,
    List<String> obstacles) {

  /**
   * One value of a metric, or one literal that holds many.
   *
   * @param metric its name
   * @param split what it was measured on
   * @param epoch the number of the epoch; 0 where it belongs to none
   * @param value a {@link Double}, or the text of a list
   */
  public record Measurement(String metric, String split, int epoch, Object value) {}

  /**
   * Reads a run.
   *
   * @param dataset the store, in a transaction where it has them
   * @param iri the run
   * @return what is said of it
   * @throws IllegalArgumentException if there is no such run
   */
  public static RecordedRun read(DatasetGraph dataset, String iri) {
    return new RecordedRunReader(dataset, iri).read();
  }

  /**
   * Compares what this run found with what another one found, which trained it again.
   *
   * @param again the other run
   * @return its parameters at the start and at the end, and its metrics
   */
  public List<Check> compareTo(RecordedRun again) {
    return Comparison.of(this, again);
  }
}
