package org.provdl.queries;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.apache.jena.datatypes.BaseDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.sparql.algebra.Algebra;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * No value changes what is asked: it is refused, or it is one RDF term, also after the query was
 * sent as text.
 */
class InjectionTest {
  private static final CannedQuery TEXT =
      QueryFile.load(
          "text",
          """
          #+ title: Text
          #+ question: What has a label?
          #+ parameters:
          #+   label: {type: string, meaning: the label}
          #+ columns:
          #+   what: what has it
          SELECT ?what WHERE { ?what <http://example.org/label> ?label }
          """,
          Catalogue.DEFAULT_BASE);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "> } DROP ALL",
        "http://example.org/> } ; DROP ALL #",
        "<http://example.org/> } INSERT DATA { <a> <b> <c> }>",
        "provdl:accuracy> . ?s ?p ?o . <http://example.org/",
        "provdl:loss . ?s ?p ?o",
        "http://example.org/\u0000",
        "http://example.org/a\nb",
        "http://example.org/\"",
        "http://example.org/\\u003E",
        "http://example.org/{}",
        "http://example.org/a|b",
        "http://example.org/`",
        "http://example.org/^",
        "http://example.org/%zz",
        "http://[::1/",
        "?metric",
        "_:blank",
        "\"text\"",
        "<< <a:s> <a:p> <a:o> >>",
        "",
        "\u202E",
      })
  void aHostileIriIsRefusedInOneLine(String hostile) {
    assertThatThrownBy(() -> Runs.query("best-runs").with("metric", hostile))
        .isInstanceOf(QueryParameterException.class)
        .message()
        .startsWith("Parameter 'metric' of query 'best-runs' takes an IRI, not '")
        .hasLineCount(1)
        .doesNotContain("\u0000");
    assertThatThrownBy(() -> Runs.query("lineage").with("entity", hostile))
        .isInstanceOf(QueryParameterException.class);
    assertThatThrownBy(() -> Runs.query("hyperparameters").with("run", hostile))
        .isInstanceOf(QueryParameterException.class);
    assertThatThrownBy(() -> Runs.query("best-runs").with("metric", NodeFactory.createURI(hostile)))
        .isInstanceOf(QueryParameterException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"x#> } DROP ALL", "x#\"", "x#a b", "x#\n"})
  void aHostilePartOfARunIsRefused(String hostile) {
    assertThatThrownBy(() -> Runs.query("lineage").with("entity", hostile))
        .isInstanceOf(QueryParameterException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1 } DROP ALL", "1\n2", "1;", "0x1", "1e1", "\u0661"})
  void aHostileNumberIsRefused(String hostile) {
    assertThatThrownBy(() -> Runs.query("best-runs").with("limit", hostile))
        .isInstanceOf(QueryParameterException.class)
        .message()
        .hasLineCount(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\" } DROP ALL #",
        "' } DROP ALL #",
        "\"\"\" } DROP ALL",
        "\\",
        "\\\" }",
        "a\nb\r\tc",
        "?what",
        "<http://example.org/>",
        "\\u0022 }",
        "\u0000\u202E🧠",
        "",
      })
  void hostileTextIsOneTermOfTheSameQuery(String hostile) {
    Query bound = TEXT.with("label", hostile).toQuery();
    Query harmless = TEXT.with("label", "harmless").toQuery();

    Query received = QueryFactory.create(bound.serialize());

    assertThat(received).isEqualTo(bound);
    String placeholder = quote("harmless");
    assertThat(Algebra.compile(received).toString())
        .isEqualTo(Algebra.compile(harmless).toString().replace(placeholder, quote(hostile)));
  }

  @Test
  void aLiteralOfAHostileDatatypeIsRefused() {
    Node hostile =
        NodeFactory.createLiteralDT("a", new BaseDatatype("http://example.org/> } DROP ALL"));
    assertThatThrownBy(() -> TEXT.with("label", hostile))
        .isInstanceOf(QueryParameterException.class);
  }

  private static String quote(String text) {
    return org.apache.jena.riot.out.NodeFmtLib.strNT(NodeFactory.createLiteralString(text));
  }
}
