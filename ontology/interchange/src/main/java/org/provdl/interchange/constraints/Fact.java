package org.provdl.interchange.constraints;

import org.jspecify.annotations.Nullable;
import org.provdl.interchange.StatementKind;

/** A statement in full: a term in each place. */
final class Fact {

  /** The place of the identifier, beside those of the arguments. */
  static final int ID = -1;

  private final StatementKind kind;
  private final int id;
  private final int[] arguments;
  private final @Nullable Fact premise;

  /**
   * @param premise what it was inferred from; null if it was stated
   */
  Fact(StatementKind kind, int id, int[] arguments, @Nullable Fact premise) {
    this.kind = kind;
    this.id = id;
    this.arguments = arguments;
    this.premise = premise;
  }

  StatementKind kind() {
    return kind;
  }

  int id() {
    return id;
  }

  int places() {
    return arguments.length;
  }

  int term(int place) {
    return place == ID ? id : arguments[place];
  }

  /** {@return what was stated: itself, or what it was inferred from} */
  Fact stated() {
    return premise == null ? this : premise;
  }
}
