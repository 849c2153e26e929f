package org.provdl.interchange;

/** Texts as they stand in XML 1.0. */
final class XmlText {

  private XmlText() {}

  /** {@return whether XML can say all characters of a text} */
  static boolean isSayable(String text) {
    return text.codePoints().allMatch(XmlText::isCharacter);
  }

  /** {@return a text in which U+FFFD stands for what XML cannot say} */
  static String sayable(String text) {
    return text.codePoints()
        .map(c -> isCharacter(c) ? c : 0xFFFD)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  /** {@return a text between elements; U+FFFD stands for what XML cannot say} */
  static String content(String text) {
    return escaped(text, false);
  }

  /** {@return a text in an attribute, in double quotes} */
  static String attribute(String text) {
    return escaped(text, true);
  }

  private static String escaped(String text, boolean attribute) {
    StringBuilder escaped = new StringBuilder(text.length() + 16);
    text.codePoints()
        .forEach(
            c -> {
              switch (c) {
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '&' -> escaped.append("&amp;");
                case '\r' -> escaped.append("&#xD;");
                case '"' -> escaped.append(attribute ? "&quot;" : "\"");
                case '\n' -> escaped.append(attribute ? "&#xA;" : "\n");
                case '\t' -> escaped.append(attribute ? "&#x9;" : "\t");
                default -> escaped.appendCodePoint(isCharacter(c) ? c : 0xFFFD);
              }
            });
    return escaped.toString();
  }

  private static boolean isCharacter(int c) {
    return c == '\t'
        || c == '\n'
        || c == '\r'
        || (c >= ' ' && c <= 0xD7FF)
        || (c >= 0xE000 && c <= 0xFFFD)
        || c >= 0x10000;
  }
}
