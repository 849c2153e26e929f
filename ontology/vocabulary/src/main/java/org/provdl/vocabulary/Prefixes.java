package org.provdl.vocabulary;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.XSD;

/** The prefixes that make a written graph readable. */
public final class Prefixes {

  /** Prefix to namespace, of all vocabularies that the graph of a run uses; immutable. */
  public static final Map<String, String> ALL =
      Map.of(
          "prov",
          PROV.NS,
          "provdl",
          PROVDL.NS,
          "rdfs",
          RDFS.uri,
          "dcterms",
          DCTerms.NS,
          "xsd",
          XSD.NS);

  /** What a graph is named by, below the base. */
  private static final Pattern DOCUMENT = Pattern.compile("(.*/)(?:run|study|document)/[^/]+");

  /** What the prefixes of a base are called, and what they stand for below it. */
  private static final Map<String, String> BELOW_BASE =
      Map.of(
          "run", "run/",
          "study", "study/",
          "artifact", "artifact/",
          "parameters", "parameters/",
          "experiment", "experiment/",
          "person", "agent/person/",
          "software", "agent/software/");

  private Prefixes() {}

  /**
   * All, and those of what the names in some graphs begin with, so that these are short. Some tools
   * read no bundle whose name has no prefix.
   *
   * @param graphs the names of graphs of a store
   * @return prefix to namespace; where there are several bases, numbered from the second on
   */
  public static Map<String, String> of(Collection<Node> graphs) {
    Map<String, String> prefixes = new LinkedHashMap<>(ALL);
    List<String> bases =
        graphs.stream()
            .map(graph -> DOCUMENT.matcher(graph.toString()))
            .filter(Matcher::matches)
            .map(name -> name.group(1))
            .distinct()
            .toList();
    for (int i = 0; i < bases.size(); i++) {
      String number = i == 0 ? "" : String.valueOf(i + 1);
      String base = bases.get(i);
      new TreeMap<>(BELOW_BASE)
          .forEach((prefix, path) -> prefixes.put(prefix + number, base + path));
    }
    return prefixes;
  }
}
