package org.provdl.capture;

import org.jspecify.annotations.Nullable;

/**
 * The values of all parameters of a model. Runs that reach, or start from, the same values after
 * the same number of updates speak of one thing: so a model that goes on elsewhere leads back to
 * where it came from.
 *
 * @param sha256 the SHA-256 of the values, 64 hexadecimal digits
 * @param iterationCount how many updates the model has had in all its life, as its framework counts
 *     them and saves them with it; null where that is not known, and then no other run is linked.
 *     It never falls while training goes on, which keeps lineage free of circles where the same
 *     values come back
 */
public record Parameters(String sha256, @Nullable Long iterationCount) {

  /**
   * Parameters of a model that keeps no count of its updates.
   *
   * @param sha256 the SHA-256 of the values, 64 hexadecimal digits
   * @return the parameters
   */
  public static Parameters of(String sha256) {
    return new Parameters(sha256, null);
  }
}
