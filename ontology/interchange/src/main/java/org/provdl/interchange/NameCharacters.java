package org.provdl.interchange;

/**
 * The characters of names in PROV-N (section 3.7.1, productions 52 to 57), which are those of
 * SPARQL.
 */
final class NameCharacters {

  private NameCharacters() {}

  /** {@return whether it is PN_CHARS_BASE} */
  static boolean isBase(int c) {
    return (c >= 'A' && c <= 'Z')
        || (c >= 'a' && c <= 'z')
        || (c >= 0xC0 && c <= 0x2FF && c != 0xD7 && c != 0xF7)
        || (c >= 0x370 && c <= 0x1FFF && c != 0x37E)
        || c == 0x200C
        || c == 0x200D
        || (c >= 0x2070 && c <= 0x218F)
        || (c >= 0x2C00 && c <= 0x2FEF)
        || (c >= 0x3001 && c <= 0xD7FF)
        || (c >= 0xF900 && c <= 0xFDCF)
        || (c >= 0xFDF0 && c <= 0xFFFD)
        || (c >= 0x10000 && c <= 0xEFFFF);
  }

  /** {@return whether it is PN_CHARS} */
  static boolean isChar(int c) {
    return isBase(c)
        || c == '_'
        || c == '-'
        || (c >= '0' && c <= '9')
        || c == 0xB7
        || (c >= 0x300 && c <= 0x36F)
        || c == 0x203F
        || c == 0x2040;
  }

  /** {@return whether a text is PN_PREFIX, and so a prefix in every syntax} */
  static boolean isPrefix(String text) {
    return !text.isEmpty()
        && isBase(text.codePointAt(0))
        && !text.endsWith(".")
        && text.codePoints().allMatch(c -> isChar(c) || c == '.');
  }
}
