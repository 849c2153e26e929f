package org.provdl.server;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.provdl.queries.CannedQuery;
import org.provdl.queries.Catalogue;
import org.provdl.queries.Parameter;

/**
 * The queries of the catalogue that a client wants to see.
 *
 * @param themes the queries, by theme
 * @param search the words that they all have; empty if any will do
 * @param subject the value of the parameter that they all have, such as {@code run}; empty if any
 *     will do
 */
record Selection(
    Map<String, List<CannedQuery>> themes, String search, Map<String, List<String>> subject) {

  private static final String SEARCH = "search";
  private static final int LONGEST_SEARCH = 200;

  /** What rows of results name, and questions can be asked about. */
  static final List<String> SUBJECTS = List.of("run", "study");

  /**
   * Selects.
   *
   * @throws Problem if an argument is unknown or too long
   */
  static Selection of(Catalogue catalogue, Arguments arguments) {
    List<String> known = new ArrayList<>(SUBJECTS);
    known.add(SEARCH);
    arguments.only(known);
    String search = Objects.requireNonNullElse(arguments.single(SEARCH), "");
    if (search.length() > LONGEST_SEARCH) {
      throw Problem.badRequest(
          "The search has more than " + LONGEST_SEARCH + " characters. Search for a few words.");
    }
    Map<String, List<String>> subject = new LinkedHashMap<>(arguments.values());
    subject.remove(SEARCH);
    String[] words = search.toLowerCase(Locale.ROOT).strip().split("\\s+");
    return new Selection(
        catalogue.queries().stream()
            .filter(query -> isAbout(query, subject) && hasWords(query, words))
            .collect(Collectors.groupingBy(CannedQuery::theme, TreeMap::new, Collectors.toList())),
        search,
        subject);
  }

  /** Those that need nothing else. */
  private static boolean isAbout(CannedQuery query, Map<String, List<String>> subject) {
    List<Parameter> parameters = query.parameters();
    return subject.keySet().stream()
            .allMatch(name -> parameters.stream().anyMatch(it -> it.name().equals(name)))
        && (subject.isEmpty()
            || parameters.stream()
                .allMatch(it -> !it.required() || subject.containsKey(it.name())));
  }

  private static boolean hasWords(CannedQuery query, String[] words) {
    String text =
        Stream.concat(
                Stream.of(query.name(), query.title(), query.question(), query.theme()),
                query.columns().stream().map(column -> column.name() + " " + column.meaning()))
            .collect(Collectors.joining(" "))
            .toLowerCase(Locale.ROOT);
    return Arrays.stream(words).allMatch(text::contains);
  }
}
