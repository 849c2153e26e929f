package org.provdl.queries;

import java.util.stream.Collectors;

/** The README of the module, made from the headers of the queries. */
final class ReadmePage {
  static final String REGENERATE = "mvn test -pl sparql-queries -am -Dreadme.write";

  private ReadmePage() {}

  static String of(Catalogue catalogue) {
    return INTRODUCTION
        + catalogue.queries().stream()
            .map(query -> "| [%s](#%1$s) | %s |\n".formatted(query.name(), query.question()))
            .collect(Collectors.joining())
        + catalogue.queries().stream().map(ReadmePage::section).collect(Collectors.joining())
        + NOTES;
  }

  private static String section(CannedQuery query) {
    String parameters =
        query.parameters().stream().map(ReadmePage::row).collect(Collectors.joining());
    String columns =
        query.columns().stream()
            .map(column -> "| `%s` | %s |\n".formatted(column.name(), column.meaning()))
            .collect(Collectors.joining());
    return "\n## %s\n\n%s [queries/%1$s.rq](queries/%1$s.rq)\n"
            .formatted(query.name(), query.question())
        + (query.needsArq()
            ? "\nNeeds an endpoint of Apache Jena: it uses ARQ's extensions of SPARQL.\n"
            : "")
        + (parameters.isEmpty()
            ? ""
            : "\n| parameter | type | default | meaning |\n|---|---|---|---|\n" + parameters)
        + "\n| column | meaning |\n|---|---|\n"
        + columns;
  }

  private static String row(Parameter parameter) {
    return "| `%s` | %s | %s | %s |\n"
        .formatted(
            parameter.name(),
            parameter.type().label(),
            parameter.required() ? "required" : "`" + parameter.defaultValue() + "`",
            parameter.meaning());
  }

  private static final String INTRODUCTION =
      """
      <!-- Generated from the headers of queries/*.rq: %s -->
      # Queries

      Canned SPARQL queries about training runs: one file for each question, in [queries](queries).

      ```java
      SparqlEndpoint endpoint = SparqlEndpoint.remote(URI.create("http://localhost:3030/provdl/query"));
      ResultTable best = Catalogue.standard().query("best-runs").with("metric", "provdl:loss").on(endpoint);
      Format.TABLE.write(best, System.out);
      ```

      | query | question |
      |---|---|
      """
          .formatted(REGENERATE);

  private static final String NOTES =
      """

      ## Values of parameters

      | type | takes |
      |---|---|
      | iri | `<...>`, an absolute IRI, or a prefixed name with the prefixes of the query, such as `provdl:loss` |
      | run | the IRI of a run, or its bare id, which stands for `<base>run/<id>` |
      | entity | an IRI, or as tables show it: `<run id>#<part>` for a part of a run, `sha256-<digest>` for a file |
      | integer, decimal, boolean, string, dateTime | a literal of that XML Schema datatype |

      A value becomes an RDF term in the parsed query; it is never pasted as text. `limit` sets how many rows there are at most.

      ## A query of your own

      Write a `.rq` file whose leading `#+ ` lines are YAML like those in [queries](queries), and load its folder with
      `Catalogue.of(folder)`. A parameter is a variable of the query, and a variable that is selected is a column. The named
      graphs are the runs, and the default graph is the union of them.

      An ASK query has one column, `answer`, and a table of one row: true or false; `provdl query` prints yes or no. With a
      parameter `run` it makes a `Condition`, which can stop or change a training while it runs.
      """;
}
