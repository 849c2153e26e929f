package org.provdl.interchange.constraints;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The violations found in a document: the first of them, and how many. */
final class Found {

  private final Set<Violation> kept = new LinkedHashSet<>();
  private long count;

  /** Keeps a violation, once. */
  void add(Violation violation) {
    if (isFull()) {
      count();
    } else if (kept.add(violation)) {
      count();
    }
  }

  /** Counts one that need not be written down. */
  void count() {
    count++;
  }

  /** {@return whether no more are kept} */
  boolean isFull() {
    return kept.size() >= Verdict.KEPT;
  }

  Verdict verdict() {
    return new Verdict(count, List.copyOf(kept));
  }
}
