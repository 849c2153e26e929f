package org.provdl.queries;

/** The README of the module, made from the headers of the queries. */
final class ReadmePage {
  static final String REGENERATE = "mvn test -pl sparql-queries -am -Dreadme.write";

  private ReadmePage() {}

  static String of(CataloguePage page) {
    return INTRODUCTION + page.markdown() + NOTES;
  }

  private static final String INTRODUCTION =
      """
      <!-- Generated from the headers of queries/*/*.rq: %s -->
      # Queries

      Canned SPARQL queries about training runs: one file for each question, in folders by theme, in [queries](queries). The same as a
      page: [catalogue.html](catalogue.html). The examples are asked of the [runs that the ontology documents](../ontology/vocabulary/examples/valid).

      ```java
      SparqlEndpoint endpoint = SparqlEndpoint.remote(URI.create("http://localhost:3030/provdl/query"));
      ResultTable best = Catalogue.standard().query("best-runs").with("metric", "loss").on(endpoint);
      Format.TABLE.write(best, System.out);
      ```

      Rows can be read as records of your own (`record Best(String name, double value)`), all at once or one by one however many there are:

      ```java
      List<Best> rows = Catalogue.standard().query("best-runs").with("metric", "accuracy").on(endpoint, Best.class);
      Catalogue.standard().query("list-runs").with("limit", "100000").read(endpoint, Listed.class, runs -> runs.forEach(System.out::println));
      ```

      An endpoint is `SparqlEndpoint.remote(address)`, `SparqlEndpoint.local(dataset)`, or `SparqlEndpoint.of(store::read)` for a store that
      a capture of this process writes to.
      """
          .formatted(REGENERATE);

  private static final String NOTES =
      """

      ## Values of parameters

      | type | takes |
      |---|---|
      | iri | `<...>`, an absolute IRI, or a prefixed name with the prefixes of the query, such as `provdl:loss` |
      | run | the id of a run, or a beginning of it that no other has; its name, if no other has it; its IRI |
      | study | the same of a study |
      | metric, hyperparameter | its name, such as `accuracy`, or its IRI |
      | split | `training`, `validation` or `test` |
      | entity | an IRI, or as tables show it: `<run id>#<part>` for a part of a run, `sha256-<digest>` for a file |
      | integer, decimal, boolean, string, dateTime | a literal of that XML Schema datatype |

      A list takes several values, separated by commas; none stand for all. What is not there (a run, a study, a metric, a hyperparameter, an
      entity) is an error that says so, and not an empty table.

      A value becomes an RDF term in the parsed query; it is never pasted as text. `limit` sets how many rows there are at most.

      ## A query of your own

      Write a `.rq` file whose leading `#+ ` lines are YAML like those in [queries](queries), and load its folder with
      `Catalogue.of(folder)`, or beside these with `Catalogue.standard().plus(folder)`. A parameter is a variable of the query, and a
      variable that is selected is a column. The named graphs are the runs, and the default graph is the union of them.

      - A list stands where the query says `VALUES ?list { UNDEF }`. Without values that part goes, and so does `FILTER EXISTS { ... }`
        around it: write it so that it holds for everything where the variable is not bound.
      - The parameter `limit` stands for the LIMIT of the same number, which may be that of a subquery.
      - A line `#include status` stands for the pattern `patterns/status.rq` of your folder, or else of [ours](queries/patterns).
      - The folder that the file lies in is its theme. `example` gives values for the documentation.

      An ASK query has one column, `answer`, and a table of one row: true or false; `provdl query` prints yes or no. With a
      parameter `run` it makes a `Condition`, which can stop or change a training while it runs.
      """;
}
