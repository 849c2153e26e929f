package org.provdl.operations;

import org.jspecify.annotations.Nullable;

/**
 * What is wrong, and where.
 *
 * @param graph the IRI of the graph
 * @param about the IRI of what it is wrong with
 * @param property what it is wrong with it, as SPARQL writes paths; null where that is no property
 * @param value the value that is wrong, as SPARQL writes terms; null where it is missing or not
 *     alone
 * @param message what should be, for people
 */
public record Finding(
    String graph, String about, @Nullable String property, @Nullable String value, String message) {

  private static final int LONGEST_VALUE = 100;

  /** One line for people, without the graph. */
  @Override
  public String toString() {
    String where = about.startsWith(graph + "#") ? about.substring(graph.length()) : about;
    String what = value == null ? "" : ", but is " + shortened(value);
    return where + ": " + message + what;
  }

  private static String shortened(String value) {
    String line = value.replaceAll("\\p{Cntrl}", " ");
    return line.length() <= LONGEST_VALUE ? line : line.substring(0, LONGEST_VALUE) + "...";
  }
}
