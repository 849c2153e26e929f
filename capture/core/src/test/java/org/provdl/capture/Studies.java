package org.provdl.capture;

import java.util.Map;

/** A study for tests, the same each time. */
final class Studies {

  private Studies() {}

  static Study.Builder digits(Capture capture) {
    return Study.builder(capture, "digits search")
        .experiment("first tries")
        .operator("ada")
        .maximize("accuracy", Split.TEST)
        .withoutProgress();
  }

  /**
   * Tells a whole study: a trial with a run, one whose objective is not a number, one that fails
   * and one of a tuner with a value that nobody planned.
   */
  static void tellAll(Study study, Capture capture) {
    Trial first = study.next().orElseThrow();
    try (TrainingRun run = capture.start(RunDescription.named("digits").inTrial(first))) {
      run.startEpoch();
      run.endEpoch();
    }
    first.succeeded(0.75);
    study.next().orElseThrow().succeeded(Double.NaN);
    study.next().orElseThrow().failed(new IllegalStateException("no memory \"left\" \u2603"));
    study.propose(Map.of("warm-up steps", 5)).succeeded(0.5);
  }
}
