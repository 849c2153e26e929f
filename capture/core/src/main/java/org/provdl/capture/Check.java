package org.provdl.capture;

import org.jspecify.annotations.Nullable;

/**
 * One thing that was compared with what was recorded of it.
 *
 * @param subject what was looked at, in words
 * @param recorded what the record says; null where nothing
 * @param found what there is now; null where nothing
 * @param verdict what follows
 */
public record Check(
    String subject, @Nullable String recorded, @Nullable String found, Verdict verdict) {

  /** What follows from a comparison. */
  public enum Verdict {
    /** It is what was recorded. */
    SAME,
    /** It is something else, which may or may not matter. */
    DIFFERENT,
    /** Nobody can tell. */
    UNKNOWN,
    /** The run cannot be trained again for that. */
    IMPOSSIBLE
  }

  /**
   * Compares two texts; unknown where nothing was recorded.
   *
   * @param subject what was looked at
   * @param recorded what the record says
   * @param found what there is now
   * @return the check
   */
  public static Check compare(String subject, @Nullable String recorded, @Nullable String found) {
    Verdict verdict =
        recorded == null
            ? Verdict.UNKNOWN
            : recorded.equals(found) ? Verdict.SAME : Verdict.DIFFERENT;
    return new Check(subject, recorded, found, verdict);
  }

  /**
   * Says that a run cannot be trained again.
   *
   * @param subject what stands in the way
   * @param reason why, and what to do where something can be done
   * @return the check
   */
  public static Check impossible(String subject, String reason) {
    return new Check(subject, null, reason, Verdict.IMPOSSIBLE);
  }
}
