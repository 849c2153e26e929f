package org.provdl.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.core.Quad;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.provdl.vocabulary.PROVDL;

/** From a split back through the steps that made it to the raw file. */
class DataLineageTest {

  private static final Artifact RAW = new Artifact("raw.csv", "raw.csv", "ab".repeat(32), 10);
  private static final Artifact CLEAN = new Artifact("clean.csv", "clean.csv", "cd".repeat(32), 9);

  private final DatasetGraph dataset = DatasetGraphFactory.createTxnMem();

  @Test
  void aSplitComesThroughTheStepFromWhatWentIn() {
    tell(
        run ->
            run.prepare(
                Preparation.named("tokenize")
                    .using(RAW)
                    .with("lowercase", true)
                    .with("stop word", "a")
                    .with("stop word", "the")
                    .giving(Split.TRAINING)
                    .giving(CLEAN)));
    assertGraph(
        """
        <#preparation-1> a provdl:DataPreparation , prov:Activity ; rdfs:label "tokenize" ; provdl:index 1 ;
          prov:used </raw> , <#preparation-1-parameter-lowercase> , <#preparation-1-parameter-stop%20word> ,
            <#preparation-1-parameter-stop%20word-2> .
        <#preparation-1-parameter-lowercase> a provdl:PreparationParameter , prov:Entity ; rdfs:label "lowercase" ; prov:value true .
        <#preparation-1-parameter-stop%20word> a provdl:PreparationParameter , prov:Entity ; rdfs:label "stop word" ; prov:value "a" .
        <#preparation-1-parameter-stop%20word-2> a provdl:PreparationParameter , prov:Entity ; rdfs:label "stop word" ; prov:value "the" .
        </raw> a provdl:Dataset , prov:Collection , prov:Entity ; rdfs:label "raw.csv" ; provdl:location "raw.csv" ;
          provdl:sha256 "RAW" ; provdl:sizeInBytes 10 .
        </clean> a provdl:Dataset , prov:Collection , prov:Entity ; rdfs:label "clean.csv" ; provdl:location "clean.csv" ;
          provdl:sha256 "CLEAN" ; provdl:sizeInBytes 9 ; prov:wasGeneratedBy <#preparation-1> ; prov:wasDerivedFrom </raw> .
        <#preparation-1-training> a provdl:Dataset , prov:Collection , prov:Entity ; rdfs:label "training after tokenize" ;
          prov:wasGeneratedBy <#preparation-1> ; prov:wasDerivedFrom </raw> .
        <#split-training> a provdl:DatasetSplit , prov:Collection , prov:Entity ; rdfs:label "training" ;
          prov:wasDerivedFrom <#preparation-1-training> .
        <#usage-split-training> a prov:Usage ; prov:entity <#split-training> ; prov:hadRole provdl:trainingData .
        """);
  }

  @Test
  void aStepWithoutInputWorksOnTheOutcomeOfTheStepBeforeAndTheFirstOnTheSources() {
    Set<Quad> told =
        tell(
            run -> {
              run.source(Split.TEST, RAW);
              run.prepare(Preparation.named("one").giving(Split.TEST));
              run.prepare(Preparation.named("two").giving(Split.TEST));
              run.source(Split.TEST, CLEAN); // its hash took longer
            });
    assertThat(told)
        .containsAll(
            quads(
                """
                <#preparation-1> prov:used </raw> , </clean> .
                <#preparation-1-test> prov:wasDerivedFrom </raw> , </clean> ; prov:wasGeneratedBy <#preparation-1> .
                <#preparation-2> prov:used <#preparation-1-test> .
                <#preparation-2-test> prov:wasDerivedFrom <#preparation-1-test> ; prov:wasGeneratedBy <#preparation-2> .
                <#split-test> prov:wasDerivedFrom </raw> , </clean> , <#preparation-1-test> , <#preparation-2-test> .
                """));
    assertThat(told).doesNotContainAnyElementsOf(quads("<#preparation-2> prov:used </clean> ."));
  }

  @Test
  void oneStepGivesSeveralSplits() {
    Set<Quad> told =
        tell(
            run ->
                run.prepare(
                    Preparation.named("split")
                        .using(RAW)
                        .with("ratio", 0.8)
                        .giving(Split.TRAINING)
                        .giving(Split.TEST)));
    assertThat(told)
        .containsAll(
            quads(
                """
                <#split-training> prov:wasDerivedFrom <#preparation-1-training> .
                <#split-test> prov:wasDerivedFrom <#preparation-1-test> .
                <#preparation-1-training> prov:wasGeneratedBy <#preparation-1> .
                <#preparation-1-test> prov:wasGeneratedBy <#preparation-1> .
                """));
  }

  @Test
  void aFileIsGeneratedOnceAndNeverDerivedFromItself() {
    Set<Quad> told =
        tell(
            run -> {
              run.prepare(Preparation.named("write").using(RAW).giving(CLEAN));
              run.prepare(Preparation.named("write again").using(RAW).giving(CLEAN));
              run.prepare(Preparation.named("no change").using(RAW).giving(RAW));
            });
    assertThat(told.stream().filter(quad -> is(quad, "wasGeneratedBy"))).hasSize(1);
    assertThat(told)
        .noneMatch(
            quad -> is(quad, "wasDerivedFrom") && quad.getSubject().equals(quad.getObject()));
  }

  @Test
  void aSplitSaysHowItIsReadAndWhatItHolds() {
    Set<Quad> told =
        tell(
            run ->
                run.describe(
                    Split.TEST,
                    SplitDescription.UNKNOWN
                        .withIterator("ListDataSetIterator")
                        .withBatchSize(50)
                        .withShuffleSeed(42)
                        .withLabelNames(List.of("a \"b\"", "\u6570\\"))
                        .withLabelDistribution(List.of(3L, 0L))));
    assertThat(told)
        .containsAll(
            quads(
                """
                <#split-test> provdl:dataIterator "ListDataSetIterator" ; provdl:examplesPerBatch 50 ; provdl:shuffleSeed 42 ;
                  provdl:labels "[\\"a \\\\\\"b\\\\\\"\\",\\"\u6570\\\\\\\\\\"]"^^cdt:List ; provdl:labelDistribution "[3,0]"^^cdt:List .
                """));
  }

  @Test
  void aSplitIsSeenOnce() {
    Set<Quad> told =
        tell(
            run -> {
              run.see(Split.TEST, 1, "[2]", null);
              run.see(Split.TEST, 3, "[4]", null);
            });
    assertThat(told)
        .containsAll(quads("<#split-test> provdl:exampleCount 1 ; provdl:featureShape '[2]' ."))
        .doesNotContainAnyElementsOf(quads("<#split-test> provdl:exampleCount 3 ."));
  }

  @Test
  void aFileIsHashedBeforeTheRunEnds(@TempDir Path directory) throws IOException {
    Path file = Files.writeString(directory.resolve("a.txt"), "abc");
    Set<Quad> told =
        tell(
            run -> {
              run.source(Split.TRAINING, file);
              run.source(Split.TEST, file);
            });
    Artifact artifact = Artifact.of(file);
    assertThat(told)
        .containsAll(
            quads(
                "</%1$s> provdl:sha256 '%1$s' . <#split-training> prov:wasDerivedFrom </%1$s> . <#split-test> prov:wasDerivedFrom </%1$s> ."
                    .formatted(artifact.sha256())));
  }

  @Test
  void whatCannotBeReadOrIsNotToBeReadIsNamedByItsPlace(@TempDir Path directory) {
    Path missing = directory.resolve("missing");
    Set<Quad> told =
        tell(
            run -> {
              run.source(Split.TRAINING, missing);
              run.source(Split.TEST, URI.create("https://example.org/a%20b?c=1"));
            });
    assertThat(told.stream().filter(quad -> is(quad, "location")))
        .extracting(quad -> quad.getObject().getLiteralLexicalForm())
        .containsExactlyInAnyOrder(missing.toUri().toString(), "https://example.org/a%20b?c=1");
    assertThat(told)
        .noneMatch(quad -> is(quad, "sha256") && quad.getSubject().getURI().contains("#source-"));
    assertThat(told.stream().filter(quad -> is(quad, "wasDerivedFrom"))).hasSize(2);
  }

  @Test
  void aStepAndAParameterNeedNames() {
    assertThatThrownBy(() -> Preparation.named(" ")).hasMessageContaining("needs a name");
    assertThatThrownBy(() -> Preparation.named("a").with("", 1))
        .hasMessageContaining("needs a name");
  }

  private static boolean is(Quad quad, String property) {
    return quad.getPredicate().getLocalName().equals(property);
  }

  private Set<Quad> tell(Consumer<TrainingRun> story) {
    try (Capture capture = Runs.capture(QuadSink.memory(dataset)).open();
        TrainingRun run = Runs.start(capture)) {
      story.accept(run);
    }
    return dataset.stream().collect(Collectors.toSet());
  }

  /** Compares all that is said of data. */
  private void assertGraph(String turtle) {
    assertThat(
            dataset.stream()
                .filter(
                    quad ->
                        quad.getSubject()
                            .toString()
                            .matches(".*(#preparation|#split|#usage-split|artifact/sha256).*"))
                .filter(quad -> !quad.getSubject().getURI().equals(classPath())))
        .containsExactlyInAnyOrderElementsOf(quads(turtle));
  }

  private String classPath() {
    return dataset.stream()
        .filter(quad -> quad.getObject().equals(PROVDL.ClassPath.asNode()))
        .map(quad -> quad.getSubject().getURI())
        .findFirst()
        .orElseThrow();
  }

  /** In the graph of the run; a path stands for the file of that SHA-256. */
  private static Set<Quad> quads(String turtle) {
    String text =
        turtle
            .replace("\"RAW\"", '"' + RAW.sha256() + '"')
            .replace("\"CLEAN\"", '"' + CLEAN.sha256() + '"')
            .replace("</raw>", "</" + RAW.sha256() + ">")
            .replace("</clean>", "</" + CLEAN.sha256() + ">")
            .replace("</", "<../artifact/sha256-");
    String prefixes =
        """
        PREFIX prov:   <http://www.w3.org/ns/prov#>
        PREFIX provdl: <https://w3id.org/provdl#>
        PREFIX rdfs:   <http://www.w3.org/2000/01/rdf-schema#>
        PREFIX cdt:    <http://w3id.org/awslabs/neptune/SPARQL-CDTs/>
        BASE <http://localhost:3030/provdl/run/run-1>
        """;
    return RDFParser.fromString(prefixes + "<> { " + text + " }", Lang.TRIG)
        .toDatasetGraph()
        .stream()
        .collect(Collectors.toSet());
  }
}
