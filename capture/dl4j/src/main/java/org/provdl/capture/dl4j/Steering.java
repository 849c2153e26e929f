package org.provdl.capture.dl4j;

import java.time.Duration;
import org.deeplearning4j.earlystopping.termination.EpochTerminationCondition;
import org.provdl.capture.Capture;
import org.provdl.queries.Condition;

/**
 * What is done in a training where a condition holds. Made by {@link
 * ProvenanceListener#when(Condition)}; not thread-safe.
 *
 * <p>Where the store is slow or away, the question fails or its answer is late, the answer counts
 * as no: training goes on, that is logged once, and the question is asked less often until it has
 * an answer again.
 */
public final class Steering {

  /** The default longest time in seconds that training waits for an answer: {@value}. */
  public static final long DEFAULT_PATIENCE_SECONDS = 2;

  private final Condition condition;
  private final Capture capture;
  private final String run;
  private final SteeringRule.Adaptation adaptation;
  private final SteeringRules rules;
  private Duration patience = Duration.ofSeconds(DEFAULT_PATIENCE_SECONDS);
  private int cooldown;
  private int times = Integer.MAX_VALUE;

  Steering(
      Condition condition,
      Capture capture,
      String run,
      SteeringRule.Adaptation adaptation,
      SteeringRules rules) {
    this.condition = condition;
    this.capture = capture;
    this.run = run;
    this.adaptation = adaptation;
    this.rules = rules;
  }

  /**
   * Sets how long training waits for an answer.
   *
   * @param longest the time for the store to take the epoch and to answer, together; by default
   *     {@value #DEFAULT_PATIENCE_SECONDS} seconds
   * @return this
   * @throws IllegalArgumentException if it is not above zero
   */
  public Steering patience(Duration longest) {
    if (longest.isZero() || longest.isNegative()) {
      throw new IllegalArgumentException("The patience must be above zero, not " + longest + ".");
    }
    this.patience = longest;
    return this;
  }

  /**
   * Sets how many epochs a rule lets pass after a change without asking.
   *
   * @param epochs by default 0: it is asked after each epoch
   * @return this
   * @throws IllegalArgumentException if it is below 0
   */
  public Steering cooldown(int epochs) {
    if (epochs < 0) {
      throw new IllegalArgumentException("The cooldown must be 0 or more, not " + epochs + ".");
    }
    this.cooldown = epochs;
    return this;
  }

  /**
   * Sets how often a rule changes the network in all.
   *
   * @param most how many times; by default without end
   * @return this
   * @throws IllegalArgumentException if it is below 1
   */
  public Steering atMost(int most) {
    if (most < 1) {
      throw new IllegalArgumentException("A rule changes 1 time or more, not " + most + ".");
    }
    this.times = most;
    return this;
  }

  /**
   * Changes the network where the condition holds after an epoch, before the first iteration of the
   * next. Each setting that it changes is recorded as an adaptation whose reason is the name of the
   * condition and whose agent is this rule, described by the text of the question.
   *
   * <p>It can change, not stop: {@code fit} offers no way to stop. Nothing happens in a training by
   * several workers, such as that of a {@code ParallelWrapper}. A change that throws is logged, and
   * not tried again.
   *
   * @param rule what people call the rule; rules of the same name are the same agent in all runs
   * @param change what changes the network, such as {@code () -> network.setLearningRate(1e-3)};
   *     called on the training thread
   * @throws IllegalArgumentException if the name is blank
   */
  public void adapt(String rule, Runnable change) {
    SteeringRule.agent(rule, condition); // refuses a blank name now
    rules.add(new SteeringRule(rule, live(), adaptation, change, cooldown, times));
  }

  /**
   * Ends training where the condition holds after an epoch: for {@code
   * EarlyStoppingConfiguration.Builder.epochTerminationConditions}. It sees the score of the epoch
   * if the trainer has the {@link ProvenanceListener#earlyStopping() listener}, which then records
   * the name of the condition as the reason, and as the agent, described by the text of the
   * question. There is none to be asked after each iteration: the store sees an epoch when it has
   * ended.
   *
   * @return the condition, for the training of this run
   */
  public EpochTerminationCondition stop() {
    return new AskTerminationCondition(live());
  }

  private LiveCondition live() {
    return new LiveCondition(condition, capture, run, patience);
  }
}
