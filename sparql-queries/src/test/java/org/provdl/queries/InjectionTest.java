package org.provdl.queries;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.apache.jena.datatypes.BaseDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.sparql.algebra.Algebra;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.provdl.vocabulary.Base;

/**
 * No value changes what is asked: it is refused, or it is one RDF term, also after the query was
 * sent as text.
 */
class InjectionTest {
  private static final CannedQuery TEXT =
      Runs.file(
          "text",
          """
          #+ title: Text
          #+ question: What has a label?
          #+ parameters:
          #+   label: {type: string, meaning: the label}
          #+ columns:
          #+   what: what has it
          SELECT ?what WHERE { ?what <http://example.org/label> ?label }
          """);
  private static final CannedQuery KIND =
      Runs.file(
          "kind",
          """
          #+ title: Kind
          #+ question: What is of a kind?
          #+ parameters:
          #+   kind: {type: iri, meaning: the kind}
          #+   names: {type: string, list: true, meaning: the names}
          #+ columns:
          #+   what: what is
          SELECT ?what WHERE { ?what a ?kind ; <http://example.org/label> ?names VALUES ?names { UNDEF } }
          """);

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
    assertThatThrownBy(() -> KIND.with("kind", hostile))
        .isInstanceOf(QueryParameterException.class)
        .message()
        .startsWith("Parameter 'kind' of query 'kind' takes an IRI, not '")
        .hasLineCount(1)
        .doesNotContain("\u0000");
    assertThatThrownBy(() -> Runs.query("lineage").with("entity", hostile))
        .isInstanceOf(QueryParameterException.class);
    assertThatThrownBy(() -> Runs.query("hyperparameters").with("run", hostile).toQuery())
        .isInstanceOf(QueryParameterException.class);
    assertThatThrownBy(() -> KIND.with("kind", NodeFactory.createURI(hostile)))
        .isInstanceOf(QueryParameterException.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"?metric", "a b", "x\"", "{}", "a|b", "`", "^", "\\u003E", "\u202E", "%zz"})
  void aHostileNameIsEncodedInTheIri(String hostile) {
    Query bound = Runs.query("best-runs").with("metric", hostile).toQuery();
    assertThat(QueryFactory.create(bound.serialize()).serialize()).isEqualTo(bound.serialize());
    assertThat(bound.serialize())
        .contains("<" + Runs.BASE + "metric/" + Base.segment(hostile) + ">");
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
  void hostileTextsOfAListAreTermsOfTheSameQuery() {
    List<String> hostile = List.of("\" } DROP ALL #", "UNDEF", "a, b", "\\u0022 }");
    Query bound = KIND.with("kind", "urn:x:y").with("names", hostile).toQuery();
    Query received = QueryFactory.create(bound.serialize());
    assertThat(received).isEqualTo(bound);
    assertThat(Algebra.compile(received).toString())
        .contains(hostile.stream().map(InjectionTest::quote).toArray(String[]::new));
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
