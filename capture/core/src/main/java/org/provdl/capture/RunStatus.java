package org.provdl.capture;

/** How a run, trial or study ended. One that has none of these is still running. */
public enum RunStatus {
  /** To its planned end. */
  COMPLETED,
  /** By an error. */
  FAILED,
  /** Before its end, without an error. */
  INTERRUPTED
}
