package org.provdl.queries;

import java.util.stream.Collectors;

/** Makes text from outside fit to be shown: on one line, without control characters. */
final class Quoted {
  private static final int LONGEST = 100;

  private Quoted() {}

  /** Returns the text for an error message, cut when it is long. */
  static String shorten(String text) {
    return printable(text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "...");
  }

  /**
   * Returns the text with white space as blanks, and as escapes what a terminal may obey: control
   * characters, and those that turn the direction of what follows.
   */
  static String printable(String text) {
    return text.codePoints().mapToObj(Quoted::printable).collect(Collectors.joining());
  }

  /** Whether a name could be this: Unicode without control characters. */
  static boolean isText(String text) {
    return isUnicode(text) && text.codePoints().noneMatch(Character::isISOControl);
  }

  /** Whether no surrogate stands alone, which no encoding of Unicode can write. */
  static boolean isUnicode(String text) {
    return text.codePoints().noneMatch(Quoted::isSurrogate);
  }

  private static boolean isSurrogate(int codePoint) {
    return codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
  }

  private static String printable(int codePoint) {
    if (Character.isWhitespace(codePoint)) {
      return " ";
    }
    return Character.isISOControl(codePoint) || isSurrogate(codePoint) || turns(codePoint)
        ? "\\u%04X".formatted(codePoint)
        : Character.toString(codePoint);
  }

  private static boolean turns(int codePoint) {
    return (codePoint >= 0x202A && codePoint <= 0x202E)
        || (codePoint >= 0x2066 && codePoint <= 0x2069);
  }
}
