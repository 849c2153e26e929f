package org.provdl.queries;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The text of a query and where it stands.
 *
 * @param name the name of the file without {@code .rq}
 * @param theme the folder that it lies in; empty beside the folders
 * @param text the whole SPARQL text: patterns stand where they are included
 */
record QuerySource(String name, String theme, String text) {
  /** The folder of what queries share, none of which is a query. */
  private static final String PATTERNS = "patterns/";

  /** A line that stands for a pattern, which SPARQL itself takes for a comment. */
  private static final Pattern INCLUDE =
      Pattern.compile("^([ \\t]*)#include[ \\t]+(\\S+)[ \\t]*$", Pattern.MULTILINE);

  /** How many patterns may stand within each other. */
  private static final int DEEPEST = 3;

  /** The patterns among files, by name. */
  static SortedMap<String, String> patterns(SortedMap<String, String> files) {
    SortedMap<String, String> patterns = new TreeMap<>();
    files.forEach(
        (path, text) -> {
          if (path.startsWith(PATTERNS)) {
            patterns.put(path.substring(PATTERNS.length()), text);
          }
        });
    return patterns;
  }

  /** The queries among files, whose paths begin with the name of their theme. */
  static List<QuerySource> queries(
      SortedMap<String, String> files, SortedMap<String, String> patterns) {
    List<QuerySource> queries = new ArrayList<>();
    files.forEach(
        (path, text) -> {
          if (!path.startsWith(PATTERNS)) {
            int slash = path.lastIndexOf('/');
            queries.add(
                new QuerySource(
                    path.substring(slash + 1),
                    slash < 0 ? "" : path.substring(0, slash),
                    include(path, text, patterns)));
          }
        });
    return queries;
  }

  /** The path of the file, relative to the folder of all queries. */
  String path() {
    return (theme.isEmpty() ? "" : theme + "/") + name + QueryFiles.EXTENSION;
  }

  private static String include(String path, String text, Map<String, String> patterns) {
    return include(path, text, patterns, DEEPEST);
  }

  private static String include(
      String path, String text, Map<String, String> patterns, int deepest) {
    return INCLUDE
        .matcher(text)
        .replaceAll(
            line -> {
              String pattern = patterns.get(line.group(2));
              if (pattern == null || deepest == 0) {
                throw new QueryFileException(
                    pattern == null
                        ? "%s.rq: there is no pattern '%s' to include; there are %s"
                            .formatted(path, line.group(2), String.join(", ", patterns.keySet()))
                        : "%s.rq: the pattern '%s' includes itself, or others too deeply"
                            .formatted(path, line.group(2)));
              }
              return Matcher.quoteReplacement(
                  include(path, pattern.strip(), patterns, deepest - 1)
                      .lines()
                      .map(line.group(1)::concat)
                      .reduce(QuerySource::join)
                      .orElse(""));
            });
  }

  private static String join(String before, String line) {
    return before + "\n" + line;
  }
}
