package org.provdl.capture;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a graph says of the data of a split, as far as it helps to read it again.
 *
 * @param reader what gives its batches; null where that is not recorded
 * @param sources the files that it was made from, whichever steps lie between
 * @param shuffleSeed what put it in order; null where unknown
 */
public record RecordedSplit(
    @Nullable DataReader reader, List<Source> sources, @Nullable Long shuffleSeed) {

  /**
   * A file that data came from.
   *
   * @param name what people call it
   * @param location where it was: a path, {@code classpath:} and a resource, or a URI
   * @param sha256 the hash of its content; null where it was not read
   * @param sizeInBytes its length; null where it was not read
   */
  public record Source(
      String name, String location, @Nullable String sha256, @Nullable Long sizeInBytes) {}

  /**
   * Copies the list.
   *
   * @param reader what gives its batches
   * @param sources the files that it was made from
   * @param shuffleSeed what put it in order
   */
  public RecordedSplit {
    sources = List.copyOf(sources);
  }
}
