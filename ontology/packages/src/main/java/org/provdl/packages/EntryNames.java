package org.provdl.packages;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/**
 * Names of files in a package, made of names that anybody may have chosen: of ASCII letters, digits
 * and {@code . _ -} alone, none of them a path, each but once, also where capital letters do not
 * count.
 */
final class EntryNames {

  private static final int LONGEST = 80;
  private static final int DIGITS = 12;

  private final Set<String> taken = new HashSet<>();

  /**
   * A name within a folder, such as {@code data/46abec6b1248-digits.csv.gz}.
   *
   * @param folder of the package, of our own choice
   * @param sha256 of the content, whose first digits keep apart what has the same name
   * @param name that it has elsewhere
   */
  String in(String folder, String sha256, String name) {
    return unique(folder + "/" + sha256.substring(0, DIGITS) + "-", safe(name));
  }

  /** A name with an ending of our own, such as {@code provenance/01M8.trig}. */
  String in(String folder, String name) {
    return unique(folder + "/", safe(name));
  }

  private String unique(String start, String end) {
    String name = start + end;
    for (int number = 2; !taken.add(name.toLowerCase(Locale.ROOT)); number++) {
      name = start + number + "-" + end;
    }
    return name;
  }

  /** The end of a name says what it is, so that is what stays of a long one. */
  static String safe(String name) {
    String last = name.replaceFirst("(?s).*[/\\\\]", "").replaceAll("[^A-Za-z0-9._-]", "_");
    String end = last.substring(Math.max(0, last.length() - LONGEST)).replaceFirst("^[.-]+", "");
    return end.isEmpty() ? "file" : end.replaceFirst("\\.+$", "_");
  }
}
