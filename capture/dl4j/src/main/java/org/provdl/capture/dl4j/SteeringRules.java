package org.provdl.capture.dl4j;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** The rules that change a network between epochs, in the order that they were given in. */
final class SteeringRules {

  private final List<SteeringRule> rules = new CopyOnWriteArrayList<>();

  void add(SteeringRule rule) {
    rules.add(rule);
  }

  /**
   * Asks, and returns the rules whose condition holds.
   *
   * @param epochs how many epochs have ended; before the first has, nothing is asked
   */
  List<SteeringRule> due(int epochs) {
    return epochs == 0 ? List.of() : rules.stream().filter(rule -> rule.isDue(epochs)).toList();
  }
}
