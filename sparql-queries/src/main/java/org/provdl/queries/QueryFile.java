package org.provdl.queries;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
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

  static QueryHeader header(QuerySource source) {
    return checked(source, () -> QueryHeader.parse(source.text()));
  }

  static Query parse(QuerySource source, QueryHeader header) {
    return checked(
        source,
        () -> {
          Query query =
              QueryFactory.create(
                  source.text(), header.arq() ? Syntax.syntaxARQ : Syntax.syntaxSPARQL_11);
          checkForm(query);
          checkLimit(header, query);
          checkColumns(header, query);
          for (Parameter parameter : header.parameters()) {
            checkParameter(parameter, query);
          }
          return query;
        });
  }

  /** Checks all of it, with its defaults and its example. */
  static void check(QuerySource source, CannedQuery query) {
    query.template();
    checked(
        source,
        () -> {
          checkDefaults(query);
          return query;
        });
  }

  private static <T> T checked(QuerySource source, Supplier<T> reading) {
    try {
      return reading.get();
    } catch (IllegalArgumentException | QueryException e) {
      throw new QueryFileException("%s: %s".formatted(source.path(), e.getMessage()), e);
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
  }

  private static void checkLimit(QueryHeader header, Query query) {
    Optional<Parameter> declared =
        header.parameters().stream().filter(Parameter::isLimit).findFirst();
    if (declared.isEmpty() && query.hasLimit()) {
      throw new IllegalArgumentException("it has a LIMIT, but no parameter limit");
    }
    if (declared.isPresent() && !RowLimit.occurs(query, declared.get().defaultLimit())) {
      throw new IllegalArgumentException(
          "the parameter limit has the default %d, but the query has no LIMIT of that size"
              .formatted(declared.get().defaultLimit()));
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
      return;
    }
    Var variable = Var.alloc(parameter.name());
    Query given =
        parameter.list()
            ? ListValues.put(Map.of(variable, List.of(ANY_VALUE)), query)
            : QueryTransformOps.replaceVars(query, Map.of(variable, ANY_VALUE));
    // Queries that differ in their VALUES are equal to Jena.
    if (given.toString().equals(query.toString())) {
      throw new IllegalArgumentException(
          (parameter.list()
                  ? "the list '%1$s' does not occur in the query as VALUES ?%1$s { UNDEF }"
                  : "the parameter '%s' does not occur in the query")
              .formatted(parameter.name()));
    }
  }

  private static void checkDefaults(CannedQuery query) {
    for (Parameter parameter : query.parameters()) {
      String byDefault = parameter.defaultValue();
      if (byDefault != null) {
        query.with(parameter.name(), byDefault);
      }
    }
    query.with(query.example());
  }
}
