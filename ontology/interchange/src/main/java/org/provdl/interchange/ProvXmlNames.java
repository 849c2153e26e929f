package org.provdl.interchange;

import java.util.Map;
import java.util.stream.Collectors;
import org.apache.jena.util.XMLChar;

/**
 * Local names in PROV-XML, which must be NCNames. ProvToolbox escapes all others, and every
 * underline: {@code a_b} is {@code a__b}, {@code a=b} is {@code a_3Db}, {@code 1} is {@code _1},
 * and no name at all is {@code _}. Its version 2 does so with the names of elements, and writes all
 * others with the backslashes of PROV-N. Other tools know no escapes, so a document is taken to
 * have them where every name of the kind is as ProvToolbox writes it; a single {@code a_b} shows
 * that it has none. What is written is cut so that its local names mean the same in both cases.
 */
final class ProvXmlNames {

  /** The local name that stands for none. */
  static final String EMPTY = "_";

  private static final String ESCAPED = "='(),:;[]/\\?@~&+*#$!<>%";

  private static final Map<String, String> CHARACTERS =
      ESCAPED
          .chars()
          .boxed()
          .collect(Collectors.toMap(c -> String.format("%02X", c), Character::toString));

  private ProvXmlNames() {}

  /**
   * {@return whether a local name is an NCName, already in the first editions of XML, and means the
   * same with and without escapes}
   */
  static boolean isPlain(String local) {
    return local.isEmpty() || (XMLChar.isValidNCName(local) && unescaped(local).equals(local));
  }

  /** {@return whether it could be a name that ProvToolbox has written} */
  static boolean isEscaped(String local) {
    return escaped(unescaped(local)).equals(local);
  }

  /** {@return the name that an escaped one means} */
  static String unescaped(String local) {
    if (local.indexOf('_') < 0) {
      return local;
    }
    StringBuilder name = new StringBuilder(local.length());
    int i = local.startsWith("_") ? 1 : 0;
    while (i < local.length()) {
      String code =
          local.charAt(i) == '_' ? local.substring(i + 1, Math.min(i + 3, local.length())) : "";
      if (code.startsWith("_")) {
        name.append('_');
        i += 2;
      } else if (CHARACTERS.containsKey(code)) {
        name.append(CHARACTERS.get(code));
        i += 3;
      } else {
        name.append(local.charAt(i++));
      }
    }
    return name.toString();
  }

  private static String escaped(String name) {
    StringBuilder escaped = new StringBuilder();
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (c == '_') {
        escaped.append("__");
      } else if (ESCAPED.indexOf(c) >= 0) {
        escaped.append(String.format("_%02X", (int) c));
      } else {
        escaped.append(c);
      }
    }
    boolean letter =
        !escaped.isEmpty()
            && (Character.isLowerCase(escaped.charAt(0))
                || Character.isUpperCase(escaped.charAt(0)));
    return letter ? escaped.toString() : "_" + escaped;
  }
}
