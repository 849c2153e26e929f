package org.provdl.interchange;

/** What one statement may hold, for it is in memory. */
final class StatementBound {

  private static final int MAX_PARTS = 1_000_000;

  private static final long MAX_SIZE = 2L * StatementReader.MAX_TEXT;

  private final Faults faults;
  private int parts;
  private long size;

  StatementBound(Faults faults) {
    this.faults = faults;
  }

  /** Bounds how many things are said by putting each of some together with each of others. */
  static void ofProduct(int some, int others, String what) {
    if ((long) some * others > MAX_PARTS) {
      throw new InvalidDocumentException(what + ": more than a million of them", 0, 0);
    }
  }

  /** Counts a part of so many characters. */
  void count(int characters) {
    size += characters;
    if (++parts > MAX_PARTS || size > MAX_SIZE) {
      throw faults.of("a statement of more than a million parts, or 32 million characters");
    }
  }
}
