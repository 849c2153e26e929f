package org.provdl.capture.dl4j;

import org.provdl.capture.Responsible;
import org.provdl.capture.Setting;
import org.provdl.capture.TrainingRun;

/**
 * Watches the size of the batches. Another size is a change when it comes twice in a row, or opens
 * two epochs in a row; the smaller last batch of an epoch is none.
 */
final class BatchSizes {

  private static final String NAME = "batchSize";

  private final TrainingRun run;
  private int inForce;
  private int candidate;
  private long candidateFrom;
  private boolean candidateOpensEpoch;
  private boolean opening;

  BatchSizes(TrainingRun run) {
    this.run = run;
  }

  void startEpoch() {
    opening = true;
    if (!candidateOpensEpoch) {
      candidate = 0;
    }
  }

  /** Takes note of the batch of the iteration that the run is told next. */
  void see(int size) {
    if (inForce == 0) {
      inForce = size;
      run.choose(Setting.ofModel(NAME, size));
    } else if (size == inForce) {
      candidate = 0;
    } else if (size == candidate) {
      inForce = size;
      candidate = 0;
      run.adapt(
          Setting.ofModel(NAME, size),
          "batches of another size",
          Responsible.OPERATOR,
          candidateFrom);
    } else {
      candidate = size;
      candidateFrom = run.nextIteration();
      candidateOpensEpoch = opening;
    }
    opening = false;
  }
}
