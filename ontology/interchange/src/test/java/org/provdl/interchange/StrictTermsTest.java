package org.provdl.interchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What JSON-LD and RDF/XML cannot hold does no harm to what they can. */
class StrictTermsTest {

  private static final String EX = "http://example.org/";

  @ParameterizedTest
  @CsvSource({"a#b#c, a#b%23c", "100%, 100%25", "%zz, %25zz", "[a], %5Ba%5D"})
  void aNameThatIsNoIriIsEscaped(String name, String escaped) throws IOException {
    for (Syntax syntax : List.of(Syntax.JSON_LD, Syntax.RDF_XML)) {
      Losses losses = new Losses();
      DatasetGraph read = throughIt("entity(ex:o)", EX + name, syntax, losses);
      assertThat(losses.reasons())
          .contains(EX + name + ": is no IRI (RFC 3987), so it is written as " + EX + escaped);
      assertSame(
          read,
          "<%s> a prov:Entity ; ex:x <%s> . ex:o a prov:Entity ."
              .formatted(EX + escaped, EX + escaped));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"1x:y", "x", "a/b:c", "http://", "urn:", "http://e.org/a/../b", "http://e.org/."})
  void whatCannotBeEscapedIsLeftOutAndSaid(String name) throws IOException {
    for (Syntax syntax : List.of(Syntax.JSON_LD, Syntax.RDF_XML)) {
      Losses losses = new Losses();
      assertSame(throughIt("entity(ex:o)", name, syntax, losses), "ex:o a prov:Entity .");
      assertThat(losses.reasons())
          .hasSize(2)
          .allMatch(reason -> reason.endsWith("the syntax takes no IRI " + name));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"http://e.org/%2F?a=b&c", "urn:isbn:1", "mailto:a@e.org", "http://e.org/\u0436"})
  void otherNamesComeBack(String name) throws IOException {
    for (Syntax syntax : List.of(Syntax.JSON_LD, Syntax.RDF_XML)) {
      Losses losses = new Losses();
      assertSame(
          throughIt("entity(ex:o)", name, syntax, losses),
          "<%s> a prov:Entity ; ex:x <%s> . ex:o a prov:Entity .".formatted(name, name));
      assertThat(losses.reasons()).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource(Syntax.class)
  void aPrefixCannotEndItsDeclaration(Syntax syntax) throws IOException {
    String json =
        """
        {"prefix": {"a": "http://a/> . <a:b> <c:d> <e:f> . #", "b> <x": "http://b/", "\uFFFD": "http://c/"},
         "entity": {"a:1": {}, "b> <x:2": {}, "\uFFFD:3": {}}}
        """;
    Losses losses = new Losses();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new Document(Documents.source(json), Syntax.PROV_JSON).write(syntax, out, losses);
    assertSame(
        Documents.dataset(Documents.source(out.toByteArray()), syntax),
        Documents.dataset(Documents.source(json), Syntax.PROV_JSON));
  }

  @Test
  void whatNoIriMayHoldIsEncodedWhenItIsRead() throws IOException {
    assertSame(
        Documents.trig("<http://e.org/\u0001a> a prov:Entity ; ex:x \"y\"^^<http://t/\u0002> ."),
        "<http://e.org/%01a> a prov:Entity ; ex:x \"y\"^^<http://t/%02> .");
  }

  @Test
  void aPrefixIsNotTakenForAScheme() throws IOException {
    Losses losses = new Losses();
    assertSame(
        throughIt("prefix urn <http://u/>\nentity(urn:a)", "urn:isbn:1", Syntax.JSON_LD, losses),
        "<urn:isbn:1> a prov:Entity ; ex:x <urn:isbn:1> . <http://u/a> a prov:Entity .");
    assertThat(losses.reasons()).isEmpty();
  }

  @Test
  void whatIsSaidOfATripleIsLeftOutAndSaid() throws IOException {
    String trig = "<< ex:a ex:b ex:c >> ex:d ex:e . ex:a a prov:Entity .";
    for (Syntax syntax : List.of(Syntax.JSON_LD, Syntax.RDF_XML)) {
      Losses losses = new Losses();
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      new Document(Documents.source(Documents.PREFIXES + trig), Syntax.TRIG)
          .write(syntax, out, losses);
      assertThat(losses.reasons())
          .singleElement()
          .asString()
          .endsWith("the syntax has no triples about triples");
      assertSame(
          Documents.dataset(Documents.source(out.toByteArray()), syntax),
          "[] ex:d ex:e . ex:a a prov:Entity .");
    }
  }

  @Test
  void aCharacterThatXmlDoesNotHaveIsReplaced() throws IOException {
    Losses losses = new Losses();
    assertSame(
        throughIt("entity(ex:o, [ex:x = \"a\u0001b\"@en])", EX + "p", Syntax.RDF_XML, losses),
        "ex:p a prov:Entity ; ex:x ex:p . ex:o a prov:Entity ; ex:x \"a\uFFFDb\"@en .");
    assertThat(losses.reasons())
        .containsExactly(
            "a\u0001b: XML has no way to say a character in it; U+FFFD is in its place");
  }

  @ParameterizedTest
  @ValueSource(strings = {"<", "</ex:x><ex:y>z</ex:y><ex:x>", "&e;", "<!DOCTYPE a>"})
  void whatIsNoXmlIsNotPutIntoXml(String text) throws IOException {
    Losses losses = new Losses();
    String entity =
        "prefix rdf <http://www.w3.org/1999/02/22-rdf-syntax-ns#>\nentity(ex:o, [ex:x = \"%s\" %%%% rdf:XMLLiteral])";
    assertSame(
        throughIt(entity.formatted(text), EX + "p", Syntax.RDF_XML, losses),
        "ex:p a prov:Entity ; ex:x ex:p . ex:o a prov:Entity ; ex:x \"%s\" .".formatted(text));
    assertThat(losses.reasons())
        .containsExactly(text + ": is no XML, though its type says so; written as a string");
  }

  /** A document with an entity of that name and other statements, as it comes back. */
  private static DatasetGraph throughIt(String more, String name, Syntax syntax, Losses losses)
      throws IOException {
    Said said =
        Said.read(
            Syntax.PROV_N, "document\nprefix ex <" + EX + ">\n" + more + "\nendDocument", losses);
    Node node = NodeFactory.createURI(name);
    Attribute self = new Attribute(NodeFactory.createURI(EX + "x"), node);
    said.statements.add(
        new Said.In(null, new Statement(StatementKind.ENTITY, node, List.of(), List.of(self))));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    said.to(syntax.writer(out, losses));
    return Documents.dataset(Documents.source(out.toByteArray()), syntax);
  }

  private static void assertSame(DatasetGraph read, String trig) throws IOException {
    assertSame(read, Documents.trig(trig));
  }

  private static void assertSame(DatasetGraph read, DatasetGraph expected) {
    assertThat(Documents.same(read, expected)).as("%s", read).isTrue();
  }
}
