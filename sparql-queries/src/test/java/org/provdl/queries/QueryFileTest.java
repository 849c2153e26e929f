package org.provdl.queries;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

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
      #+   color: {type: string, list: true, meaning: its colors}
      #+   limit: {type: integer, default: 5, meaning: rows at most}
      #+ example: {kind: 'ex:Chair', color: 'red, green'}
      #+ columns:
      #+   thing: {meaning: the thing, unit: s}
      PREFIX ex: <http://example.org/>
      SELECT ?thing WHERE { ?thing a ?kind VALUES ?color { UNDEF } }
      LIMIT 5
      """;

  @Test
  void theHeaderIsTheDocumentation() {
    CannedQuery query = load(GOOD);
    assertThat(query.title()).isEqualTo("Things");
    assertThat(query.question()).isEqualTo("Which things are there?");
    assertThat(query.needsArq()).isFalse();
    assertThat(query.parameters())
        .containsExactly(
            new Parameter("kind", ParameterType.IRI, false, "ex:Thing", "their class"),
            new Parameter("color", ParameterType.STRING, true, null, "its colors"),
            new Parameter("limit", ParameterType.INTEGER, false, "5", "rows at most"));
    assertThat(query.example())
        .containsOnly(entry("kind", "ex:Chair"), entry("color", "red, green"));
    assertThat(query.columns()).containsExactly(new Column("thing", "the thing", "s"));
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
          "default: 5" | "default: 0" | the parameter limit must have a default of 1 or more
          "default: 5, " | "" | the parameter limit must have a default of 1 or more
          "limit: {type: integer, default: 5, meaning: rows at most}" | "more: {type: integer, default: 5, meaning: more}" | it has a LIMIT, but no parameter limit
          "type: integer" | "type: string" | the parameter limit must have the type integer
          "kind: {" | "sort: {" | the parameter 'sort' does not occur in the query
          "thing: {meaning" | "things: {meaning" | the header has the columns [things], but the query selects [thing]
          "SELECT ?thing" | "SELECT *" | it must be a SELECT query that lists its variables
          "SELECT ?thing WHERE" | "DESCRIBE ?thing WHERE" | it must be a SELECT query that lists its variables, or an ASK query
          "SELECT ?thing WHERE" | "ASK WHERE" | the header has the columns [thing], but the query selects [answer]
          "LIMIT 5" | "LIMIT 3" | the parameter limit has the default 5, but the query has no LIMIT of that size
          "LIMIT 5" | "" | but the query has no LIMIT of that size
          "VALUES ?color { UNDEF }" | "FILTER(?color = 1)" | the list 'color' does not occur
          "kind: 'ex:Chair'" | "size: 3" | Query 'things' has no parameter 'size'
          "kind: 'ex:Chair'" | "kind: chair" | Parameter 'kind' of query 'things' takes an IRI
          "unit: s" | "units: s" | 'thing' has an unknown key 'units'
          "WHERE" | "FROM ex:g WHERE" | it must have neither FROM nor VALUES
          "a ?kind" | "a ?kind {" | Encountered
          "a ?kind" | "a ?kind UNFOLD(?x AS ?y)" | Encountered
          "a ?kind" | "a ?k BIND(1 AS ?kind)" | kind
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
        GOOD.replaceFirst("thing: .*", "answer: whether")
            .replace("SELECT ?thing", "ASK")
            .replace("LIMIT 5", "");
    assertThatThrownBy(() -> load(ask))
        .isInstanceOf(QueryFileException.class)
        .hasMessageContaining("but the query has no LIMIT of that size");
    CannedQuery query = load(ask.replaceFirst("#\\+   limit.*\n", ""));
    assertThat(query.isAsk()).isTrue();
    assertThat(load(GOOD).isAsk()).isFalse();
  }

  @Test
  void theLimitMayStandInASubqueryAndOtherLimitsStay() {
    CannedQuery query =
        load(
            GOOD.replace("?thing a ?kind", "?thing a ?kind { SELECT ?p { ?s ?p ?o } LIMIT 1 }")
                .replaceFirst("(?s)WHERE (.*)LIMIT 5", "WHERE { { SELECT ?thing $0 } }"));
    String seven = query.with("limit", "7").toQuery().toString();
    assertThat(seven).contains("LIMIT   7").contains("LIMIT   1").doesNotContain("LIMIT   5");
    assertThat(query.with("limit", "8").toQuery().toString()).contains("LIMIT   8");
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
                .replace("a ?kind", "a ?kind UNFOLD(?x AS ?y)"));
    assertThat(query.needsArq()).isTrue();
  }

  private static CannedQuery load(String text) {
    return Runs.file("things", text);
  }
}
