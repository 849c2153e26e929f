package org.provdl.interchange;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.apache.jena.graph.Node;

/**
 * Names as they are read: what no IRI may hold (RFC 3987) is percent-encoded, so that every name
 * can be written in every syntax.
 */
final class Iris {

  private Iris() {}

  /** {@return the node that a name stands for} */
  static Node node(String name) {
    return SpecialNames.node(encoded(name));
  }

  private static String encoded(String name) {
    if (name.chars().noneMatch(Iris::isForbidden)) {
      return name;
    }
    StringBuilder encoded = new StringBuilder(name.length() + 16);
    name.codePoints()
        .forEach(
            character -> {
              if (isForbidden(character)) {
                for (byte octet : Character.toString(character).getBytes(StandardCharsets.UTF_8)) {
                  encoded.append(String.format(Locale.ROOT, "%%%02X", octet & 0xFF));
                }
              } else {
                encoded.appendCodePoint(character);
              }
            });
    return encoded.toString();
  }

  private static boolean isForbidden(int character) {
    return character <= ' '
        || (character >= 0x7F && character < 0xA0)
        || "<>\"{}|^`\\".indexOf(character) >= 0;
  }
}
