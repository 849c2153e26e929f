package org.provdl.trackers;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.provdl.capture.RunStatus;

/**
 * What an import came to.
 *
 * @param runs the runs that were read, in order
 * @param problems what could not be read or said, a line each
 */
public record ImportReport(List<Run> runs, List<String> problems) {

  /** What became of a run. */
  public enum Outcome {
    /** It is there now. */
    IMPORTED,
    /** It was imported before, and the record has gone on since: what is new was added. */
    COMPLETED,
    /** It was imported before, from the same record. */
    UNCHANGED,
    /** It was imported before, and the record says something else since; nothing was written. */
    CHANGED
  }

  /**
   * One run.
   *
   * @param iri the IRI of the document that describes it
   * @param sourceId what the tracker calls it
   * @param name what people call it
   * @param experiment the experiment that groups it with others; null where there is none
   * @param status how it ended; null where it has not
   * @param settings how many settings it has
   * @param metrics how many metrics it has
   * @param files how many files it wrote that were read
   * @param outcome what became of it
   */
  public record Run(
      String iri,
      String sourceId,
      String name,
      @Nullable String experiment,
      @Nullable RunStatus status,
      int settings,
      int metrics,
      int files,
      Outcome outcome) {}

  /**
   * Copies the lists.
   *
   * @param runs the runs that were read
   * @param problems what could not be read or said
   */
  public ImportReport {
    runs = List.copyOf(runs);
    problems = List.copyOf(problems);
  }
}
