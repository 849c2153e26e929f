package org.provdl.interchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.provdl.interchange.Documents.source;
import static org.provdl.interchange.EveryStatement.ex;
import static org.provdl.interchange.EveryStatement.string;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
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

class ProvXmlTest {

  private static final String ROOT =
      "<prov:document xmlns:prov=\"http://www.w3.org/ns/prov#\""
          + " xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\""
          + " xmlns:xsd=\"http://www.w3.org/2001/XMLSchema\" xmlns:ex=\"http://example.org/\">";

  @Test
  void everyFileOfTheCorpusIsReadAsItsRdf() throws IOException {
    ProvSuite.assertReadAndWritten(Syntax.PROV_XML, "provx", Set.of());
  }

  @Test
  void statementsOfEveryKindComeBack() throws IOException {
    byte[] written = everyStatement();
    DatasetGraph read = Documents.dataset(source(written), Syntax.PROV_XML);
    assertThat(Documents.same(read, EveryStatement.dataset())).isTrue();
  }

  @Test
  void partsComeInTheOrderOfTheSchema() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Losses losses = new Losses();
    StatementStream writer = new ProvXmlWriter(out, losses);
    writer.namespace("ex", EveryStatement.EX);
    writer.statement(
        new Statement(
            StatementKind.GENERATION,
            ex("g"),
            Arrays.asList(ex("e"), ex("a"), Values.time("2024-01-01T00:00:00Z")),
            List.of(
                new Attribute(
                    ex("other"), Values.typed("1", "http://www.w3.org/2001/XMLSchema#int")),
                new Attribute(Attribute.TYPE, ex("T")),
                new Attribute(Attribute.ROLE, NodeFactory.createLiteralLang("r\u00f4le", "fr")),
                new Attribute(Attribute.LOCATION, string("a < b\r")),
                new Attribute(Attribute.LABEL, string("label")))));
    writer.beginBundle(ex("b"));
    writer.statement(new Statement(StatementKind.AGENT, ex("b/c"), List.of(), List.of()));
    writer.endBundle();
    writer.finish();
    assertThat(losses.reasons()).isEmpty();
    assertThat(out.toString(StandardCharsets.UTF_8))
        .isEqualTo(
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <prov:document xmlns:prov="http://www.w3.org/ns/prov#" \
            xmlns:xsd="http://www.w3.org/2001/XMLSchema" xmlns:ex="http://example.org/" \
            xmlns:ns1="http://example.org/b/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
              <prov:wasGeneratedBy prov:id="ex:g">
                <prov:entity prov:ref="ex:e"/>
                <prov:activity prov:ref="ex:a"/>
                <prov:time>2024-01-01T00:00:00Z</prov:time>
                <prov:label>label</prov:label>
                <prov:location xsi:type="xsd:string">a &lt; b&#xD;</prov:location>
                <prov:role xsi:type="prov:InternationalizedString" xml:lang="fr">rôle</prov:role>
                <prov:type xsi:type="xsd:QName">ex:T</prov:type>
                <ex:other xsi:type="xsd:int">1</ex:other>
              </prov:wasGeneratedBy>
              <prov:bundleContent prov:id="ex:b">
                <prov:agent prov:id="ns1:c"/>
              </prov:bundleContent>
            </prov:document>
            """);
  }

  @Test
  void whatOtherToolsWriteIsRead() throws IOException {
    Documents.assertReadAs(
        ROOT
            + """
            <prov:bundleContent prov:id="e001" xmlns="http://default.example/">
              <prov:entity prov:id="e001"/>
            </prov:bundleContent>
            <prov:person prov:id="ex:jo"><prov:label xml:lang="en">Jo</prov:label></prov:person>
            <prov:entity prov:id="ex:p" xsi:type="prov:Plan">
              <local:tag xmlns:local="http://local.example/" xsi:type="xsd:QName"> local:value </local:tag>
              <ex:none/>
              <ex:number xsi:type="xsd:int"> 1 </ex:number>
              <ex:xml><b xmlns="http://b.example/" c="&quot;&lt;"> <i>x</i>
                </b></ex:xml>
              <ex:both><![CDATA[<a>]]> &amp; b<!-- c --></ex:both>
            </prov:entity>
            <prov:wasQuotedFrom>
              <prov:generatedEntity prov:ref="ex:q"/><prov:usedEntity prov:ref="ex:p"/>
            </prov:wasQuotedFrom>
            <prov:hadMember>
              <prov:collection prov:ref="ex:c"/>
              <prov:entity prov:ref="ex:1"/><prov:entity prov:ref="ex:2"/>
            </prov:hadMember>
            <prov:activity prov:id="ex:a"><prov:startTime>
              2024-01-01T00:00:00Z
            </prov:startTime></prov:activity>
            </prov:document>
            """,
        Syntax.PROV_XML,
        """
        ex:jo a prov:Agent, prov:Person ; rdfs:label "Jo"@en .
        ex:p a prov:Entity, prov:Plan ; <http://local.example/tag> <http://local.example/value> ;
          ex:none "" ; ex:number "1"^^xsd:int ; ex:both "<a> & b" ;
          ex:xml "<b xmlns=\\"http://b.example/\\" c=\\"&quot;&lt;\\"> <i>x</i></b>"^^<http://www.w3.org/1999/02/22-rdf-syntax-ns#XMLLiteral> .
        ex:q prov:qualifiedQuotation [ a prov:Quotation ; prov:entity ex:p ; a prov:Quotation ] .
        ex:c prov:hadMember ex:1, ex:2 .
        ex:a a prov:Activity ; prov:startedAtTime "2024-01-01T00:00:00Z"^^xsd:dateTime .
        <http://default.example/e001> { <http://default.example/e001> a prov:Entity . }
        """);
  }

  @Test
  void whatProvToolbox2WritesIsRead() throws IOException {
    Documents.assertReadAs(
        ROOT
            + """
            <prov:hadMember>
              <prov:collection prov:ref="ex:c__1"/>
              <prov:entity><prov:entity prov:ref="ex:a"/><prov:entity prov:ref="ex:b"/></prov:entity>
            </prov:hadMember>
            <prov:hadMember><prov:collection prov:ref="ex:c"/><prov:entity/></prov:hadMember>
            <prov:entity prov:id="ex:e">
              <ex:_1 xsi:type="xsd:QName">ex:my_var</ex:_1>
            </prov:entity>
            </prov:document>
            """,
        Syntax.PROV_XML,
        """
        <http://example.org/c_1> prov:hadMember ex:a, ex:b .
        ex:e a prov:Entity ; ex:1 <http://example.org/my_var> .
        """);
  }

  @Test
  void provToolbox2EscapesNamesOfElementsInAnotherWayThanAllOthers() throws IOException {
    Documents.assertReadAs(
        ROOT
            + """
            <prov:entity prov:id="ex:a\\=b">
              <ex:a_3Db xsi:type="xsd:QName">ex:c\\:d</ex:a_3Db>
              <ex:my__attribute xsi:type="xsd:QName">ex:my_value</ex:my__attribute>
            </prov:entity>
            <prov:used><prov:activity prov:ref="ex:an_a"/><prov:entity prov:ref="ex:a\\=b"/></prov:used>
            </prov:document>
            """,
        Syntax.PROV_XML,
        """
        <http://example.org/a=b> a prov:Entity ;
          <http://example.org/a=b> <http://example.org/c:d> ;
          ex:my_attribute ex:my_value .
        ex:an_a prov:used <http://example.org/a=b> .
        """);
  }

  @ParameterizedTest
  @CsvSource({
    "a__b,a_b",
    "a_3Db,a=b",
    "_0tag,0tag",
    "_,''",
    "x_2F_2Fy,x//y",
    "_わかよたれそ,わかよたれそ",
    "a_25__,a%_"
  })
  void escapesOfProvToolboxAreRead(String written, String meant) throws IOException {
    assertEntity(written, "", meant);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a__b", "a_3Db", "_0tag", "__init__", "x_2F"})
  void namesOfOtherToolsAreReadAsTheyAre(String name) throws IOException {
    assertEntity(name, "<prov:entity prov:id=\"ex:my_var\"/>", name);
  }

  private static void assertEntity(String written, String more, String meant) throws IOException {
    Documents.assertReadAs(
        ROOT + "<prov:entity prov:id=\"ex:" + written + "\"/>" + more + "</prov:document>",
        Syntax.PROV_XML,
        "<http://example.org/"
            + meant
            + "> a prov:Entity ."
            + (more.isEmpty() ? "" : "ex:my_var a prov:Entity ."));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "101-entity",
        "a__b",
        "a_3Db",
        "_",
        "_0",
        "123",
        "",
        "a/",
        "a)",
        "b=c",
        "q?x=1&y=2",
        "#",
        "%C3%A9",
        "\u308f\u304b",
        "\uD83D\uDE00",
        "\uD83D\uDE00x",
        "a.b-c",
        "-"
      })
  void awkwardNamesComeBack(String local) throws IOException {
    for (Syntax syntax : List.of(Syntax.PROV_XML, Syntax.PROV_JSON)) {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      StatementStream writer = syntax.writer(out, new Losses());
      writer.statement(
          new Statement(
              StatementKind.ENTITY,
              ex(local),
              List.of(),
              List.of(new Attribute(ex(local), ex(local)))));
      writer.finish();
      String name = "<http://example.org/" + local + ">";
      Documents.assertReadAs(
          out.toString(StandardCharsets.UTF_8),
          syntax,
          name + " a prov:Entity ; " + name + " " + name + " .");
    }
  }

  @Test
  void aNameIsCutWhereItNeedsNoEscape() throws IOException {
    byte[] written =
        Documents.written(
            source(
                "<http://e.org/101-entity> a <http://www.w3.org/ns/prov#Entity> . <http://e.org/1> a"
                    + " <http://www.w3.org/ns/prov#Agent> ."),
            Syntax.TURTLE,
            Syntax.PROV_XML);
    assertThat(new String(written, StandardCharsets.UTF_8))
        .contains("=\"http://e.org/101-\"", "=\"http://e.org/1\"", ":entity\"/>", ":_\"/>");
  }

  @Test
  void aThousandNamespacesDoNotAllStandInTheRoot() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    StatementStream writer = new ProvXmlWriter(out, new Losses());
    StringBuilder expected = new StringBuilder();
    for (int i = 0; i < 1000; i++) {
      writer.statement(new Statement(StatementKind.ENTITY, ex(i + "/e"), List.of(), List.of()));
      expected.append("<http://example.org/" + i + "/e> a prov:Entity .\n");
    }
    writer.finish();
    String written = out.toString(StandardCharsets.UTF_8);
    assertThat(written.lines().skip(1).findFirst().orElseThrow().split("xmlns:"))
        .hasSizeLessThan(110);
    Documents.assertReadAs(written, Syntax.PROV_XML, expected.toString());
  }

  @Test
  void whatXmlCannotSayIsReported() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Losses losses = new Losses();
    StatementStream writer = new ProvXmlWriter(out, losses);
    writer.statement(
        new Statement(
            StatementKind.ENTITY,
            ex("e"),
            List.of(),
            List.of(
                new Attribute(Attribute.VALUE, string("a\u0000b")),
                new Attribute(
                    ex("n"), Values.typed(" 1", "http://www.w3.org/2001/XMLSchema#int")))));
    writer.finish();
    assertThat(losses.reasons())
        .containsExactly(
            "a\u0000b: XML has no way to say a character in it; U+FFFD is in its place",
            "\" 1\"^^xsd:int: XML Schema leaves out spaces around a value of this type");
    assertThat(out.toString(StandardCharsets.UTF_8)).contains(">a\uFFFDb<");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "``|1|1|Premature end of file",
        "<a/>|1|5|a document in PROV-XML is a prov:document",
        "<!DOCTYPE a [<!ENTITY b \"c\">]><a>&b;</a>|1|32|a document type declaration",
        "<!DOCTYPE a SYSTEM \"file:///etc/passwd\"><a/>|1|41|a document type declaration",
        "ROOT<prov:entity prov:id=\"ex:a\">&b;</prov:entity></prov:document>|2|32|entity",
        "ROOT<prov:entity prov:id=\"no:a\"/></prov:document>|2|30|the prefix 'no' of 'no:a'",
        "ROOT<prov:entity prov:id=\"a\"/></prov:document>|2|27|'a' has no prefix",
        "ROOT<prov:entity/></prov:document>|2|15|<entity> without prov:id",
        "ROOT<prov:unknown/></prov:document>|2|16|<unknown> is no statement in PROV-XML",
        "ROOT<prov:used>x</prov:used></prov:document>|2|15|text where there is an element",
        "ROOTx</prov:document>|2|4|text between statements",
        "ROOT<prov:bundleContent/></prov:document>|2|22|a bundle without prov:id",
        "ROOT<prov:entity prov:id=\"ex:a\">|2|29|XML document structures must start and end",
      })
  void faultsAreSaidWithTheirPlace(String xml, long line, long column, String message) {
    InvalidDocumentException fault = fault(xml.replace("ROOT", ROOT + "\n"));
    assertThat(fault).hasMessageContaining(message);
    assertThat(List.of(fault.line(), fault.column())).isEqualTo(List.of(line, column));
  }

  @Test
  void anotherEncodingIsAFault() {
    byte[] latin =
        (ROOT + "\n<prov:entity prov:id=\"ex:\u00e9\"/></prov:document>")
            .getBytes(StandardCharsets.ISO_8859_1);
    assertThat(Documents.fault(source(latin), Syntax.PROV_XML).line()).isPositive();
    byte[] declared =
        ("<?xml version='1.0' encoding='x-nothing'?>" + ROOT + "</prov:document>")
            .getBytes(StandardCharsets.US_ASCII);
    assertThat(Documents.fault(source(declared), Syntax.PROV_XML).line()).isPositive();
  }

  @Test
  void aDeclaredEncodingIsRead() throws IOException {
    String xml =
        "<?xml version='1.0' encoding='ISO-8859-1'?>"
            + ROOT
            + "<prov:entity prov:id=\"ex:\u00e9\"/></prov:document>";
    DatasetGraph read =
        Documents.dataset(source(xml.getBytes(StandardCharsets.ISO_8859_1)), Syntax.PROV_XML);
    assertThat(read.getDefaultGraph().find(ex("\u00e9"), null, null).toList()).hasSize(1);
  }

  @Test
  void deepNestingIsAFault() {
    String deep = "<ex:a>".repeat(100_000);
    assertThat(fault(ROOT + deep)).hasMessageContaining("elements in more than 64 others");
    assertThat(fault(ROOT + "<prov:entity prov:id=\"ex:e\">" + deep))
        .hasMessageContaining("elements in more than 64 others");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<prov:entity prov:id=\"ex:e",
        "<prov:entity prov:id=\"ex:e\" xmlns:a=\"",
        "<prov:entity",
        "<!-- "
      })
  void whatGoesOnForLongIsAFault(String beginning) {
    DocumentSource source =
        Documents.longSource(
            ROOT + beginning, 20L << 20, "</prov:value></prov:entity></prov:document>");
    assertThat(Documents.fault(source, Syntax.PROV_XML).line()).isPositive();
  }

  @Test
  void aLiteralOf100MegabytesIsAFault() {
    DocumentSource source =
        Documents.longSource(
            ROOT + "<prov:entity prov:id=\"ex:e\"><prov:value>",
            100L << 20,
            "</prov:value></prov:entity></prov:document>");
    assertThat(Documents.fault(source, Syntax.PROV_XML))
        .hasMessageContaining("a text of more than 16 million characters");
  }

  @Test
  void everyTruncationIsOneFault() {
    byte[] whole = everyStatement();
    for (int length = 0; length < whole.length - 20; length += 1999) {
      DocumentSource source = source(Arrays.copyOf(whole, length));
      assertThat(Documents.fault(source, Syntax.PROV_XML).line()).isPositive();
    }
  }

  @Test
  void manyStatementsAreWrittenAndRead(@TempDir Path folder) throws IOException {
    int read = ManyStatements.roundTrip(Syntax.PROV_XML, 20_000, folder.resolve("many.provx"));
    assertThat(read).isEqualTo(20_000);
  }

  private static byte[] everyStatement() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Losses losses = new Losses();
    EveryStatement.to(new ProvXmlWriter(out, losses));
    assertThat(losses.reasons()).isEmpty();
    return out.toByteArray();
  }

  private static InvalidDocumentException fault(String xml) {
    return Documents.fault(source(xml), Syntax.PROV_XML);
  }
}
