package org.provdl.interchange;

/** What one statement may hold, for it is in memory. */
final class StatementBound {

  /** The most names, values and keys. */
  static final int MAX_PARTS = 1_000_000;

  private static final long MAX_SIZE = 2L * StatementReader.MAX_TEXT;

  private final Faults faults;
  private int parts;
  private long size;

  StatementBound(Faults faults) {
    this.faults = faults;
  }

  /** Counts a part of so many characters. */
  void count(int characters) {
    size += characters;
    if (++parts > MAX_PARTS || size > MAX_SIZE) {
      throw faults.of("a statement of more than a million parts, or 32 million characters");
    }
  }
}
