package org.provdl.interchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.system.StreamRDFLib;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.XSD;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SubjectSpoolTest {

  @ParameterizedTest
  @ValueSource(longs = {1_000, Long.MAX_VALUE})
  void statementsOfEveryKindAreFoundInWhicheverOrderTheirTriplesCome(long inMemory)
      throws IOException {
    List<Quad> quads = quads(EveryStatement.dataset());
    Collections.shuffle(quads, new Random(1));
    Losses losses = new Losses();

    DatasetGraph read = through(inMemory, quads, losses);

    assertThat(Documents.same(read, EveryStatement.dataset())).isTrue();
    assertThat(losses.reasons()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(longs = {1_000, Long.MAX_VALUE})
  void thePairOfADictionaryMayHaveANameAndServeTwice(long inMemory) throws IOException {
    DatasetGraph said =
        Documents.trig(
            """
            ex:d prov:hadDictionaryMember ex:pair .
            ex:i a prov:Insertion ; prov:dictionary ex:c ; prov:insertedKeyEntityPair ex:pair .
            ex:d prov:qualifiedInsertion ex:i .
            ex:pair prov:pairKey "k" ; prov:pairEntity ex:e .
            """);
    List<Quad> quads = quads(said);
    Losses losses = new Losses();

    DatasetGraph read = through(inMemory, quads, losses);

    DatasetGraph expected =
        Documents.trig(
            """
            ex:d prov:hadDictionaryMember [ prov:pairKey "k" ; prov:pairEntity ex:e ] .
            ex:i a prov:Insertion ; prov:dictionary ex:c ;
              prov:insertedKeyEntityPair [ prov:pairKey "k" ; prov:pairEntity ex:e ] .
            ex:d prov:qualifiedInsertion ex:i .
            """);
    assertThat(Documents.same(read, expected)).isTrue();
    assertThat(losses.reasons()).isEmpty();
  }

  @Test
  void aQualifiedFormOfWhichNothingIsSaidIsAStatement() throws IOException {
    Losses losses = new Losses();
    DatasetGraph read =
        through(
            Long.MAX_VALUE, quads(Documents.trig("ex:e prov:qualifiedAttribution ex:a .")), losses);
    assertThat(
            Documents.same(
                read,
                Documents.trig("ex:e prov:qualifiedAttribution ex:a . ex:a a prov:Attribution .")))
        .isTrue();
    assertThat(losses.reasons()).isEmpty();
  }

  @Test
  void aPairThatNobodyHasAndOneOfWhichNothingIsSaidAreNotLost() throws IOException {
    Losses losses = new Losses();
    DatasetGraph read =
        through(
            Long.MAX_VALUE,
            quads(
                Documents.trig(
                    """
                    ex:i a prov:Insertion ; prov:insertedKeyEntityPair ex:other .
                    ex:pair prov:pairKey "k" ; prov:pairEntity ex:e .
                    """)),
            losses);
    assertThat(
            Documents.same(
                read,
                Documents.trig("ex:i a prov:Insertion ; prov:insertedKeyEntityPair ex:other .")))
        .isTrue();
    assertThat(losses.reasons())
        .hasSize(2)
        .allMatch(reason -> reason.startsWith("http://example.org/pair "));
  }

  @Test
  void aPairOfTooManyKeysAndEntitiesIsAFault() {
    Node pair = NodeFactory.createURI("http://example.org/pair");
    Node had = Notes.HAD_DICTIONARY_MEMBER.asNode();
    List<Quad> quads = new ArrayList<>();
    quads.add(Quad.create(Quad.defaultGraphIRI, pair, had, pair));
    for (int i = 0; i < 1_001; i++) {
      Node other = NodeFactory.createURI("http://example.org/" + i);
      quads.add(Quad.create(Quad.defaultGraphIRI, pair, Notes.PAIR_KEY.asNode(), other));
      quads.add(Quad.create(Quad.defaultGraphIRI, pair, Notes.PAIR_ENTITY.asNode(), other));
    }
    assertThatThrownBy(() -> through(Long.MAX_VALUE, quads, new Losses()))
        .isInstanceOf(InvalidDocumentException.class)
        .hasMessageContaining("keys and entities of http://example.org/pair: more than a million");
  }

  @Test
  void everySortOfNodeComesBackFromText() {
    Node iri = NodeFactory.createURI("http://example.org/ 1 I2");
    for (Node node :
        List.of(
            iri,
            NodeFactory.createBlankNode("a b"),
            NodeFactory.createLiteralString(""),
            NodeFactory.createLiteralString("3 \u0001\n\uD83D\uDE00"),
            NodeFactory.createLiteralLang("x", "de-CH"),
            NodeFactory.createLiteralDirLang("x", "he", "rtl"),
            Values.typed("PT.5S", XSD.duration.getURI()),
            Values.typed("not a number", XSD.xint.getURI()),
            NodeFactory.createTripleTerm(Triple.create(iri, iri, iri)))) {
      Quad quad = Quad.create(Quad.defaultGraphIRI, iri, iri, node);
      assertThat(QuadText.read(QuadText.of(quad))).isEqualTo(quad);
    }
  }

  @Test
  void manyStatementsComeBack(@TempDir Path folder) throws IOException {
    assertThat(ManyStatements.roundTrip(Syntax.N_QUADS, 60_000, folder.resolve("many.nq")))
        .isEqualTo(60_000);
  }

  private static List<Quad> quads(DatasetGraph dataset) {
    List<Quad> quads = new ArrayList<>();
    dataset.find().forEachRemaining(quads::add);
    return quads;
  }

  private static DatasetGraph through(long inMemory, List<Quad> quads, Losses losses)
      throws IOException {
    DatasetGraph read = DatasetGraphFactory.create();
    try (SubjectSpool spool = new SubjectSpool(inMemory)) {
      quads.forEach(spool::quad);
      spool.to(losses, new StatementsToRdf(StreamRDFLib.dataset(read), losses));
    }
    return read;
  }
}
