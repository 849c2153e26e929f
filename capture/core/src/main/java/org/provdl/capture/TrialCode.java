package org.provdl.capture;

/** What a study does in each trial: train, and measure how well that went. */
@FunctionalInterface
public interface TrialCode {

  /**
   * Makes one trial.
   *
   * @param trial the values to try
   * @return the objective; NaN never wins
   * @throws Exception if the trial fails; the search goes on with the next
   */
  double run(Trial trial) throws Exception;
}
