package org.provdl.interchange;

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
    return text.chars().noneMatch(Iris::isForbidden) && isWhole(text);
  }

  /** {@return an IRI in which the characters that none may have are percent-encoded} */
  static String encoded(String iri, Losses losses) {
    if (isIri(iri)) {
      return iri;
    }
    losses.add(iri, "it is no IRI, so some of its characters are written percent-encoded");
    return Iris.encoded(halvesReplaced(iri), Iris::isForbidden);
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
