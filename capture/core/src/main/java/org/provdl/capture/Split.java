package org.provdl.capture;

/** The part of the data that a run trains on, validates with or tests with. */
public enum Split {
  /** What the model learns from. */
  TRAINING,
  /** What guides choices while training goes on. */
  VALIDATION,
  /** What the trained model is judged by. */
  TEST
}
