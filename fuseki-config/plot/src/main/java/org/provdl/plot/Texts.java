package org.provdl.plot;

import java.math.BigDecimal;
import java.math.MathContext;

/** Texts as they are shown in pictures. */
final class Texts {
  private static final MathContext DIGITS = new MathContext(6);
  private static final int LONGEST_PLAIN = 7;

  private Texts() {}

  /** Without what nobody can see at its ends, and without what {@link #clean} takes. */
  static String printable(String text) {
    return clean(text).strip();
  }

  /**
   * Without what XML cannot hold or nobody can see: control characters and halves of characters.
   */
  static String clean(String text) {
    StringBuilder printable = new StringBuilder();
    text.codePoints()
        .map(
            character ->
                switch (Character.getType(character)) {
                  case Character.CONTROL, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR ->
                      ' ';
                  case Character.SURROGATE, Character.UNASSIGNED, Character.FORMAT -> '\uFFFD';
                  default -> character;
                })
        .forEach(printable::appendCodePoint);
    return printable.toString();
  }

  /** Printable, and no longer than so many characters. */
  static String shortened(String text, int length) {
    String printable = printable(text);
    int count = printable.codePointCount(0, printable.length());
    return count <= length
        ? printable
        : printable.substring(0, printable.offsetByCodePoints(0, length - 1)) + "…";
  }

  /** A number as people write it, with at most six digits. */
  static String number(double value) {
    return exact(new BigDecimal(value).round(DIGITS));
  }

  /** All digits of a number, with an exponent where that is shorter. */
  static String exact(BigDecimal number) {
    if (number.signum() == 0) {
      return "0";
    }
    BigDecimal stripped = number.stripTrailingZeros();
    String plain = stripped.toPlainString();
    if (plain.length() <= LONGEST_PLAIN) {
      return plain;
    }
    int exponent = stripped.precision() - stripped.scale() - 1;
    String scientific = stripped.movePointLeft(exponent).toPlainString() + "e" + exponent;
    return scientific.length() < plain.length() ? scientific : plain;
  }
}
