package org.provdl.interchange.constraints;

import org.apache.jena.graph.Node;
import org.jspecify.annotations.Nullable;
import org.provdl.interchange.Statement;
import org.provdl.interchange.StatementKind;

/**
 * Says statements in full (definitions 1 to 4): what is not said is an existential variable, except
 * where {@code -} means that there is none.
 */
final class Definitions {

  /** The places of a derivation's activity and of an association's plan. */
  static final int ACTIVITY = 2;

  static final int PLAN = 2;

  private Definitions() {}

  /** {@return how many of its first arguments a statement must have} */
  static int mandatory(StatementKind kind) {
    return switch (kind) {
      case ENTITY, ACTIVITY, AGENT -> 0;
      case GENERATION, USAGE, START, END, INVALIDATION, ASSOCIATION -> 1;
      case MENTION, DICTIONARY_MEMBERSHIP -> 3;
      default -> 2;
    };
  }

  /** {@return the place of a mandatory argument that a statement lacks; -1 if it lacks none} */
  static int lacking(Statement statement) {
    for (int i = 0; i < mandatory(statement.kind()); i++) {
      if (statement.argument(i) == null) {
        return i;
      }
    }
    return -1;
  }

  /** {@return the statement in full} */
  static Fact expand(Statement statement, Terms terms) {
    StatementKind kind = statement.kind();
    int[] arguments = new int[kind.arguments().size()];
    for (int i = 0; i < arguments.length; i++) {
      arguments[i] =
          statement.argument(i) == null && isPlaceholder(statement, i)
              ? Terms.PLACEHOLDER
              : term(statement.argument(i), terms);
    }
    return new Fact(kind, term(statement.id(), terms), arguments, null);
  }

  /**
   * Whether {@code -} means that there is none: of a plan; of a derivation's activity, and of its
   * generation and usage if it has no activity.
   */
  private static boolean isPlaceholder(Statement statement, int place) {
    return (statement.kind() == StatementKind.ASSOCIATION && place == PLAN)
        || (statement.kind() == StatementKind.DERIVATION && statement.argument(ACTIVITY) == null);
  }

  private static int term(@Nullable Node node, Terms terms) {
    return node == null ? terms.fresh() : terms.of(node);
  }
}
