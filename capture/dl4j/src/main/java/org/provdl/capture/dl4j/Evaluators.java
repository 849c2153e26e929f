package org.provdl.capture.dl4j;

import org.jspecify.annotations.Nullable;
import org.nd4j.evaluation.BaseEvaluation;
import org.nd4j.evaluation.IEvaluation;

/** How evaluations are made, as ND4J describes those that have seen no data yet. */
final class Evaluators {

  private Evaluators() {}

  /** The description of one like that; null where ND4J makes none. */
  static @Nullable String describe(IEvaluation<?> evaluation) {
    try {
      return ((IEvaluation<?>) evaluation.newInstance()).toJson();
    } catch (RuntimeException e) {
      return null;
    }
  }

  /**
   * Makes a new one.
   *
   * @throws IllegalArgumentException if the description is none, or not of an evaluation
   */
  static IEvaluation<?> make(String description, ClassLoader loader) {
    RecordedClasses.check(description, loader);
    return (IEvaluation<?>) BaseEvaluation.fromJson(description, IEvaluation.class).newInstance();
  }
}
