package org.provdl.capture;

/** How a run ended. A run that has none of these is still running. */
enum RunStatus {
  COMPLETED,
  FAILED,
  INTERRUPTED
}
