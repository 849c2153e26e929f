package org.provdl.queries;

import java.util.Map;
import java.util.Objects;
import org.apache.jena.graph.Node;

/**
 * A run, or a study, that an endpoint knows.
 *
 * @param iri what it is called
 * @param name the name that people gave it; empty where they gave none
 */
public record KnownRun(Node iri, String name) {

  static KnownRun of(Map<String, Node> row) {
    Node name = row.get("name");
    return new KnownRun(
        Objects.requireNonNull(row.get("found")), name == null ? "" : name.getLiteralLexicalForm());
  }

  /**
   * Returns its id.
   *
   * @return the last part of its IRI
   */
  public String id() {
    return iri.getURI().replaceFirst(".*/", "");
  }

  boolean isCalled(String text) {
    return text.equals(name) || text.equals(id()) || text.equals(iri.getURI());
  }
}
