package org.provdl.trackers;

import java.math.BigInteger;
import java.util.Locale;
import java.util.regex.Pattern;

/** Values that a program has written as text, as what they were: numbers, truth values, text. */
final class TypedText {

  private static final int LONGEST_NUMBER = 400;
  private static final Pattern INTEGER = Pattern.compile("-?(0|[1-9][0-9]*)");
  private static final Pattern REAL =
      Pattern.compile("[-+]?([0-9]+\\.?[0-9]*|\\.[0-9]+)([eE][-+]?[0-9]{1,5})?");

  private TypedText() {}

  /** A {@link Long}, {@link BigInteger}, {@link Double}, {@link Boolean}, or the text itself. */
  static Object valueOf(String text) {
    if (text.length() <= LONGEST_NUMBER && !text.isEmpty()) {
      if (INTEGER.matcher(text).matches()) {
        BigInteger number = new BigInteger(text);
        return number.bitLength() < Long.SIZE ? (Object) number.longValue() : number;
      }
      if (isReal(text)) {
        return real(text);
      }
    }
    return switch (text) {
      case "True", "true" -> true;
      case "False", "false" -> false;
      default -> text;
    };
  }

  /** A number as Python, Java and others write it, also one that is none or infinite. */
  static boolean isReal(String text) {
    return text.length() <= LONGEST_NUMBER
        && (isSpecial(text) || (REAL.matcher(text).matches() && !hasLeadingZero(text)));
  }

  /** Digits that begin with 0 are more likely a name, such as a postal code. */
  private static boolean hasLeadingZero(String text) {
    return text.length() > 1
        && text.charAt(0) == '0'
        && Character.isDigit(text.charAt(1))
        && text.chars().allMatch(Character::isDigit);
  }

  /**
   * The number that a text is.
   *
   * @throws NumberFormatException if it is none
   */
  static double real(String text) {
    return switch (text.toLowerCase(Locale.ROOT)) {
      case "nan" -> Double.NaN;
      case "inf", "infinity", "+inf" -> Double.POSITIVE_INFINITY;
      case "-inf", "-infinity" -> Double.NEGATIVE_INFINITY;
      default -> {
        if (text.length() > LONGEST_NUMBER || !REAL.matcher(text).matches()) {
          throw new NumberFormatException("'" + text + "' is no number");
        }
        yield Double.parseDouble(text);
      }
    };
  }

  private static boolean isSpecial(String text) {
    return switch (text) {
      case "nan", "NaN", "inf", "-inf", "Infinity", "-Infinity" -> true;
      default -> false;
    };
  }
}
