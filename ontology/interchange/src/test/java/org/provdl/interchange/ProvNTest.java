package org.provdl.interchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.provdl.interchange.EveryForm.ex;
import static org.provdl.interchange.EveryForm.literal;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.provdl.vocabulary.PROV;

class ProvNTest {

  private final Losses losses = new Losses();

  @Test
  void statementsOfEveryKindComeBack() throws Exception {
    Said document = EveryForm.document();
    String text = document.written(Syntax.PROV_N, losses);
    Said back = Said.read(Syntax.PROV_N, text, losses);
    assertThat(losses.reasons()).isEmpty();
    assertThat(back.statements).containsExactlyElementsOf(document.statements);
    assertThat(back.finished).isTrue();
  }

  @Test
  void itIsWrittenAsOneReadsIt() {
    Said document = new Said();
    document.statements.add(in(null, StatementKind.ENTITY, ex("e"), List.of()));
    document.statements.add(
        in(
            null,
            StatementKind.USAGE,
            ex("u"),
            Arrays.asList(ex("a"), null, literal("2012-03-31T09:21:00", "dateTime"))));
    document.statements.add(
        in(
            ex("b"),
            StatementKind.DERIVATION,
            null,
            Arrays.asList(ex("e2"), ex("e"), null, null, null)));
    assertThat(document.written(Syntax.PROV_N, losses))
        .isEqualTo(
            """
            document
            prefix ns1 <http://example.org/>
            entity(ns1:e)
            used(ns1:u; ns1:a, -, 2012-03-31T09:21:00)
            bundle ns1:b
              wasDerivedFrom(ns1:e2, ns1:e)
            endBundle
            endDocument
            """);
  }

  @Test
  void commentsSpaceAndEveryFormOfAValueAreRead() throws Exception {
    Said said =
        read(
            """
            \uFEFF/* a * comment */ document // another
              default <http://example.org/>
              prefix ex <http://example.org/>
              entity ( e , [ ] )
              entity(ex:a//b, [ // of attributes
                ex:a = "x", ex:a = \"""two
            "lines\\"\\"\""", ex:a="x"@en-GB , ex:a = -10, ex:a = 2147483648,
                ex:a = 'ex:b', ex:a = 'c', ex:a = "ex:d\\\\=" %% prov:QUALIFIED_NAME,
                ex:a = "1.0" %%xsd:float, ex:a = "\\t\\b\\n\\r\\f\\"\\'\\\\", ex:a = "C:\\dir", ex:a = "PT.5S" %% xsd:duration ])
            endDocument
            """);
    assertThat(said.statements.get(0).statement())
        .isEqualTo(new Statement(StatementKind.ENTITY, ex("e"), List.of(), List.of()));
    Statement second = said.statements.get(1).statement();
    assertThat(second.id()).isEqualTo(ex("a//b"));
    assertThat(second.attributes())
        .extracting(Attribute::value)
        .containsExactly(
            literal("x", "string"),
            literal("two\n\"lines\"\"", "string"),
            NodeFactory.createLiteralLang("x", "en-GB"),
            literal("-10", "int"),
            literal("2147483648", "integer"),
            ex("b"),
            ex("c"),
            ex("d="),
            literal("1.0", "float"),
            literal("\t\b\n\r\f\"'\\", "string"),
            literal("C:\\dir", "string"),
            Values.typed("PT.5S", "http://www.w3.org/2001/XMLSchema#duration"));
  }

  @Test
  void aBundleMayDeclarePrefixesOfItsOwnAlsoForItsName() throws Exception {
    Said said =
        read(
            """
            document
              prefix ex <http://example.org/>
              prefix o <http://outer/>
              bundle ex:b
                prefix ex <http://inner/>
                entity(ex:e)
                agent(o:a)
              endBundle
              bundle ex:b
              endBundle
              entity(ex:e)
            endDocument
            """);
    assertThat(said.bundles).containsExactly(NodeFactory.createURI("http://inner/b"), ex("b"));
    assertThat(said.statements)
        .extracting(in -> in.bundle() + " " + in.statement().id())
        .containsExactly(
            "http://inner/b http://inner/e",
            "http://inner/b http://outer/a",
            "null http://example.org/e");
  }

  @Test
  void olderAndOtherFormsOfStatementsAreRead() throws Exception {
    Said said =
        read(
            """
            document
              prefix xsd <http://www.w3.org/2001/XMLSchema>
              prefix ex <http://example.org/>
              prefix provext <http://openprovenance.org/prov/extension#>
              wasRevisionOf(ex:id; ex:e2, ex:e1, ex:a, -, -)
              prov:wasQuotedFrom(ex:e2, ex:e1)
              hadPrimarySource(ex:e2, ex:e1, [ex:a = "1" %% xsd:int])
              prov:mentionOf(ex:e2, ex:e1, ex:b)
              hadMember(-, ex:e)
              hadDictionaryMember(ex:d, ex:e, 'ex:k')
              derivedByRemovalFrom(ex:d2, ex:d1, {})
              provext:specializationOf(ex:s; ex:e2, ex:e1, [ex:a = 1])
              wasAssociatedWith(ex:a, ex:ag)
              wasGeneratedBy(-; ex:e, -, -)
              activity(ex:a:b:c)
            endDocument
            """);
    List<Statement> statements = said.statements.stream().map(Said.In::statement).toList();
    assertThat(statements)
        .extracting(statement -> statement.kind().name())
        .containsExactly(
            "DERIVATION",
            "DERIVATION",
            "DERIVATION",
            "MENTION",
            "MEMBERSHIP",
            "DICTIONARY_MEMBERSHIP",
            "REMOVAL",
            "SPECIALIZATION",
            "ASSOCIATION",
            "GENERATION",
            "ACTIVITY");
    assertThat(statements.get(0))
        .isEqualTo(
            new Statement(
                StatementKind.DERIVATION,
                ex("id"),
                Arrays.asList(ex("e2"), ex("e1"), ex("a"), null, null),
                List.of(new Attribute(Attribute.TYPE, PROV.Revision.asNode()))));
    assertThat(statements.get(2).attributes())
        .containsExactly(
            new Attribute(Attribute.TYPE, PROV.PrimarySource.asNode()),
            new Attribute(ex("a"), literal("1", "int")));
    assertThat(statements.get(4).argument(0)).isNull();
    assertThat(statements.get(5).argument(2)).isEqualTo(Values.name("ex:k"));
    assertThat(statements.get(7).id()).isEqualTo(ex("s"));
    assertThat(statements.get(9).id()).isNull();
    assertThat(statements.get(10).id()).isEqualTo(ex("a:b:c"));
    String again = said.written(Syntax.PROV_N, losses);
    assertThat(read(again).statements).isEqualTo(said.statements);
    assertThat(losses.reasons())
        .containsExactly("hadMember(-: PROV-N has no hadMember without collection");
  }

  @Test
  void anExtensionIsReportedAndReadOver() throws Exception {
    Said said =
        read(
            """
            document
              prefix ex <http://example.org/>
              ex:foo(ex:id; -, {("a" %% xsd:string, 'ex:b')}, 2012-03-31T09:21:00, ex:bar(1), [ex:a = "x"@en])
              entity(ex:e)
            endDocument
            """);
    assertThat(said.statements).hasSize(1);
    assertThat(losses.reasons())
        .containsExactly(
            "ex:foo(...) in line 3: PROV has no statement of the name http://example.org/foo, so it"
                + " is left out");
  }

  @Test
  void whatItCannotSayIsReported() throws Exception {
    Said document = new Said();
    document.statements.add(
        in(
            null,
            StatementKind.ACTIVITY,
            NodeFactory.createURI("http://example.org/a b"),
            Arrays.asList(literal("yesterday", "string"), null)));
    document.statements.add(
        new Said.In(
            null,
            new Statement(
                StatementKind.ENTITY,
                ex("e"),
                List.of(),
                List.of(
                    new Attribute(ex("a"), NodeFactory.createLiteralLang("x", "1")),
                    new Attribute(ex("a"), literal("half \ud83d", "string"))))));
    String text = document.written(Syntax.PROV_N, losses);
    assertThat(text)
        .contains(
            "activity(ns1:a%20b, -, -)\n",
            "entity(ns1:e, [ns1:a = \"x\", ns1:a = \"half \ufffd\"])\n");
    assertThat(losses.reasons()).hasSize(4);
  }

  @Test
  void moreThanFitsIntoMemoryComesBack(@TempDir Path folder) throws Exception {
    assertThat(ManyStatements.roundTrip(Syntax.PROV_N, 100_000, folder.resolve("many.provn")))
        .isEqualTo(100_000);
  }

  private Said read(String text) throws Exception {
    return Said.read(Syntax.PROV_N, text, losses);
  }

  private static Said.In in(
      @Nullable Node bundle,
      StatementKind kind,
      @Nullable Node id,
      List<@Nullable Node> arguments) {
    return new Said.In(bundle, new Statement(kind, id, arguments, List.of()));
  }
}
