package org.provdl.server;

import java.util.List;
import java.util.Map;

/**
 * The ontology as people read it.
 *
 * @param iri of the ontology
 * @param downloads the addresses of the ontology, by form
 * @param alignments the addresses of how it relates to other vocabularies, by title
 * @param diagram an {@code svg} element
 */
record OntologyPage(
    Pages.Frame frame,
    String title,
    String description,
    String version,
    String iri,
    List<Group> groups,
    Map<String, String> downloads,
    Map<String, String> alignments,
    String diagram) {

  /**
   * Terms of one kind, by name.
   *
   * @param anchor which no term has
   */
  record Group(String title, String anchor, List<Term> terms) {}

  /**
   * A term.
   *
   * @param name in the namespace, and its anchor
   * @param facts what others are to it, by what they are; none is empty
   */
  record Term(String name, String label, String definition, Map<String, List<Shown>> facts) {}
}
