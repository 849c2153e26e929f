package org.provdl.trackers;

/** The runs that another program has recorded somewhere. */
@FunctionalInterface
public interface TrackedRuns {

  /** Takes what is read, one thing after the other. */
  interface Reader {

    /**
     * Takes a run.
     *
     * @param run what was recorded of it
     */
    void run(TrackedRun run);

    /**
     * Takes what could not be read; the rest goes on.
     *
     * @param problem one line: what, where and why
     */
    void problem(String problem);
  }

  /**
   * Reads all runs, in an order that is the same each time.
   *
   * @param reader takes them
   * @throws UnreadableSourceException if nothing can be read there at all
   */
  void read(Reader reader);
}
