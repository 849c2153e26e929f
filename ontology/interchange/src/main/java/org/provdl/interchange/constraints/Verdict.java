package org.provdl.interchange.constraints;

import java.util.List;

/**
 * Whether a document is valid.
 *
 * @param count how many violations were found; there may be others that these hide
 * @param violations the first of them, at most {@value #KEPT}
 */
public record Verdict(long count, List<Violation> violations) {

  /** How many violations are kept. */
  public static final int KEPT = 100;

  /**
   * Keeps a copy of the violations.
   *
   * @param count how many were found
   * @param violations the first of them
   */
  public Verdict {
    violations = List.copyOf(violations);
  }

  /** {@return whether the document, and each of its bundles, is valid} */
  public boolean isValid() {
    return count == 0;
  }
}
