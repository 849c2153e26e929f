package org.provdl.capture;

import java.util.List;
import java.util.Optional;

/**
 * How a study went, so far.
 *
 * @param winner the best trial; empty where none has given a number
 * @param reason why it won, or why none did, in words
 * @param trials all trials in order
 */
public record StudyOutcome(Optional<Trial> winner, String reason, List<Trial> trials) {

  /**
   * Copies the list.
   *
   * @param winner the best trial
   * @param reason why it won
   * @param trials all trials in order
   */
  public StudyOutcome {
    trials = List.copyOf(trials);
  }

  /** One line for people. */
  @Override
  public String toString() {
    return winner
        .map(
            trial ->
                "trial %d with %s of %s: %s"
                    .formatted(
                        trial.number(),
                        trial.values(),
                        Standings.text(trial.objective().orElse(Double.NaN)),
                        reason))
        .orElse(reason);
  }
}
