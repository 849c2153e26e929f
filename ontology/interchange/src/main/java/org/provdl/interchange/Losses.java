package org.provdl.interchange;

import java.util.ArrayList;
import java.util.List;

/** What a syntax could not say. Used by one thread. */
public final class Losses {

  private static final int KEPT = 1000;
  private static final int LONGEST = 300;

  private final List<String> kept = new ArrayList<>();
  private long count;

  /** Creates the account of one conversion. */
  public Losses() {}

  /**
   * Says that something is not in the output.
   *
   * @param what the statement or a part of it, as a person would write it
   * @param why what the syntax lacks
   */
  void add(String what, String why) {
    count++;
    if (kept.size() < KEPT) {
      kept.add(shortened(what) + ": " + why);
    }
  }

  private static String shortened(String text) {
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "...";
  }

  /** {@return how many statements or parts of one are not in the output} */
  public long count() {
    return count;
  }

  /** {@return the first 1,000, each with the reason} */
  public List<String> reasons() {
    return List.copyOf(kept);
  }
}
