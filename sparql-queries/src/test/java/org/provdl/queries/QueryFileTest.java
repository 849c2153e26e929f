package org.provdl.queries;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QueryFileTest {
  private static final String GOOD =
      """
      #+ title: Things
      #+ question: Which things are there?
      #+ parameters:
      #+   kind: {type: iri, default: 'ex:Thing', meaning: their class}
      #+   limit: {type: integer, default: 5, meaning: rows at most}
      #+ columns:
      #+   thing: the thing
      PREFIX ex: <http://example.org/>
      SELECT ?thing WHERE { ?thing a ?kind }
      """;

  @Test
  void theHeaderIsTheDocumentation() {
    CannedQuery query = load(GOOD);
    assertThat(query.title()).isEqualTo("Things");
    assertThat(query.question()).isEqualTo("Which things are there?");
    assertThat(query.needsArq()).isFalse();
    assertThat(query.parameters())
        .containsExactly(
            new Parameter("kind", ParameterType.IRI, "ex:Thing", "their class"),
            new Parameter("limit", ParameterType.INTEGER, "5", "rows at most"));
    assertThat(query.columns()).containsExactly(new Column("thing", "the thing"));
  }

  /** What is replaced by what in a good file, and what the message then says. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          "#+ title: Things" | "#+" | 'title' is missing
          "title: Things" | "title: 'Things" | the header is not YAML
          "title: Things" | "title: [a, b]" | 'title' is missing or is no text
          "title: Things" | "titel: Things" | 'header' has an unknown key 'titel'
          "question: Which things are there?" | "title: again" | the header is not YAML
          "#+ " | "# " | 'header' is missing
          "type: iri" | "type: uri" | there is no parameter type 'uri'; use one of iri, run,
          "type: iri, " | "" | 'type' is missing
          "meaning: their class" | "means: their class" | 'kind' has an unknown key 'means'
          "ex:Thing" | "Thing" | Parameter 'kind' of query 'things' takes an IRI, not 'Thing'
          "default: 5" | "default: 0" | a limit must be at least 1
          "type: integer" | "type: string" | the parameter limit must have the type integer
          "kind: {" | "sort: {" | the parameter 'sort' does not occur in the query
          "thing: the thing" | "things: the thing" | the header has the columns [things], but the query selects [thing]
          "SELECT ?thing" | "SELECT *" | it must be a SELECT query that lists its variables
          "SELECT ?thing WHERE" | "DESCRIBE ?thing WHERE" | it must be a SELECT query that lists its variables, or an ASK query
          "SELECT ?thing WHERE" | "ASK WHERE" | the header has the columns [thing], but the query selects [answer]
          "a ?kind }" | "a ?kind } LIMIT 3" | it must declare the parameter limit instead of a LIMIT
          "WHERE" | "FROM ex:g WHERE" | it must have neither FROM nor VALUES
          "a ?kind }" | "a ?kind" | Encountered
          "a ?kind }" | "a ?kind UNFOLD(?x AS ?y) }" | Encountered
          "a ?kind }" | "a ?k BIND(1 AS ?kind) }" | kind
          """)
  void aMalformedFileIsRefusedByName(String part, String replacement, String reason) {
    assertThat(GOOD).contains(part);
    assertThatThrownBy(() -> load(GOOD.replace(part, replacement)))
        .isInstanceOf(QueryFileException.class)
        .hasMessageStartingWith("things.rq: ")
        .hasMessageContaining(reason.strip());
  }

  @Test
  void anAskQueryHasTheColumnAnswerAndNoLimit() {
    String ask =
        GOOD.replace("thing: the thing", "answer: whether").replace("SELECT ?thing", "ASK");
    assertThatThrownBy(() -> load(ask))
        .isInstanceOf(QueryFileException.class)
        .hasMessage("things.rq: an ASK query has no rows that limit could count");
    CannedQuery query = load(ask.replaceFirst("#\\+   limit.*\n", ""));
    assertThat(query.isAsk()).isTrue();
    assertThat(load(GOOD).isAsk()).isFalse();
  }

  @Test
  void aHeaderThatExpandsWithoutEndIsRefused() {
    assertThatThrownBy(() -> load(GOOD.replace("title: Things", "title: &a [*a, *a]")))
        .isInstanceOf(QueryFileException.class);
    assertThatThrownBy(() -> load(GOOD.replace("Things", "x".repeat(100_000))))
        .isInstanceOf(QueryFileException.class)
        .hasMessageContaining("limit");
  }

  @Test
  void aQueryThatSaysSoMayUseTheExtensionsOfJena() {
    CannedQuery query =
        load(
            GOOD.replace("#+ question", "#+ arq: true\n#+ question")
                .replace("a ?kind }", "a ?kind UNFOLD(?x AS ?y) }"));
    assertThat(query.needsArq()).isTrue();
  }

  private static CannedQuery load(String text) {
    return QueryFile.load("things", text, Catalogue.DEFAULT_BASE);
  }
}
