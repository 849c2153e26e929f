package org.provdl.cli;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.provdl.queries.TextTable;

/**
 * What standard output is.
 *
 * @param width the columns of the terminal; 0 if it is none, but a file or another program
 * @param coloured whether it shows colours
 */
record Terminal(int width, boolean coloured) {

  /** Told by {@code bin/provdl}, for Java cannot tell whether standard output is a terminal. */
  private static final String WIDTH = "provdl.terminal.width";

  static Terminal current() {
    return of(System.getProperty(WIDTH), System.getenv());
  }

  static Terminal of(@Nullable String width, Map<String, String> environment) {
    boolean known = width != null && width.matches("[1-9][0-9]{0,4}");
    return new Terminal(
        known ? Integer.parseInt(width) : 0,
        known
            && environment.getOrDefault("NO_COLOR", "").isEmpty()
            && !environment.getOrDefault("TERM", "dumb").equals("dumb"));
  }

  boolean isTerminal() {
    return width > 0;
  }

  TextTable layout() {
    TextTable layout = TextTable.unlimited();
    layout = isTerminal() ? layout.within(width) : layout;
    return coloured ? layout.inColour() : layout;
  }

  /** A text without what moves the cursor: anybody may have written what a store or file holds. */
  static String plain(String text) {
    return text.replaceAll("\\p{Cntrl}", " ");
  }
}
