package org.provdl.interchange;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * Texts that a syntax cannot hold, as they come out of those that can: halves of a character, and
 * names that are no IRIs.
 */
final class TextCharacters {

  private TextCharacters() {}

  /** {@return a text in which each half of a character is one that stands for what is unknown} */
  static String whole(String text, Losses losses) {
    if (isWhole(text)) {
      return text;
    }
    losses.add(text, "it holds halves of characters, which UTF-8 has not");
    return halvesReplaced(text);
  }

  /** {@return whether every character may stand in an IRI between angle brackets} */
  static boolean isIri(String text) {
    return text.chars().allMatch(TextCharacters::isOfIri) && isWhole(text);
  }

  /** {@return an IRI in which the characters that none may have are percent-encoded} */
  static String encoded(String iri, Losses losses) {
    if (isIri(iri)) {
      return iri;
    }
    losses.add(iri, "it is no IRI, so some of its characters are written percent-encoded");
    StringBuilder encoded = new StringBuilder();
    halvesReplaced(iri)
        .codePoints()
        .forEach(
            c -> {
              if (isOfIri(c)) {
                encoded.appendCodePoint(c);
              } else {
                for (byte b : Character.toString(c).getBytes(StandardCharsets.UTF_8)) {
                  encoded.append(String.format(Locale.ROOT, "%%%02X", b));
                }
              }
            });
    return encoded.toString();
  }

  private static boolean isOfIri(int c) {
    return c > ' ' && "<>\"{}|^`\\".indexOf(c) < 0;
  }

  private static boolean isWhole(String text) {
    return text.chars().noneMatch(c -> Character.isSurrogate((char) c))
        || text.codePoints().noneMatch(TextCharacters::isHalf);
  }

  private static String halvesReplaced(String text) {
    return text.codePoints()
        .map(c -> isHalf(c) ? 0xFFFD : c)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  private static boolean isHalf(int c) {
    return c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
  }
}
