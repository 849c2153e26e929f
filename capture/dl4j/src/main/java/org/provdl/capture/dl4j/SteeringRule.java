package org.provdl.capture.dl4j;

import org.provdl.capture.Responsible;
import org.provdl.queries.Condition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Changes a network where a condition holds, so many times at most and not too soon after the last.
 *
 * <p>Not thread-safe: belongs to the thread that trains.
 */
final class SteeringRule {

  private static final Logger LOG = LoggerFactory.getLogger(SteeringRule.class);

  /** Changes the network and says why and by whom. */
  @FunctionalInterface
  interface Adaptation {
    void adapt(String reason, Responsible responsible, Runnable change);
  }

  private final String name;
  private final LiveCondition live;
  private final Adaptation adaptation;
  private final Runnable change;
  private final int cooldown;
  private int timesLeft;
  private int notBefore;

  SteeringRule(
      String name,
      LiveCondition live,
      Adaptation adaptation,
      Runnable change,
      int cooldown,
      int atMost) {
    this.name = name;
    this.live = live;
    this.adaptation = adaptation;
    this.change = change;
    this.cooldown = cooldown;
    this.timesLeft = atMost;
  }

  /** Whether the network is to be changed now that so many epochs have ended. */
  boolean isDue(int epochs) {
    if (timesLeft == 0 || epochs < notBefore || !live.holds()) {
      return false;
    }
    notBefore = epochs + 1 + cooldown;
    return true;
  }

  void apply() {
    timesLeft--;
    try {
      adaptation.adapt(live.condition().name(), agent(name, live.condition()), change);
    } catch (RuntimeException | Error e) {
      timesLeft = 0;
      LOG.error("The rule '{}' failed; training goes on without it.", name, e);
    }
  }

  /** The agent: a rule with its question, and that it is true. */
  static Responsible.Rule agent(String name, Condition condition) {
    return new Responsible.Rule(name, condition.definition());
  }
}
