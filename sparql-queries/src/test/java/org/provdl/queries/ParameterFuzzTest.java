package org.provdl.queries;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.query.Syntax;
import org.apache.jena.sparql.algebra.Algebra;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Random hostile text for every parameter of every query: it is refused with one clear line, or
 * what an endpoint reads is the query with that one term, and nothing more or less.
 */
class ParameterFuzzTest {
  private static final long SEED = 20_260_105;
  private static final int TEXTS = 100;
  private static final List<String> PIECES =
      List.of(
          "<",
          ">",
          "\"",
          "'",
          "\\",
          "\\u0022",
          "\\u003E",
          "{",
          "}",
          "(",
          ")",
          "#",
          "?run",
          "$run",
          " ",
          "\n",
          "\r",
          "\t",
          "\u0000",
          "\u202E",
          "\uD800",
          "🧠",
          "é",
          ";",
          ".",
          ",",
          "/",
          ":",
          "//",
          "%",
          "%zz",
          "^^",
          "@en",
          "_:b",
          "a",
          "A1",
          "0",
          "7",
          "..",
          "-1",
          "1e5",
          "NaN",
          "true",
          "http://example.org/",
          "urn:x:y",
          "provdl:loss",
          "xsd:integer",
          "DROP ALL",
          "} INSERT DATA { <a> <b> <c> }",
          "UNION { ?s ?p ?o }",
          "SERVICE <http://x/> {",
          "UNDEF",
          "LIMIT 0",
          "\"\"\"",
          "'''",
          "sha256-",
          "#training",
          "2026-01-05T10:00:00Z");

  static List<CannedQuery> queries() {
    return List.copyOf(Catalogue.standard().queries());
  }

  @ParameterizedTest
  @MethodSource("queries")
  void aValueIsRefusedOrIsOneTermOfTheSameQuery(CannedQuery query) {
    Random random = new Random(SEED);
    int taken = 0;
    for (Parameter parameter : query.parameters()) {
      for (int i = 0; i < TEXTS; i++) {
        String text = i < PIECES.size() ? PIECES.get(i) : text(random);
        try {
          check(
              parameter.name() + "=" + text,
              query.with(query.example()).with(parameter.name(), List.of(text)).toQuery(),
              query);
          taken++;
        } catch (QueryParameterException e) {
          assertThat(e.getMessage()).hasLineCount(1).hasSizeLessThan(600).doesNotContain("\u0000");
        }
      }
    }
    assertThat(taken > 0 || query.parameters().isEmpty()).isTrue();
  }

  private static void check(String value, Query bound, CannedQuery query) {
    Query received =
        QueryFactory.create(
            bound.serialize(), query.needsArq() ? Syntax.syntaxARQ : Syntax.syntaxSPARQL_11);
    assertThat(algebra(received)).as(value).isEqualTo(algebra(bound));
    assertThat(received.getLimit()).isEqualTo(bound.getLimit());
  }

  /** What is asked, whatever blank nodes are called. */
  private static String algebra(Query query) {
    return Algebra.compile(query).toString().replaceAll("\\?\\?\\w+|_:\\w+", "_:");
  }

  private static String text(Random random) {
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(6); i >= 0; i--) {
      text.append(PIECES.get(random.nextInt(PIECES.size())));
    }
    return text.toString();
  }
}
