package org.provdl.interchange.constraints;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A place where a document is not valid.
 *
 * @param constraint what is violated
 * @param bundle the name of the bundle where it is; null where it is in the document itself
 * @param explanation what is wrong, for a person
 * @param statements the statements at fault, in PROV-N without attributes; those that are inferred
 *     are given by the statement they follow from
 */
public record Violation(
    Constraint constraint, @Nullable String bundle, String explanation, List<String> statements) {

  /**
   * Keeps a copy of the statements.
   *
   * @param constraint what is violated
   * @param bundle the name of the bundle, or null
   * @param explanation what is wrong
   * @param statements the statements at fault
   */
  public Violation {
    statements = List.copyOf(statements);
  }

  /** {@return the whole in one line} */
  @Override
  public String toString() {
    return constraint.label()
        + (bundle == null ? "" : " in bundle " + bundle)
        + ": "
        + explanation
        + (statements.isEmpty() ? "" : ": " + String.join(", ", statements));
  }
}
