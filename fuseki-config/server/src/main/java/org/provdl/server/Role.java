package org.provdl.server;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a user may do; each role may do what those before it may. */
public enum Role {
  /** Asks: SPARQL, graphs, the catalogue and its pages. */
  READER,

  /** Adds runs too. */
  WRITER,

  /** Changes the store itself too: compaction. */
  ADMIN;

  /** Whether it may do what another role is needed for. */
  boolean mayDoAs(Role needed) {
    return compareTo(needed) >= 0;
  }

  /** Reads what {@link #toString} writes. */
  static Optional<Role> of(String name) {
    return Arrays.stream(values()).filter(role -> role.toString().equals(name)).findFirst();
  }

  /**
   * The name in a file of users.
   *
   * @return such as {@code writer}
   */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
