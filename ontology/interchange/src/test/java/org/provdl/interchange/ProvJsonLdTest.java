package org.provdl.interchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.provdl.interchange.EveryForm.ex;
import static org.provdl.interchange.EveryForm.literal;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.provdl.vocabulary.PROV;

class ProvJsonLdTest {

  private static final String CONTEXT =
      "\"@context\": [{\"ex\": \"http://example.org/\"}, \"" + ProvJsonLdTerms.CONTEXT + "\"]";

  private final Losses losses = new Losses();

  @Test
  void statementsOfEveryKindThatItHasComeBack() throws Exception {
    Said document = EveryForm.document();
    document.statements.removeIf(in -> ProvJsonLdTerms.className(in.statement().kind()).isEmpty());
    String text = document.written(Syntax.PROV_JSON_LD, losses);
    Said back = Said.read(Syntax.PROV_JSON_LD, text, losses);
    assertThat(losses.reasons()).isEmpty();
    assertThat(sorted(back)).containsExactlyElementsOf(sorted(document));
    assertThat(back.finished).isTrue();
  }

  /** Attributes of one name stand together in JSON. */
  private static List<Said.In> sorted(Said said) {
    List<Said.In> sorted = new ArrayList<>();
    for (Said.In in : said.statements) {
      Statement statement = in.statement();
      Map<Node, List<Attribute>> byName = new LinkedHashMap<>();
      statement
          .attributes()
          .forEach(a -> byName.computeIfAbsent(a.name(), name -> new ArrayList<>()).add(a));
      sorted.add(
          new Said.In(
              in.bundle(),
              new Statement(
                  statement.kind(),
                  statement.id(),
                  statement.arguments(),
                  byName.values().stream().flatMap(List::stream).toList())));
    }
    return sorted;
  }

  @Test
  void itIsWrittenAsTheSubmissionSays() {
    Said document = new Said();
    document.statements.add(
        new Said.In(
            null,
            new Statement(
                StatementKind.ENTITY,
                ex("e"),
                List.of(),
                List.of(
                    new Attribute(Attribute.TYPE, PROV.Plan.asNode()),
                    new Attribute(Attribute.LABEL, NodeFactory.createLiteralLang("x", "en")),
                    new Attribute(Attribute.VALUE, literal("1", "int")),
                    new Attribute(ex("a"), ex("b"))))));
    document.statements.add(
        new Said.In(
            ex("b"),
            new Statement(
                StatementKind.MEMBERSHIP, null, Arrays.asList(ex("c"), ex("e")), List.of())));
    assertThat(document.written(Syntax.PROV_JSON_LD, losses))
        .isEqualTo(
            """
            {"@context":[{"prov":"http://www.w3.org/ns/prov#","xsd":"http://www.w3.org/2001/XMLSchema#","ns1":"http://example.org/"},"https://openprovenance.org/prov-jsonld/context.jsonld"],
            "@graph":[
            {"@type":"Entity","@id":"ns1:e","type":["prov:Plan"],"label":[{"@value":"x","@language":"en"}],"value":[{"@value":"1","@type":"xsd:int"}],"ns1:a":[{"@value":"ns1:b","@type":"prov:QUALIFIED_NAME"}]},
            {"@type":"Bundle","@id":"ns1:b","@context":[{"ns1":"http://example.org/"},"https://openprovenance.org/prov-jsonld/context.jsonld"],"@graph":[{"@type":"Membership","collection":"ns1:c","entity":["ns1:e"]}]}
            ]}
            """);
  }

  @Test
  void whatItHasNoWordForIsReported() {
    Said document = new Said();
    document.statements.add(
        new Said.In(
            null,
            new Statement(
                StatementKind.MENTION, null, Arrays.asList(ex("e"), ex("f"), ex("b")), List.of())));
    document.written(Syntax.PROV_JSON_LD, losses);
    assertThat(losses.reasons())
        .singleElement()
        .asString()
        .endsWith("PROV-JSONLD has no mentionOf");
  }

  @Test
  void membersInAnyOrderOlderWordsAndSingleValuesAreRead() throws Exception {
    Said said =
        read(
            """
            { "@graph": [
                { "@graph": [ { "activity": "ex:a", "entity": {"@id": "ex:e"}, "@type": "prov:Usage" } ],
                  "@id": "ex:b", "@type": "Bundle", "@context": {"ex": "http://inner/"} },
                { "prov:type": "ex:T", "prov:label": "text", "ex:a": [ "ex:b", "no name", 1, 1.5, true, null,
                    {"@value": "v", "@type": "ex:t"}, {"@value": 2} ],
                  "@id": "ex:e", "@type": "Entity", "nothing": "x" },
                { "@type": "Membership", "collection": "ex:c", "entity": ["ex:e1", "ex:e2"] },
                { "@type": "Thing", "@id": "ex:t" } ],
              %s }
            """
                .formatted(CONTEXT));
    assertThat(said.bundles).containsExactly(NodeFactory.createURI("http://inner/b"));
    List<Statement> statements = said.statements.stream().map(Said.In::statement).toList();
    assertThat(statements.get(0).argument(1)).isEqualTo(NodeFactory.createURI("http://inner/e"));
    assertThat(statements.get(1).attributes())
        .containsExactly(
            new Attribute(Attribute.TYPE, ex("T")),
            new Attribute(Attribute.LABEL, literal("text", "string")),
            new Attribute(ex("a"), ex("b")),
            new Attribute(ex("a"), literal("no name", "string")),
            new Attribute(ex("a"), literal("1", "integer")),
            new Attribute(ex("a"), literal("1.5", "double")),
            new Attribute(ex("a"), literal("true", "boolean")),
            new Attribute(
                ex("a"),
                NodeFactory.createLiteralDT("v", NodeFactory.getType("http://example.org/t"))),
            new Attribute(ex("a"), literal("2", "integer")));
    assertThat(statements).hasSize(4);
    assertThat(losses.reasons())
        .containsExactly(
            "nothing of entity: it is no word of PROV-JSONLD, so it is left out",
            "Thing ex:t: PROV-JSONLD has no such statement, so it is left out");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "{`@graph`: [ | line 1,",
        "[] | line 1, column 1:",
        "{} | line 1, column 2:",
        "{`@context`: `http://elsewhere/`, `@graph`: []} | line 1, column 14: 'http://elsewhere/' is"
            + " not the context of PROV-JSONLD",
        "{`@graph`: []} {} | line 1, column 16:",
        "{`@graph`: [{`@type`: `Entity`}]} | line 1,",
        "{`@graph`: [{`@type`: `Entity`, `@id`: `o:e`}]} | line 1,",
        "{`@graph`: [{`@type`: `Entity`, `@id`: `prov:e`, `@id`: `prov:f`}]} | line 1,",
        "{`@graph`: [{`@id`: `prov:b`, `@graph`: [{`@id`: `prov:b`, `@graph`: []}]}]} | line 1,",
        "{`@graph`: [{`@type`: `Usage`, `entity`: [`prov:e`, `prov:f`]}]} | line 1,",
        "{`@graph`: [{`@type`: `Entity`, `@id`: `prov:e`, `label`: [{`@value`: []}]}]} | line 1,",
        "{`@graph`: [{`@graph`: []}]} | line 1,"
      })
  void aFaultIsOneErrorWithItsPlace(String text, String beginning) {
    assertThatThrownBy(() -> read(text.replace('`', '"')))
        .isInstanceOf(InvalidDocumentException.class)
        .hasMessageStartingWith(beginning);
  }

  @Test
  void everyTruncationIsOneError() {
    String text =
        "{"
            + CONTEXT
            + ", \"@graph\": [{\"@type\": \"Bundle\", \"@id\": \"ex:b\", \"@graph\":"
            + " [{\"@type\": \"Agent\", \"@id\": \"ex:a\", \"ex:x\": [{\"@value\": \"\u0416\"}]}]}]}";
    for (int end = 0; end < text.length(); end++) {
      String cut = text.substring(0, end);
      assertThatThrownBy(() -> read(cut)).isInstanceOf(InvalidDocumentException.class);
    }
  }

  @Test
  void aDeepOrLongTextIsOneError() {
    String head = "{\"@graph\": [{\"@type\": \"Entity\", \"@id\": \"prov:e\", \"prov:x\": ";
    for (String hostile :
        List.of("[".repeat(100_000), "\"" + "x".repeat(17_000_000), "1".repeat(100_000))) {
      assertThatThrownBy(() -> read(head + hostile)).isInstanceOf(InvalidDocumentException.class);
    }
  }

  @Test
  void aFileOfJsonLdIsKnownByItsContext(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("a.jsonld");
    Files.writeString(file, "{" + CONTEXT + ", \"@graph\": []}");
    assertThat(Syntax.of(DocumentSource.of(file))).contains(Syntax.PROV_JSON_LD);
    Files.writeString(file, "{\"@context\": {\"prov\": \"http://www.w3.org/ns/prov#\"}}");
    assertThat(Syntax.of(DocumentSource.of(file))).contains(Syntax.JSON_LD);
    assertThat(Syntax.of(DocumentSource.of(Path.of("a.provn")))).contains(Syntax.PROV_N);
    assertThat(Stream.of("provjsonld", "pn", "prov-asn").map(e -> Syntax.of(Path.of("a." + e))))
        .containsExactly(
            Syntax.labelled("prov-jsonld"), Syntax.labelled("prov-n"), Syntax.labelled("prov-n"));
  }

  private Said read(String text) throws Exception {
    return Said.read(Syntax.PROV_JSON_LD, text.getBytes(StandardCharsets.UTF_8), losses);
  }
}
