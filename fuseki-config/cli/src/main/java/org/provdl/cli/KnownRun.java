package org.provdl.cli;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.provdl.queries.BoundQuery;
import org.provdl.queries.Catalogue;
import org.provdl.queries.SparqlEndpoint;

/**
 * A run that is there.
 *
 * @param iri what it is called
 * @param name the name that people gave it; empty where they gave none
 */
record KnownRun(Node iri, String name) {

  /**
   * Finds the run that is meant.
   *
   * @param text its IRI or id, or so much of the beginning that no other run is meant
   * @throws CommandException if there is none or more than one
   * @throws org.provdl.queries.QueryParameterException if it cannot name a run
   */
  static KnownRun find(String text, SparqlEndpoint endpoint) {
    BoundQuery query = Catalogue.standard().query("find-runs").with("run", text);
    List<KnownRun> found = query.on(endpoint).rows().stream().map(KnownRun::of).toList();
    Optional<KnownRun> exact =
        found.stream()
            .filter(run -> run.id().equals(text) || run.iri.getURI().equals(text))
            .findFirst();
    if (exact.isPresent() || found.size() == 1) {
      return exact.orElseGet(() -> found.get(0));
    }
    if (found.isEmpty()) {
      throw new CommandException(
          "There is no run '%s' here; `provdl query list-runs` lists those that are"
              .formatted(text));
    }
    throw new CommandException(
        "'%s' may be any of the runs %s; write more of the id"
            .formatted(text, found.stream().map(KnownRun::id).collect(Collectors.joining(", "))));
  }

  private static KnownRun of(Map<String, Node> row) {
    Node name = row.get("name");
    return new KnownRun(
        Objects.requireNonNull(row.get("found")), name == null ? "" : name.getLiteralLexicalForm());
  }

  /** The last part of its IRI. */
  String id() {
    return iri.getURI().replaceFirst(".*/", "");
  }
}
