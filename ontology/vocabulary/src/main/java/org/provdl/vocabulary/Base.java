package org.provdl.vocabulary;

import java.nio.charset.StandardCharsets;

/**
 * What the IRIs of runs, and of what they share, begin with, and how names become parts of them.
 */
public final class Base {

  /** The base unless another is given: its IRIs open in the browser while a server runs here. */
  public static final String DEFAULT = "http://localhost:3030/provdl/";

  private Base() {}

  /**
   * A name as a part of an IRI.
   *
   * @param name any text
   * @return the name with everything percent-encoded but letters and digits of any script, which
   *     stay so that people can read them, and {@code -._~}; a name of one or two dots is encoded
   *     too, which would otherwise be a step up a path
   */
  public static String segment(String name) {
    if (name.equals(".") || name.equals("..")) {
      return name.replace(".", "%2E");
    }
    if (name.codePoints().allMatch(Base::stays)) {
      return name; // as nearly all are
    }
    StringBuilder text = new StringBuilder();
    name.codePoints()
        .forEach(
            character -> {
              if (stays(character)) {
                text.appendCodePoint(character);
              } else {
                for (byte octet : Character.toString(character).getBytes(StandardCharsets.UTF_8)) {
                  text.append('%').append(String.format("%02X", octet));
                }
              }
            });
    return text.toString();
  }

  private static boolean stays(int character) {
    return Character.isLetterOrDigit(character) || "-._~".indexOf(character) >= 0;
  }
}
