package org.provdl.capture;

import java.util.List;

/** A run that is about to be trained again. */
public interface Reproduction {

  /**
   * What was compared before the training.
   *
   * @return data, environment, code and what else there is to tell
   */
  List<Check> checks();

  /**
   * Whether nothing stands in the way.
   *
   * @return false where any check says that it is impossible
   */
  default boolean isPossible() {
    return checks().stream().noneMatch(check -> check.verdict() == Check.Verdict.IMPOSSIBLE);
  }

  /**
   * Trains, on this thread and to the end, and evaluates as the run did.
   *
   * @param capture records the new run, as one that reproduces the old
   * @return the IRI of the new run, which has ended
   * @throws IllegalStateException if it is not possible
   * @throws Exception what reading the data or training throws; the new run has failed then
   */
  String train(Capture capture) throws Exception;
}
