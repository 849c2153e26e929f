package org.provdl.interchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.provdl.interchange.Documents.source;
import static org.provdl.interchange.EveryStatement.EX;
import static org.provdl.interchange.EveryStatement.ex;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProvJsonTest {

  private static final String PREFIX = "{\"prefix\": {\"ex\": \"" + EX + "\"}, ";

  /**
   * The key {@code prov:alternate1} is that of PROV-DM section 5.5.2, "the first of the two
   * entities" of {@code alternateOf}: this file has the second there.
   */
  private static final Set<String> NOT_WHAT_ITS_CASE_SAYS = Set.of("primer.json");

  @Test
  void everyFileOfTheCorpusIsReadAsItsRdf() throws IOException {
    ProvSuite.assertReadAndWritten(Syntax.PROV_JSON, "json", NOT_WHAT_ITS_CASE_SAYS);
  }

  @Test
  void statementsOfEveryKindComeBack() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Losses losses = new Losses();
    EveryStatement.to(new ProvJsonWriter(out, losses));
    assertThat(losses.reasons()).isEmpty();
    DatasetGraph read = Documents.dataset(source(out.toByteArray()), Syntax.PROV_JSON);
    assertThat(Documents.same(read, EveryStatement.dataset())).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"hadMember\": {\"_:m\": {\"prov:collection\": \"ex:c\", \"prov:entity\": [",
        "{\"entity\": {\"ex:e\": {\"ex:a\": [",
        "{\"derivedByRemovalFrom\": {\"_:r\": {\"prov:key-set\": ["
      })
  void anArrayOfAMillionPartsIsAFault(String beginning) {
    assertThat(
            fault(
                source(PREFIX + beginning.substring(1) + "\"ex:x\", ".repeat(1_000_000) + "1]}}}")))
        .hasMessageContaining("a statement of more than a million parts");
  }

  @Test
  void prefixesComeFirstThenKindsThenBundles() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    StatementStream writer = new ProvJsonWriter(out, new Losses());
    writer.namespace("ex", EX);
    for (String label : List.of("one", "two")) {
      writer.statement(
          new Statement(
              StatementKind.ENTITY,
              ex("e"),
              List.of(),
              List.of(new Attribute(Attribute.LABEL, EveryStatement.string(label)))));
    }
    writer.statement(
        new Statement(StatementKind.USAGE, null, Arrays.asList(ex("a"), ex("e"), null), List.of()));
    writer.beginBundle(ex("b"));
    writer.statement(new Statement(StatementKind.AGENT, ex("b)"), List.of(), List.of()));
    writer.endBundle();
    writer.finish();
    assertThat(out.toString(StandardCharsets.UTF_8))
        .isEqualTo(
            """
            {
              "prefix" : {
                "prov" : "http://www.w3.org/ns/prov#",
                "xsd" : "http://www.w3.org/2001/XMLSchema#",
                "ex" : "http://example.org/",
                "ns1" : "http://example.org/b)"
              },
              "entity" : {
                "ex:e" : [ {"prov:label":[{"$":"one","type":"xsd:string"}]}, {"prov:label":[{"$":"two","type":"xsd:string"}]} ]
              },
              "used" : {
                "_:id1" : {"prov:activity":"ex:a","prov:entity":"ex:e"}
              },
              "bundle" : {
                "ex:b" : {
                  "agent" : {
                    "ns1:" : { }
                  }
                }
              }
            }"""
                .replace("{ }", "{}"));
  }

  @Test
  void whatOtherToolsWriteIsRead() throws IOException {
    Documents.assertReadAs(
        """
                {
                  "entity": {
                    "ex:e1": {
                      "ex:bare": ["text", 1, 3000000000, 1.5e3, true],
                      "ex:number": {"$": 2.50, "type": "xsd:double"},
                      "ex:untyped": {"$": false},
                      "ex:label": {"$": "sans langue", "type": "prov:InternationalizedString"},
                      "tag": {"$": "ex:a\\\\=b", "type": "xsd:QName"}
                    },
                    "ex:with space": {}
                  },
                  "hadMember": {"_:m": {"prov:collection": "ex:c", "prov:entity": ["ex:1", "ex:2"]}},
                  "used": {"_:u": {
                    "prov:activity": {"$": "ex:a1", "type": "prov:QUALIFIED_NAME"},
                    "prov:time": [{"$": "2024-01-01T00:00:00Z", "type": "xsd:dateTime"}]}},
                  "prefix": {
                    "ex": "http://example.org/",
                    "default": "http://default.example/",
                    "xsd": "http://www.w3.org/2001/XMLSchema"
                  }
                }
                """,
        Syntax.PROV_JSON,
        """
                ex:e1 a prov:Entity ;
                  ex:bare "text", "1"^^xsd:int, 3000000000, "1.5e3"^^xsd:double, true ;
                  ex:number "2.50"^^xsd:double ; ex:untyped false ; ex:label "sans langue" ;
                  <http://default.example/tag> <http://example.org/a=b> .
                <http://example.org/with%20space> a prov:Entity .
                ex:c prov:hadMember ex:1, ex:2 .
                ex:a1 prov:qualifiedUsage [ a prov:Usage ; prov:atTime "2024-01-01T00:00:00Z"^^xsd:dateTime ] .
                """);
  }

  @Test
  void whatProvToolbox2WritesIsRead() throws IOException {
    Documents.assertReadAs(
        """
        {
          "prefix": {"default": "http://example.org/0/"},
          "bundle": {
            "b": {
              "@id": "b",
              "defaultNamespace": "http://example.org/1/",
              "entity": {"e": {"prov:type": [{"$": "null:T", "type": "prov:QUALIFIED_NAME"}]}}
            }
          },
          "entity": {"e": {}}
        }
        """,
        Syntax.PROV_JSON,
        """
        <http://example.org/0/e> a prov:Entity .
        <http://example.org/1/b> {
          <http://example.org/1/e> a prov:Entity, <http://example.org/1/T> .
        }
        """);
  }

  @Test
  void aBlankIdentifierCountsWhereADerivationRefersToIt() throws IOException {
    Documents.assertReadAs(
        PREFIX
            + """
                    "wasGeneratedBy": {
                      "_:g1": {"prov:entity": "ex:e2", "prov:activity": "ex:a"},
                      "_:g2": {"prov:entity": "ex:e3", "prov:activity": "ex:a"}},
                    "wasDerivedFrom": {"_:d": {"prov:generatedEntity": "ex:e2",
                      "prov:usedEntity": "ex:e1", "prov:generation": "_:g1"}}}
                    """,
        Syntax.PROV_JSON,
        """
                ex:e2 prov:qualifiedGeneration _:g ;
                  prov:qualifiedDerivation [ a prov:Derivation ; prov:entity ex:e1 ; prov:hadGeneration _:g ] .
                _:g a prov:Generation ; prov:activity ex:a .
                ex:e3 prov:wasGeneratedBy ex:a .
                """);
  }

  @Test
  void aBlankNodeIsWrittenAsANameAndComesBack() throws IOException {
    String turtle =
        "@prefix prov: <http://www.w3.org/ns/prov#> . [ a prov:Entity ; prov:value \"x\" ] .";
    byte[] written = Documents.written(source(turtle), Syntax.TURTLE, Syntax.PROV_JSON);
    assertThat(new String(written, StandardCharsets.UTF_8)).contains(SpecialNames.BLANK);
    assertThat(
            Documents.same(
                Documents.dataset(source(written), Syntax.PROV_JSON),
                Documents.dataset(source(turtle), Syntax.TURTLE)))
        .isTrue();
  }

  @Test
  void whatHasNoPlaceIsReported() {
    Losses losses = new Losses();
    StatementStream writer = new ProvJsonWriter(OutputStream.nullOutputStream(), losses);
    writer.statement(
        new Statement(
            StatementKind.USAGE,
            null,
            Arrays.asList(ex("a"), EveryStatement.string("literal"), ex("time")),
            List.of(
                new Attribute(NodeFactory.createURI("http://www.w3.org/ns/prov#time"), ex("x")))));
    writer.statement(
        new Statement(StatementKind.ALTERNATE, ex("id"), List.of(ex("e1"), ex("e2")), List.of()));
    assertThat(losses.reasons())
        .satisfiesExactly(
            reason -> assertThat(reason).endsWith("entity is no name"),
            reason -> assertThat(reason).endsWith("time is no time"),
            reason ->
                assertThat(reason).endsWith("prov:time is an argument, and no attribute beside it"),
            reason ->
                assertThat(reason)
                    .endsWith("PROV-DM has no identifier and no attributes of alternateOf"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "[]|1|1|a document, which is an object, is expected here",
        "``|1|1|a document, which is an object, is expected here",
        "{\"entity\": {\"ex:e\"|1|19|Unexpected end-of-input",
        "{} {}|1|4|the document has ended, but there is more",
        "{\"entity\": {}, \"entity\": {}}|1|16|'entity' is there twice",
        "{\"entity\": {\"prov:e\": {}, \"prov:e\": {}}}|1|27|'prov:e' is there twice",
        "{\"entity\": {\"prov:e\": {\"prov:l\": {\"$\": 1, \"$\": 2}}}}|1|43|'$' is there twice",
        "{\"entities\": {}}|1|2|'entities' is no kind of statement in PROV-JSON",
        "{\"entity\": {\"ex:e\": {}}}|1|13|the prefix 'ex' of 'ex:e' is not declared",
        "{\"entity\": {\"e\": {}}}|1|13|'e' has no prefix, and no default namespace is declared",
        "{\"entity\": {\"prov:e\": 1}}|1|23|the object of a statement is expected here",
        "{\"entity\": {\"prov:e\": {\"prov:a\": {\"x\": 1}}}}|1|40|a value has '$'",
        "{\"entity\": {\"prov:e\": {\"prov:a\": {}}}}|1|35|a value without '$'",
        "{\"entity\": {\"prov:e\": {\"prov:a\": [[1]]}}}|1|35|a value is expected here",
        "{\"entity\": {\"prov:e\": {\"prov:a\": \"\\ud800\"}}}|1|34|half a character",
        "{\"used\": {\"_:u\": {\"prov:entity\": [\"prov:a\", \"prov:b\"]}}}|1|45|used has one entity",
        "{\"entity\": {\"prov:e\": {\"prov:a\": {\"$\": 1, \"lang\": \"e n\"}}}}|1|56|'e n' is no language",
        "{\"bundle\": {\"prov:b\": {\"bundle\": {}}}}|1|24|a bundle in a bundle",
      })
  void faultsAreSaidWithTheirPlace(String json, long line, long column, String message) {
    InvalidDocumentException fault = fault(source(json));
    assertThat(fault).hasMessageContaining(message);
    assertThat(List.of(fault.line(), fault.column())).isEqualTo(List.of(line, column));
  }

  @ParameterizedTest
  @ValueSource(strings = {"ISO-8859-1", "UTF-16LE"})
  void anotherEncodingIsAFault(String encoding) throws IOException {
    String json = "{\n\"entity\": {\"prov:\u00e9\": {}}}";
    InvalidDocumentException fault = fault(source(json.getBytes(encoding)));
    assertThat(fault.line()).isEqualTo(encoding.startsWith("I") ? 2 : 1);
  }

  @Test
  void deepNestingIsAFault() {
    assertThat(fault(source(PREFIX + "\"entity\": " + "[".repeat(100_000))))
        .hasMessageContaining("nesting depth");
  }

  @Test
  void aLiteralOf100MegabytesIsAFault() {
    String head = PREFIX + "\"entity\": {\"ex:e\": {\"ex:a\": \"";
    assertThat(fault(Documents.longSource(head, 100L << 20, "\"}}}")))
        .hasMessageContaining("String value length");
  }

  @Test
  void everyTruncationIsOneFault() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    EveryStatement.to(new ProvJsonWriter(out, new Losses()));
    byte[] whole = out.toByteArray();
    for (int length = 0; length < whole.length; length += 997) {
      assertThat(fault(source(Arrays.copyOf(whole, length))).line()).isPositive();
    }
  }

  @Test
  void manyStatementsComeBack(@TempDir Path folder) throws IOException {
    int read = ManyStatements.roundTrip(Syntax.PROV_JSON, 20_000, folder.resolve("many.json"));
    assertThat(read).isEqualTo(20_000);
  }

  private static InvalidDocumentException fault(DocumentSource source) {
    return Documents.fault(source, Syntax.PROV_JSON);
  }
}
