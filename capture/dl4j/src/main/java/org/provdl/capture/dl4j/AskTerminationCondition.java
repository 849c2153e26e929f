package org.provdl.capture.dl4j;

import org.deeplearning4j.earlystopping.termination.EpochTerminationCondition;
import org.provdl.capture.Responsible;

/** Ends training when the store says yes to a question. */
@SuppressWarnings("serial") // never written: it belongs to one run
final class AskTerminationCondition implements EpochTerminationCondition {

  private final LiveCondition live;
  private boolean terminated;

  AskTerminationCondition(LiveCondition live) {
    this.live = live;
  }

  @Override
  public void initialize() {
    terminated = false;
  }

  @Override
  public boolean terminate(int epoch, double score, boolean minimize) {
    terminated = live.holds();
    return terminated;
  }

  boolean hasTerminated() {
    return terminated;
  }

  Responsible.Rule responsible() {
    return SteeringRule.agent(live.condition().name(), live.condition());
  }

  /** The name of the condition, which the trainer gives as the reason. */
  @Override
  public String toString() {
    return live.condition().name();
  }
}
