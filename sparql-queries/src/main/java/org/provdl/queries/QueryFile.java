package org.provdl.queries;

import java.util.List;
import java.util.Map;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryException;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.query.Syntax;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.syntax.syntaxtransform.QueryTransformOps;

/** Parses one query file, and checks that its header and its query say the same. */
final class QueryFile {
  /** Stands for a value, to see where a parameter occurs. */
  private static final Node ANY_VALUE = NodeFactory.createURI("urn:x-provdl:value");

  private QueryFile() {}

  static CannedQuery load(String name, String text, String base) {
    try {
      QueryHeader header = QueryHeader.parse(text);
      Query query =
          QueryFactory.create(text, header.arq() ? Syntax.syntaxARQ : Syntax.syntaxSPARQL_11);
      checkForm(query);
      checkColumns(header, query);
      for (Parameter parameter : header.parameters()) {
        checkParameter(parameter, query);
      }
      CannedQuery canned = new CannedQuery(name, header, query, base);
      checkDefaults(canned);
      return canned;
    } catch (IllegalArgumentException | QueryException e) {
      throw new QueryFileException("%s.rq: %s".formatted(name, e.getMessage()), e);
    }
  }

  private static void checkForm(Query query) {
    if (!query.isAskType() && (!query.isSelectType() || query.isQueryResultStar())) {
      throw new IllegalArgumentException(
          "it must be a SELECT query that lists its variables, or an ASK query");
    }
    if (query.hasDatasetDescription() || query.hasValues()) {
      throw new IllegalArgumentException("it must have neither FROM nor VALUES after its WHERE");
    }
    if (query.hasLimit()) {
      throw new IllegalArgumentException("it must declare the parameter limit instead of a LIMIT");
    }
  }

  private static void checkColumns(QueryHeader header, Query query) {
    List<String> documented = header.columns().stream().map(Column::name).toList();
    List<String> answered = query.isAskType() ? List.of(ResultTable.ANSWER) : query.getResultVars();
    if (!documented.equals(answered)) {
      throw new IllegalArgumentException(
          "the header has the columns %s, but the query selects %s"
              .formatted(documented, answered));
    }
  }

  private static void checkParameter(Parameter parameter, Query query) {
    if (parameter.isLimit()) {
      if (query.isAskType()) {
        throw new IllegalArgumentException("an ASK query has no rows that limit could count");
      }
      return;
    }
    Map<Var, Node> substitution = Map.of(Var.alloc(parameter.name()), ANY_VALUE);
    if (QueryTransformOps.replaceVars(query, substitution).equals(query)) {
      throw new IllegalArgumentException(
          "the parameter '%s' does not occur in the query".formatted(parameter.name()));
    }
  }

  private static void checkDefaults(CannedQuery query) {
    for (Parameter parameter : query.parameters()) {
      String byDefault = parameter.defaultValue();
      if (byDefault != null) {
        query.with(parameter.name(), byDefault);
      }
    }
  }
}
