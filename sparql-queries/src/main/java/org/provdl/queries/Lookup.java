package org.provdl.queries;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.syntax.syntaxtransform.QueryTransformOps;
import org.jspecify.annotations.Nullable;
import org.provdl.vocabulary.PROVDL;

/**
 * Finds at an endpoint what a person means by a name or the beginning of an id. What is not there
 * is refused with a {@link QueryParameterException}, for no rows would say less.
 */
final class Lookup {
  private static final Var WANTED = Var.alloc("wanted");
  private static final Query IS_RUN =
      ask("GRAPH ?wanted { ?training a <%s> }".formatted(PROVDL.TrainingRun));
  private static final Query IS_STUDY =
      ask("GRAPH ?wanted { ?search a <%s> }".formatted(PROVDL.Study));
  private static final Query IS_METRIC = ask("?value <%s> ?wanted".formatted(PROVDL.metric));
  private static final Query IS_HYPERPARAMETER =
      ask("?setting <%s> ?wanted".formatted(PROVDL.hyperparameter));
  private static final Query IS_THERE =
      ask("{ ?wanted ?property ?value } UNION { ?thing ?property ?wanted }");

  /** How it is seen that something is there; what is not in it need not be. */
  private static final Map<ParameterType, Query> IS =
      Map.of(
          ParameterType.RUN, IS_RUN,
          ParameterType.STUDY, IS_STUDY,
          ParameterType.METRIC, IS_METRIC,
          ParameterType.HYPERPARAMETER, IS_HYPERPARAMETER,
          ParameterType.ENTITY, IS_THERE);

  private static final Var TEXT = Var.alloc("text");
  private static final int MOST_NAMES = 40;

  /** What has a document, and the queries that find and list it. */
  private record Kind(String word, String finding, String listing) {}

  private static final Kind RUN = new Kind("run", "find-runs", "list-runs");
  private static final Kind STUDY = new Kind("study", "find-studies", "studies");

  private final Map<String, String> queries = new HashMap<>();

  /** Asks with the queries of PROV-DL themselves. */
  Lookup(List<QuerySource> standard) {
    standard.stream()
        .filter(source -> source.theme().equals("lookup"))
        .forEach(source -> queries.put(source.name(), source.text()));
  }

  /**
   * The thing that is meant.
   *
   * @param text what was given
   * @param term what it says if it is an IRI or a whole id; null if it can be a name only
   */
  Node find(ParameterType type, String text, @Nullable Node term, SparqlEndpoint endpoint) {
    Query is = IS.get(type);
    if (term != null && (is == null || isThere(term, is, endpoint))) {
      return term;
    }
    return switch (type) {
      case RUN -> document(RUN, text, endpoint).iri();
      case STUDY -> document(STUDY, text, endpoint).iri();
      case METRIC, HYPERPARAMETER -> throw unknown(type.label(), text, endpoint);
      default ->
          throw new QueryParameterException(
              "Nothing here is called '%s'; the queries trained-models and list-runs list what may be asked for"
                  .formatted(Quoted.shorten(text)));
    };
  }

  /** As for a parameter that stands for a run. */
  KnownRun run(String text, @Nullable Node term, SparqlEndpoint endpoint) {
    return document(
        RUN, term != null && isThere(term, IS_RUN, endpoint) ? term.getURI() : text, endpoint);
  }

  private KnownRun document(Kind kind, String text, SparqlEndpoint endpoint) {
    String wanted = text.strip();
    List<KnownRun> found =
        ask(kind.finding, Map.of(TEXT, NodeFactory.createLiteralString(wanted)), endpoint)
            .rows()
            .stream()
            .map(KnownRun::of)
            .toList();
    List<KnownRun> exact = found.stream().filter(run -> run.isCalled(wanted)).toList();
    List<KnownRun> meant = exact.isEmpty() ? found : exact;
    if (meant.size() == 1) {
      return meant.get(0);
    }
    if (meant.isEmpty()) {
      throw new QueryParameterException(
          "There is no %s '%s' here; the query %s lists those that are"
              .formatted(kind.word, Quoted.shorten(text), kind.listing));
    }
    throw new QueryParameterException(
        "'%s' may be any of %s; write more of the id"
            .formatted(
                Quoted.shorten(text),
                meant.stream().map(KnownRun::id).collect(Collectors.joining(", "))));
  }

  private QueryParameterException unknown(String kind, String text, SparqlEndpoint endpoint) {
    String names =
        ask(kind + "-names", Map.of(), endpoint).rows().stream()
            .map(row -> CellText.of(Objects.requireNonNull(row.get("name"))))
            .distinct()
            .limit(MOST_NAMES)
            .collect(Collectors.joining(", "));
    return new QueryParameterException(
        "There is no %s '%s' here; there %s"
            .formatted(
                kind, Quoted.shorten(text), names.isEmpty() ? "is none at all" : "are " + names));
  }

  private static boolean isThere(Node wanted, Query is, SparqlEndpoint endpoint) {
    return endpoint.select(QueryTransformOps.replaceVars(is, Map.of(WANTED, wanted))).isYes();
  }

  private ResultTable ask(String name, Map<Var, Node> values, SparqlEndpoint endpoint) {
    Query query = QueryFactory.create(Objects.requireNonNull(queries.get(name), name));
    return endpoint.select(QueryTransformOps.replaceVars(query, values));
  }

  private static Query ask(String pattern) {
    return QueryFactory.create("ASK { " + pattern + " }");
  }
}
