package org.provdl.capture;

/** Who changed a setting in mid-training. */
public enum Responsible {
  /** The training framework by itself, as by a schedule of the configuration. */
  FRAMEWORK,
  /** The person who runs the training, by code of theirs. */
  OPERATOR
}
