package org.provdl.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.DatasetFactory;
import org.apache.jena.query.QueryExecutionFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.RDFWriter;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.system.Txn;
import org.apache.jena.vocabulary.RDF;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.provdl.vocabulary.PROVDL;

@Timeout(60)
class StudyTest {

  private static final String STUDY = Capture.DEFAULT_BASE + "study/run-1";

  private final DatasetGraph dataset = DatasetGraphFactory.createTxnMem();
  @TempDir private Path directory;

  @Test
  void aWholeStudyGivesTheGraphOfTheModel() throws IOException {
    try (Capture capture = Runs.capture(QuadSink.memory(dataset)).open();
        Study study = whole(capture)) {
      Studies.tellAll(study, capture);
    }
    String trig =
        Files.readString(Path.of("src/test/resources/org/provdl/capture/whole-study.trig"));
    Graph expected =
        RDFParser.fromString(trig.replace("@VERSION@", Version.CURRENT), Lang.TRIG)
            .toDatasetGraph()
            .getGraph(NodeFactory.createURI(STUDY));
    Graph told = dataset.getGraph(NodeFactory.createURI(STUDY));
    Txn.executeRead(
        dataset,
        () ->
            assertThat(told.isIsomorphicWith(expected))
                .as(() -> RDFWriter.source(told).lang(Lang.TURTLE).asString())
                .isTrue());
  }

  @Test
  void theExampleOfTheVocabularyHasTheSameTerms() throws IOException {
    Path resources = Path.of("src/test/resources/org/provdl/capture");
    Set<Node> example = terms(Path.of("../../ontology/vocabulary/examples/valid/study.trig"));
    Set<Node> told = terms(resources.resolve("whole-study.trig"));
    assertThat(told).containsAll(example);
    told.removeAll(example);
    assertThat(told)
        .containsExactlyInAnyOrder(PROVDL.stepCount.asNode(), PROVDL.Hyperparameter.asNode());
  }

  /** The properties and classes. */
  private static Set<Node> terms(Path file) throws IOException {
    Set<Node> terms = new HashSet<>();
    RDFParser.fromString(Files.readString(file), Lang.TRIG)
        .toDatasetGraph()
        .find()
        .forEachRemaining(
            quad ->
                terms.add(
                    quad.getPredicate().equals(RDF.type.asNode())
                        ? quad.getObject()
                        : quad.getPredicate()));
    return terms;
  }

  @Test
  void nothingIsBlankOrBothActivityAndEntity() {
    try (Capture capture = Runs.capture(QuadSink.memory(dataset)).open();
        Study study = whole(capture)) {
      Studies.tellAll(study, capture);
    }
    assertThat(count("GRAPH ?g { ?s ?p ?o FILTER(isBlank(?s) || isBlank(?o)) }")).isZero();
    assertThat(count("GRAPH ?g { ?s a prov:Activity } GRAPH ?h { ?s a prov:Entity }")).isZero();
    assertThat(count("GRAPH ?g { ?s a prov:Activity ; prov:startedAtTime ?t }")).isEqualTo(8);
  }

  @Test
  void aRunLeadsToItsTrialAndItsExperiment() {
    try (Capture capture = Runs.capture(QuadSink.memory(dataset)).open();
        Study study = whole(capture)) {
      Studies.tellAll(study, capture);
    }
    assertAsk(
        "GRAPH <"
            + Capture.DEFAULT_BASE
            + "run/run-2> { ?training a provdl:TrainingRun ;"
            + " provdl:partOfTrial <"
            + STUDY
            + "#trial-1> ;"
            + " provdl:partOfExperiment/rdfs:label 'first tries' }"
            + " GRAPH <"
            + STUDY
            + "> { <"
            + STUDY
            + "#trial-1> provdl:hasRun ?training }");
  }

  @Test
  void theExperimentOfARunItselfIsKept() {
    try (Capture capture = Runs.capture(QuadSink.memory(dataset)).open();
        Study study = whole(capture)) {
      RunDescription description =
          RunDescription.named("any").inExperiment("other").inTrial(study.next().orElseThrow());
      assertThat(description.experiment()).isEqualTo("other");
      assertThat(description.trial()).isEqualTo(STUDY + "#trial-1");
    }
  }

  @Test
  void aTrialThatThrowsHasFailedAndTheSearchGoesOn() {
    StudyOutcome outcome =
        search(
            trial -> {
              if (trial.number() == 2) {
                throw new StackOverflowError("too deep");
              }
              if (trial.number() == 3) {
                throw new IOException("no file");
              }
              return trial.real("rate");
            });
    assertThat(outcome.trials()).hasSize(4);
    assertThat(outcome.winner().orElseThrow().values()).isEqualTo(Map.of("rate", 0.4));
    assertThat(outcome.reason())
        .isEqualTo(
            "the highest accuracy on test of 4 trials, 2 of which gave a number; next best 0.1 of trial 1");
    assertThat(outcome).hasToString("trial 4 with {rate=0.4} of 0.4: " + outcome.reason());
    assertAsk(
        "GRAPH ?g { ?t a provdl:Trial ; provdl:index 2 ; provdl:status provdl:failed ;"
            + " provdl:reason 'java.lang.StackOverflowError: too deep' ."
            + " ?u provdl:index 3 ; provdl:reason 'java.io.IOException: no file' ."
            + " ?s a provdl:Study ; provdl:status provdl:completed ."
            + " ?selection provdl:selectedTrial/provdl:index 4 ;"
            + " provdl:reason '"
            + outcome.reason()
            + "' }");
  }

  @Test
  void aStudyInWhichNothingSucceededHasNoWinnerAndSaysSo() {
    StudyOutcome outcome = search(trial -> Double.NaN);
    assertThat(outcome.winner()).isEmpty();
    assertThat(outcome).hasToString("no winner: none of 4 trials gave a number");
    assertAsk(
        "GRAPH ?g { ?selection a provdl:TrialSelection ; provdl:reason '"
            + outcome.reason()
            + "'"
            + " FILTER NOT EXISTS { ?selection provdl:selectedTrial ?any } }");
  }

  @Test
  void trialsOfManyThreadsAreEachMadeOnce() throws Exception {
    CyclicBarrier together = new CyclicBarrier(4);
    ConcurrentLinkedQueue<Object> seen = new ConcurrentLinkedQueue<>();
    StudyOutcome outcome;
    try (Capture capture = Runs.capture(QuadSink.memory(dataset)).open();
        Study study =
            Studies.digits(capture).over(Dimension.integers("a", 1, 400)).grid().start()) {
      outcome =
          study.run(
              trial -> {
                together.await(20, TimeUnit.SECONDS);
                seen.add(trial.value("a", Long.class));
                try (TrainingRun run =
                    capture.start(RunDescription.named(trial.label()).inTrial(trial))) {
                  run.measure("accuracy", -trial.real("a"), Split.TEST);
                }
                return -trial.real("a");
              },
              4);
    }
    assertThat(seen).hasSize(400).doesNotHaveDuplicates();
    assertThat(outcome.winner().orElseThrow().number()).isEqualTo(1);
    assertThat(IntStream.range(0, 400).allMatch(i -> outcome.trials().get(i).number() == i + 1))
        .isTrue();
    // each trial has its own value as its objective, and its own run
    assertThat(
            count(
                "GRAPH ?g { ?t a provdl:Trial ; provdl:status provdl:completed ; provdl:hasRun ?run ;"
                    + " prov:used/prov:value ?value ; provdl:index ?value ."
                    + " ?o prov:wasGeneratedBy ?t ; prov:value ?objective FILTER(?objective = -?value) }"
                    + " GRAPH ?h { ?run a provdl:TrainingRun ; provdl:partOfTrial ?t }"))
        .isEqualTo(400);
  }

  @Test
  void anInterruptedThreadStopsTheSearch() {
    try (Capture capture = Runs.capture(QuadSink.memory(dataset)).open();
        Study study = rates(capture)) {
      StudyOutcome outcome =
          study.run(
              trial -> {
                if (trial.number() == 2) {
                  throw new InterruptedException("enough");
                }
                return 1;
              });
      assertThat(Thread.interrupted()).isTrue();
      assertThat(outcome.trials()).hasSize(2);
    }
    assertAsk(
        "GRAPH ?g { ?s a provdl:Study ; provdl:status provdl:interrupted ;"
            + " provdl:reason 'it was closed after 2 of 4 trials' ."
            + " ?t provdl:index 2 ; a provdl:Trial ; provdl:status provdl:interrupted }");
  }

  @Test
  void aStudyThatIsOpenWhenTheCaptureClosesIsInterrupted() {
    Trial left;
    try (Capture capture = Runs.capture(QuadSink.memory(dataset)).open()) {
      left = Studies.digits(capture).start().propose(Map.of("a", 1));
    }
    left.succeeded(1);
    assertThat(left.objective()).isEmpty();
    assertAsk(
        "GRAPH ?g { ?s a provdl:Study ; provdl:status provdl:interrupted ;"
            + " provdl:reason 'it was closed while 1 of 1 trials were running' ; prov:endedAtTime ?end ."
            + " ?t a provdl:Trial ; provdl:status provdl:interrupted ; prov:endedAtTime ?end }");
  }

  @Test
  void closingAgainAndEndingATrialAgainChangeNothing() {
    try (Capture capture = Runs.capture(QuadSink.memory(dataset)).open();
        Study study = whole(capture)) {
      Trial trial = study.propose(Map.of("a", 1));
      trial.succeeded(0.5);
      trial.failed(new IllegalStateException("late"));
      trial.succeeded(0.7);
      assertThat(trial.objective()).hasValue(0.5);
      study.close();
      study.close();
      assertThat(study.next()).isEmpty();
      assertThatThrownBy(() -> study.propose(Map.of("a", 2)))
          .isInstanceOf(IllegalStateException.class)
          .hasMessage("The study digits search has ended; start another one.");
    }
    assertThat(count("GRAPH ?g { ?s a provdl:Study ; prov:endedAtTime|provdl:status ?any }"))
        .isEqualTo(2);
    assertThat(count("GRAPH ?g { ?m a provdl:MetricValue ; prov:value ?any }")).isEqualTo(1);
  }

  @Test
  void aStudyThatRunsHasNoStatusAndNoEnd() {
    try (Capture capture = Runs.capture(QuadSink.memory(dataset)).open();
        Study study = whole(capture)) {
      study.next().orElseThrow().succeeded(1);
      study.next();
      assertThat(capture.flush(Duration.ofSeconds(10))).isTrue();
      assertAsk(
          "GRAPH ?g { ?s a provdl:Study . ?t a provdl:Trial ; provdl:status provdl:completed ."
              + " ?u a provdl:Trial ; provdl:index 2"
              + " FILTER NOT EXISTS { ?s prov:endedAtTime|provdl:status ?a }"
              + " FILTER NOT EXISTS { ?u prov:endedAtTime|provdl:status ?a } }");
    }
  }

  @Test
  void journalsThatAreKeptGiveTheSameGraphAgain() throws IOException {
    tellAndKeep();
    DatasetGraph again = recover();
    assertThat(quads(again)).isEqualTo(quads(dataset));
    assertThat(quads(recover())).isEqualTo(quads(dataset));
  }

  @Test
  void aJournalThatEndsAnywhereGivesAnInterruptedStudyWithItsWinnerSoFar() throws IOException {
    tellAndKeep();
    Path journal = kept().resolve("run-1.journal");
    byte[] whole = Files.readAllBytes(journal);
    Set<Integer> trials = new HashSet<>();
    for (int length = whole.length - 1; length > whole.length / 2; length -= whole.length / 20) {
      Files.write(journal, Arrays.copyOf(whole, length));
      DatasetGraph cut = recover();
      assertThat(quads(recover())).isEqualTo(quads(cut));
      assertThat(
              ask(
                  cut,
                  "GRAPH ?g { ?s a provdl:Study ; provdl:status provdl:interrupted ; prov:endedAtTime ?end ."
                      + " ?selection a provdl:TrialSelection ; provdl:reason ?why ; prov:startedAtTime ?end ."
                      + " FILTER NOT EXISTS { ?t a provdl:Trial FILTER NOT EXISTS { ?t provdl:status ?any } } }"))
          .as("cut at %d of %d", length, whole.length)
          .isTrue();
      trials.add((int) count(cut, "GRAPH ?g { ?t a provdl:Trial ; provdl:index ?i }"));
    }
    assertThat(trials).hasSizeGreaterThan(2);
  }

  @Test
  void mistakesAreToldBeforeTheStudyStarts() {
    try (Capture capture = Runs.capture(QuadSink.memory(dataset)).open()) {
      Study.Builder builder = Study.builder(capture, "s").withoutProgress();
      assertThatThrownBy(builder::start)
          .isInstanceOf(IllegalStateException.class)
          .hasMessage("The study s has no objective: call maximize(...) or minimize(...).");
      assertThatThrownBy(builder::grid)
          .isInstanceOf(IllegalStateException.class)
          .hasMessage("The study s varies nothing: call over(...) first.");
      Dimension dimension = Dimension.choice("a", 1);
      assertThatThrownBy(() -> builder.over(dimension, dimension))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("Two dimensions have the same name: [a, a]");
      builder.over(dimension).minimize("loss", Split.VALIDATION);
      assertThatThrownBy(() -> builder.random(0, 1)).isInstanceOf(IllegalArgumentException.class);
      try (Study study = builder.start()) {
        assertThatThrownBy(() -> study.run(trial -> 1))
            .isInstanceOf(IllegalStateException.class)
            .hasMessage("The study s has neither grid() nor random(...): propose its trials.");
        assertThatThrownBy(() -> study.propose(Map.of()))
            .isInstanceOf(IllegalArgumentException.class);
        assertThat(study.outcome().reason()).isEqualTo("no winner: no trial was made");
      }
      capture.close();
      assertThatThrownBy(builder::start)
          .isInstanceOf(IllegalStateException.class)
          .hasMessage("The capture is closed; the study s needs an open one.");
    }
  }

  @Test
  void aTrialSaysWhatItHasWhereItIsAskedForSomethingElse() {
    try (Capture capture = Runs.capture(QuadSink.memory(dataset)).open();
        Study study = whole(capture)) {
      Trial trial = study.propose(Map.of("rate", 0.5));
      assertThat(trial.real("rate")).isEqualTo(0.5);
      assertThatThrownBy(() -> trial.integer("rate"))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("Trial 1 has rate = 0.5, which is no whole number of 32 bits.");
      assertThatThrownBy(() -> trial.real("size"))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("Trial 1 has no size of Number; it has {rate=0.5}.");
    }
  }

  private StudyOutcome search(TrialCode code) {
    try (Capture capture = Runs.capture(QuadSink.memory(dataset)).open();
        Study study = rates(capture)) {
      return study.run(code);
    }
  }

  private static Study rates(Capture capture) {
    return Studies.digits(capture)
        .over(Dimension.choice("rate", 0.1, 0.2, 0.3, 0.4))
        .grid()
        .start();
  }

  private void tellAndKeep() {
    try (Capture capture =
            Runs.capture(QuadSink.memory(dataset))
                .journal(directory.resolve("journal"))
                .keepJournals()
                .open();
        Study study = whole(capture)) {
      Studies.tellAll(study, capture);
    }
  }

  private Path kept() {
    return directory.resolve("journal").resolve("delivered");
  }

  private DatasetGraph recover() {
    DatasetGraph recovered = DatasetGraphFactory.createTxnMem();
    Recovery.to(QuadSink.memory(recovered), kept());
    return recovered;
  }

  private static Study whole(Capture capture) {
    return Studies.digits(capture)
        .over(
            Dimension.choice("learningRate", 0.1, 0.01, "schedule \"a\""),
            Dimension.integers("epochs", 2, 10).inSteps(2),
            Dimension.uniform("own \u6570", 0, 1).inSteps(3),
            Dimension.logUniform("l2", 1e-4, 1e-1).inSteps(2))
        .random(3, 42)
        .start();
  }

  private static Set<String> quads(DatasetGraph dataset) {
    return Txn.calculateRead(
        dataset,
        () -> {
          Set<String> quads = new HashSet<>();
          dataset.find().forEachRemaining(quad -> quads.add(quad.toString()));
          return quads;
        });
  }

  private void assertAsk(String pattern) {
    assertThat(ask(dataset, pattern)).as("a match of { %s }", pattern).isTrue();
  }

  private long count(String pattern) {
    return count(dataset, pattern);
  }

  private static boolean ask(DatasetGraph dataset, String pattern) {
    return count(dataset, pattern) > 0;
  }

  private static long count(DatasetGraph dataset, String pattern) {
    String query =
        "PREFIX prov: <http://www.w3.org/ns/prov#> PREFIX provdl: <https://w3id.org/provdl#>"
            + " PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#> SELECT * { "
            + pattern
            + " }";
    return Txn.calculateRead(
        dataset,
        () -> {
          try (var execution = QueryExecutionFactory.create(query, DatasetFactory.wrap(dataset))) {
            List<Object> rows = new ArrayList<>();
            execution.execSelect().forEachRemaining(rows::add);
            return (long) rows.size();
          }
        });
  }
}
