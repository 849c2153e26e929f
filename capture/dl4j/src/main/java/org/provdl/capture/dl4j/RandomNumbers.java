package org.provdl.capture.dl4j;

import org.nd4j.linalg.api.rng.Random;
import org.nd4j.linalg.factory.Nd4j;

/**
 * The generator of random numbers of the calling thread, which dropout and the like draw from when
 * that thread trains.
 */
final class RandomNumbers {

  private RandomNumbers() {}

  /** Its whole state, of which the seed is only the beginning. */
  static String state() {
    Random generator = Nd4j.getRandom();
    return generator.rootState() + " " + generator.nodeState();
  }

  /**
   * Goes on from a state.
   *
   * @throws IllegalArgumentException if the text is no state
   */
  static void restore(String state) {
    String[] numbers = state.split(" ", -1);
    if (numbers.length != 2) {
      throw new IllegalArgumentException("\"%s\" is no state of a generator.".formatted(state));
    }
    Nd4j.getRandom().setStates(Long.parseLong(numbers[0]), Long.parseLong(numbers[1]));
  }
}
