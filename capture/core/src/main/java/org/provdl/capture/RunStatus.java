package org.provdl.capture;

/** How a run, a trial or a study ended. */
public enum RunStatus {
  /** To its planned end. */
  COMPLETED,
  /** By an error. */
  FAILED,
  /** Before its end, without an error. */
  INTERRUPTED
}
