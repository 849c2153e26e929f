package org.provdl.interchange.constraints;

import org.jspecify.annotations.Nullable;
import org.provdl.interchange.StatementKind;

/**
 * An instantaneous event.
 *
 * @param kind the relation that says it
 * @param about the root of the entity or the activity that begins or ceases, or uses
 * @param fact what says or implies it; null of one that only stands for an order of others
 */
record Event(StatementKind kind, int about, @Nullable Fact fact) {

  /** {@return what it is, for a person} */
  String text(Report report) {
    String noun =
        switch (kind) {
          case GENERATION -> "generation of ";
          case INVALIDATION -> "invalidation of ";
          case START -> "start of ";
          case END -> "end of ";
          default -> "usage by ";
        };
    return noun + report.name(about);
  }
}
