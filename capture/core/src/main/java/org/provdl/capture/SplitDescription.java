package org.provdl.capture;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a split beside its counts and shapes. What is null or empty is not known.
 *
 * @param iterator the name of the class that gives its batches
 * @param batchSize how many examples are read at a time
 * @param shuffleSeed what the generator of random numbers started from that put it in order
 * @param labelNames the names of the classes, in order of their index
 * @param labelDistribution how many examples each class has, in order of its index
 */
public record SplitDescription(
    @Nullable String iterator,
    @Nullable Long batchSize,
    @Nullable Long shuffleSeed,
    List<String> labelNames,
    List<Long> labelDistribution) {

  /** Nothing is known. */
  public static final SplitDescription UNKNOWN =
      new SplitDescription(null, null, null, List.of(), List.of());

  /**
   * Copies the lists.
   *
   * @param iterator the name of the class that gives its batches
   * @param batchSize how many examples are read at a time
   * @param shuffleSeed what the generator of random numbers started from
   * @param labelNames the names of the classes
   * @param labelDistribution how many examples each class has
   */
  public SplitDescription {
    labelNames = List.copyOf(labelNames);
    labelDistribution = List.copyOf(labelDistribution);
  }

  /**
   * Names the class that gives the batches.
   *
   * @param name its name
   * @return a description that has it
   */
  public SplitDescription withIterator(String name) {
    return new SplitDescription(name, batchSize, shuffleSeed, labelNames, labelDistribution);
  }

  /**
   * Says how many examples are read at a time.
   *
   * @param examples how many
   * @return a description that has it
   */
  public SplitDescription withBatchSize(long examples) {
    return new SplitDescription(iterator, examples, shuffleSeed, labelNames, labelDistribution);
  }

  /**
   * Says how the examples were put in order.
   *
   * @param seed what the generator of random numbers started from
   * @return a description that has it
   */
  public SplitDescription withShuffleSeed(long seed) {
    return new SplitDescription(iterator, batchSize, seed, labelNames, labelDistribution);
  }

  /**
   * Names the classes.
   *
   * @param names in order of their index
   * @return a description that has them
   */
  public SplitDescription withLabelNames(List<String> names) {
    return new SplitDescription(iterator, batchSize, shuffleSeed, names, labelDistribution);
  }

  /**
   * Says how many examples each class has.
   *
   * @param counts in order of the classes' index
   * @return a description that has them
   */
  public SplitDescription withLabelDistribution(List<Long> counts) {
    return new SplitDescription(iterator, batchSize, shuffleSeed, labelNames, counts);
  }
}
