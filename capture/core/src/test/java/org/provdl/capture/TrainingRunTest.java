package org.provdl.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.query.DatasetFactory;
import org.apache.jena.query.QueryExecutionFactory;
import org.apache.jena.rdf.model.InfModel;
import org.apache.jena.rdf.model.ModelFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.util.IsoMatcher;
import org.apache.jena.system.Txn;
import org.apache.jena.vocabulary.RDF;
import org.junit.jupiter.api.Test;
import org.provdl.vocabulary.Ontology;
import org.provdl.vocabulary.PROV;

class TrainingRunTest {

  private static final String RUN = Capture.DEFAULT_BASE + "run/run-1";

  private final DatasetGraph dataset = DatasetGraphFactory.createTxnMem();

  @Test
  void aWholeTrainingGivesTheGraphOfTheModel() throws IOException {
    tell();
    DatasetGraph expected = expected();
    Set<Quad> missing = quads(expected);
    missing.removeAll(quads(dataset));
    Set<Quad> unexpected = quads(dataset);
    unexpected.removeAll(quads(expected));
    assertThat(missing).as("missing").isEmpty();
    assertThat(unexpected).as("unexpected").isEmpty();
    assertThat(IsoMatcher.isomorphic(expected, dataset)).isTrue();
  }

  @Test
  void theSameEventsTwiceGiveTheSameGraph() {
    tell();
    DatasetGraph again = DatasetGraphFactory.createTxnMem();
    tell(again);
    assertThat(IsoMatcher.isomorphic(again, dataset)).isTrue();
  }

  @Test
  void noBlankNodeIsEverWritten() {
    tell();
    dataset
        .find()
        .forEachRemaining(
            quad ->
                assertThat(quad.getSubject().isBlank() || quad.getObject().isBlank())
                    .as("%s", quad)
                    .isFalse());
    assertThat(dataset.isEmpty()).isFalse();
  }

  @Test
  void nothingIsTwoOfActivityEntityAndAgent() {
    tell();
    InfModel closed =
        ModelFactory.createRDFSModel(
            Ontology.withImports(), ModelFactory.createModelForGraph(dataset.getUnionGraph()));
    Set<Node> activities = subjects(closed.getGraph(), PROV.Activity.asNode());
    Set<Node> entities = subjects(closed.getGraph(), PROV.Entity.asNode());
    Set<Node> agents = subjects(closed.getGraph(), PROV.Agent.asNode());
    assertThat(activities)
        .isNotEmpty()
        .doesNotContainAnyElementsOf(entities)
        .doesNotContainAnyElementsOf(agents);
    assertThat(entities).isNotEmpty().doesNotContainAnyElementsOf(agents);
  }

  @Test
  void aRunThatIsClosedInMidEpochIsInterrupted() {
    try (Capture capture = Runs.capture(QuadSink.memory(dataset)).open();
        TrainingRun run = Runs.start(capture)) {
      run.startEpoch();
      run.iterate(0.5, 1);
    }
    assertAsk("?t provdl:status provdl:interrupted ; provdl:reason ?why ; prov:endedAtTime ?end");
    assertAsk(
        "?e a provdl:Epoch ; provdl:iterationCount 1 FILTER NOT EXISTS { ?e prov:endedAtTime ?end }");
  }

  @Test
  void aFailedRunSaysWhyAndStaysFailed() {
    try (Capture capture = Runs.capture(QuadSink.memory(dataset)).open();
        TrainingRun run = Runs.start(capture)) {
      run.fail(new IllegalStateException("no memory \"left\" \u2603"));
    }
    assertAsk(
        "?t provdl:status provdl:failed ; provdl:reason \"java.lang.IllegalStateException: no memory \\\"left\\\" \u2603\"");
    assertThat(ask("?t provdl:status provdl:completed")).isFalse();
  }

  @Test
  void aRunThatIsStillOpenWhenTheCaptureClosesIsInterrupted() {
    try (Capture capture = Runs.capture(QuadSink.memory(dataset)).open()) {
      Runs.start(capture);
    }
    assertAsk("?t provdl:status provdl:interrupted");
  }

  @Test
  void aRunningRunHasNoStatusAndNoEnd() {
    try (Capture capture = Runs.capture(QuadSink.memory(dataset)).open()) {
      Runs.start(capture);
      assertThat(capture.flush(Duration.ofSeconds(10))).isTrue();
      assertAsk(
          "?t a provdl:TrainingRun FILTER NOT EXISTS { ?t prov:endedAtTime|provdl:status ?any }");
    }
  }

  @Test
  void whatComesAfterTheEndIsIgnored() {
    try (Capture capture = Runs.capture(QuadSink.memory(dataset)).open()) {
      TrainingRun run = Runs.start(capture);
      run.close();
      run.startEpoch();
      run.endEpoch();
      run.fail(new IllegalStateException());
    }
    assertAsk("?t provdl:status provdl:completed");
    assertThat(ask("?e a provdl:Epoch")).isFalse();
  }

  @Test
  void anEpochIsNotVisibleBeforeItHasEnded() {
    try (Capture capture = Runs.capture(QuadSink.memory(dataset)).open();
        TrainingRun run = Runs.start(capture)) {
      run.startEpoch();
      run.iterate(0.5, 1);
      capture.flush(Duration.ofSeconds(10));
      assertThat(ask("?e a provdl:Epoch")).isFalse();
      run.endEpoch();
      capture.flush(Duration.ofSeconds(10));
      assertAsk(
          "?e a provdl:Epoch ; prov:endedAtTime ?end . ?m provdl:epoch ?e ; prov:value ?v ; a provdl:MetricValue");
    }
  }

  @Test
  void iterationsOutsideOfEpochsBelongToTheRun() {
    try (Capture capture = Runs.capture(QuadSink.memory(dataset)).open();
        TrainingRun run = Runs.start(capture)) {
      run.iterate(3, 10);
      run.iterate(1, 10);
    }
    assertAsk(
        "?m a provdl:MetricValue ; prov:value 2.0e0 ; prov:wasGeneratedBy ?t . ?t a provdl:TrainingRun");
    assertAsk(
        "?s a provdl:MetricSeries ; provdl:values ?list ; prov:wasGeneratedBy ?t . ?t a provdl:TrainingRun");
  }

  @Test
  void aChangeOfOneLayerRevisesTheSettingOfTheModelWithoutEndingIt() {
    try (Capture capture = Runs.capture(QuadSink.memory(dataset)).open();
        TrainingRun run = Runs.start(capture)) {
      run.choose(Setting.ofModel("learningRate", 0.1));
      run.adapt(Setting.ofLayer(2, "learningRate", 0.01), "frozen soon", Responsible.OPERATOR);
      run.adapt(Setting.ofLayer(2, "learningRate", 0.001), "frozen soon", Responsible.OPERATOR);
    }
    assertAsk(
        "?new prov:value 0.001e0 ; prov:wasRevisionOf ?middle . ?middle prov:value 0.01e0 ; prov:wasRevisionOf ?old ;"
            + " prov:wasInvalidatedBy ?a . ?old prov:value 0.1e0 FILTER NOT EXISTS { ?old prov:wasInvalidatedBy ?b }");
    assertAsk("?a a provdl:Adaptation ; prov:wasAssociatedWith ?who . ?who a prov:Person");
  }

  @Test
  void eachEpochUsesTheAdaptedSettingsThatItHad() {
    try (Capture capture = Runs.capture(QuadSink.memory(dataset)).open();
        TrainingRun run = Runs.start(capture)) {
      run.choose(Setting.ofModel("learningRate", 8));
      epoch(run);
      run.startEpoch();
      run.iterate(1, 10);
      run.adapt(Setting.ofModel("learningRate", 4), "in mid-epoch", Responsible.OPERATOR);
      run.iterate(1, 10);
      run.endEpoch();
      epoch(run);
      run.adapt(Setting.ofModel("learningRate", 2), "between epochs", Responsible.OPERATOR);
      epoch(run);
      run.startEpoch();
      run.adapt(Setting.ofModel("learningRate", 1), "at the start", Responsible.OPERATOR);
      run.iterate(1, 10);
      run.adapt(Setting.ofLayer(1, "learningRate", 0.5), "in mid-epoch", Responsible.OPERATOR);
      run.adapt(Setting.ofLayer(1, "learningRate", 0.25), "again", Responsible.OPERATOR);
      run.endEpoch();
      epoch(run);
    }
    assertThat(valuesUsedByEpoch(1)).isEmpty();
    assertThat(valuesUsedByEpoch(2)).containsExactly(4.0);
    assertThat(valuesUsedByEpoch(3)).containsExactly(4.0);
    assertThat(valuesUsedByEpoch(4)).containsExactly(2.0);
    assertThat(valuesUsedByEpoch(5)).containsExactly(0.25, 0.5, 1.0);
    assertThat(valuesUsedByEpoch(6)).containsExactly(0.25, 1.0);
  }

  @Test
  void aSettingChosenAgainIsAnAdaptationUnlessItIsTheSame() {
    try (Capture capture = Runs.capture(QuadSink.memory(dataset)).open();
        TrainingRun run = Runs.start(capture)) {
      run.choose(Setting.ofModel("batchSize", 32));
      run.choose(Setting.ofModel("batchSize", 32));
      run.iterate(1, 32);
      run.choose(Setting.ofModel("batchSize", 64));
    }
    assertAsk(
        "?new prov:value 64 ; prov:wasGeneratedBy ?a ; prov:wasRevisionOf/prov:value 32 ."
            + " ?a provdl:iteration 2 ; rdfs:label 'batchSize 32 to 64' FILTER NOT EXISTS { ?b a provdl:Adaptation FILTER(?b != ?a) }");
  }

  @Test
  void aSecondValueOfTheSameMetricIsAnEntityOfItsOwn() {
    try (Capture capture = Runs.capture(QuadSink.memory(dataset)).open();
        TrainingRun run = Runs.start(capture)) {
      run.measure("accuracy", 0.25, Split.TEST);
      run.measure("accuracy", 0.5, Split.TEST);
    }
    assertAsk(
        "?a a provdl:MetricValue ; prov:value 0.25e0 . ?b a provdl:MetricValue ; prov:value 0.5e0");
    assertThat(ask("?a prov:value 0.25e0 , 5e-1")).isFalse();
  }

  @Test
  void thousandsOfValuesOfTheSameMetricAreEntitiesOfTheirOwn() {
    try (Capture capture = Runs.capture(QuadSink.memory(dataset)).open();
        TrainingRun run = Runs.start(capture)) {
      for (int i = 1; i <= 5_000; i++) {
        run.measure("accuracy", i, Split.TEST);
      }
      assertThat(capture.flush(Duration.ofMinutes(1))).isTrue();
    }
    assertAsk(
        "{ SELECT (COUNT(DISTINCT ?m) AS ?n) (SUM(?v) AS ?sum) { GRAPH ?g { ?m a provdl:MetricValue ; prov:value ?v } } } FILTER(?n = 5000 && ?sum = 12502500)");
  }

  @Test
  void namesInAnyScriptAndWithAnyCharacterGiveValidIris() {
    try (Capture capture = Runs.capture(QuadSink.memory(dataset)).open();
        TrainingRun run =
            capture.start(
                RunDescription.named("Ziffern \u6570\u5b57 <b>\"#").inExperiment("a/b ?c#d%"))) {
      run.choose(Setting.ofModel("g\u00fcte> <x", "\u0000 \ud83d\ude00"));
    }
    assertAsk(
        "?s rdfs:label 'g\u00fcte> <x' ; provdl:hyperparameter <"
            + Capture.DEFAULT_BASE
            + "hyperparameter/g\u00fcte%3E%20%3Cx>");
    assertAsk(
        "?t provdl:partOfExperiment <" + Capture.DEFAULT_BASE + "experiment/a%2Fb%20%3Fc%23d%25>");
  }

  @Test
  void aRuleIsAnAgentOnBehalfOfThePerson() {
    try (Capture capture = Runs.capture(QuadSink.memory(dataset)).open();
        TrainingRun run = Runs.start(capture)) {
      run.choose(Setting.ofModel("learningRate", 0.1));
      Responsible rule = Responsible.rule("halve on \u5e73/plateau", "halves the rate");
      run.adapt(Setting.ofModel("learningRate", 0.05), "flat", rule);
      run.adapt(Setting.ofModel("learningRate", 0.025), "flat", rule);
    }
    assertAsk(
        "?new prov:value 0.025e0 ; prov:wasGeneratedBy ?a . ?a prov:wasAssociatedWith <"
            + Capture.DEFAULT_BASE
            + "agent/rule/halve%20on%20\u5e73%2Fplateau> . ?a prov:wasAssociatedWith ?rule ."
            + " ?rule a prov:SoftwareAgent , prov:Agent ; rdfs:label 'halve on \u5e73/plateau' ;"
            + " <http://purl.org/dc/terms/description> 'halves the rate' ; prov:actedOnBehalfOf ?p . ?p a prov:Person");
    assertThatThrownBy(() -> Responsible.rule(" ", "")).hasMessageContaining("needs a name");
  }

  @Test
  void anAdaptationUsesTheLatestValueOfEachMetricThatStoodThen() {
    try (Capture capture = Runs.capture(QuadSink.memory(dataset)).open();
        TrainingRun run = Runs.start(capture)) {
      run.choose(Setting.ofModel("learningRate", 0.1));
      for (double loss : List.of(4.0, 3.0)) {
        run.startEpoch();
        run.iterate(loss, 1);
        run.measure("accuracy", 1 / loss, Split.VALIDATION);
        run.endEpoch();
      }
      run.startEpoch();
      run.iterate(2.5, 1);
      run.measure("accuracy", 0.9, Split.VALIDATION);
      run.adapt(Setting.ofModel("learningRate", 0.05), "flat", Responsible.OPERATOR);
      run.endEpoch();
    }
    assertAsk(
        "?a a provdl:Adaptation ; provdl:iteration 4 ; provdl:precedingLoss 2.5e0 ; prov:used ?loss , ?accuracy ; prov:qualifiedUsage ?u ."
            + " ?u prov:entity ?loss ; prov:hadRole provdl:standingMetric ."
            + " ?loss provdl:metric provdl:loss ; prov:value 3.0e0 ."
            + " ?accuracy provdl:metric provdl:accuracy ; provdl:split provdl:validationData ; provdl:epoch/provdl:index 2"
            + " FILTER NOT EXISTS { ?a prov:used ?other . ?other a provdl:MetricValue FILTER(?other NOT IN (?loss, ?accuracy)) }");
  }

  @Test
  void aChangeThatIsNoticedLaterIsOfItsOwnIterationAndEpoch() {
    try (Capture capture = Runs.capture(QuadSink.memory(dataset)).open();
        TrainingRun run = Runs.start(capture)) {
      run.choose(Setting.ofModel("batchSize", 8));
      for (double loss : List.of(3.0, 2.0, 1.0)) {
        run.startEpoch();
        if (loss == 1) {
          run.adapt(Setting.ofModel("batchSize", 4), "seen twice", Responsible.OPERATOR, 2);
        }
        run.iterate(loss, 1);
        run.endEpoch();
      }
      assertThat(run.nextIteration()).isEqualTo(4);
    }
    assertAsk(
        "?a a provdl:Adaptation ; provdl:iteration 2 ; provdl:duringEpoch 2 ; provdl:precedingLoss 3.0e0");
  }

  @Test
  void aChangeBeforeTheFirstIterationHasNoLossBeforeIt() {
    try (Capture capture = Runs.capture(QuadSink.memory(dataset)).open();
        TrainingRun run = Runs.start(capture)) {
      run.choose(Setting.ofModel("batchSize", 8));
      run.adapt(Setting.ofModel("batchSize", 4), "why not", Responsible.OPERATOR);
    }
    assertAsk(
        "?a a provdl:Adaptation FILTER NOT EXISTS { ?a provdl:precedingLoss|provdl:duringEpoch ?any }");
  }

  @Test
  void whatAnEvaluationTellsByLabelIsOneListEach() {
    List<String> labels = List.of("\u732b \"a\"", "line\nbreak \\", "");
    try (Capture capture = Runs.capture(QuadSink.memory(dataset)).open();
        TrainingRun run = Runs.start(capture)) {
      run.evaluate(
          Split.TEST,
          new EvaluationResult(
              Map.of("accuracy", 0.5),
              labels,
              Map.of("recall", List.of(1.0, Double.NaN, 0.25)),
              List.of(List.of(1L, 0L, 0L), List.of(0L, 0L, 0L), List.of(0L, 3L, 1L))),
          null);
    }
    assertAsk(
        "?b a provdl:MetricBreakdown , prov:Entity ; provdl:metric provdl:recall ; provdl:split provdl:testData ;"
            + " provdl:labels ?labels ; provdl:values ?values ; prov:wasGeneratedBy/a provdl:Evaluation ."
            + " UNFOLD(?labels AS ?label, ?i) FILTER(?label = '\u732b \\\"a\\\"' && cdt:get(?values, ?i) = 1.0e0)");
    assertAsk(
        "?c a provdl:ConfusionMatrix ; provdl:labels ?labels ; provdl:counts ?rows ."
            + " FILTER(cdt:get(?labels, 2) = 'line\\nbreak \\\\' && cdt:get(?labels, 3) = '' && cdt:size(?labels) = 3)"
            + " FILTER(cdt:get(cdt:get(?rows, 3), 2) = 3)");
  }

  @Test
  void anEvaluationWhoseListsDifferInLengthIsRefused() {
    assertThatThrownBy(
            () ->
                new EvaluationResult(
                    Map.of(), List.of("a", "b"), Map.of("f1", List.of(1.0)), List.of()))
        .hasMessage("There are 2 labels, but f1 has 1 values.");
    assertThatThrownBy(
            () ->
                new EvaluationResult(
                    Map.of(), List.of("a", "b"), Map.of(), List.of(List.of(1L), List.of(1L))))
        .hasMessageContaining("a row of the confusion matrix has 1 values");
  }

  private static DatasetGraph expected() throws IOException {
    String trig =
        Files.readString(Path.of("src/test/resources/org/provdl/capture/whole-training.trig"));
    return RDFParser.fromString(trig.replace("@VERSION@", Version.CURRENT), Lang.TRIG)
        .toDatasetGraph();
  }

  private void tell() {
    tell(dataset);
  }

  private static void tell(DatasetGraph dataset) {
    try (Capture capture = Runs.capture(QuadSink.memory(dataset)).meter(CountingMeter::new).open();
        TrainingRun run = Runs.start(capture)) {
      Runs.tellAll(run);
    }
  }

  private static Set<Quad> quads(DatasetGraph dataset) {
    Set<Quad> quads = new HashSet<>();
    dataset.find().forEachRemaining(quads::add);
    return quads;
  }

  private static Set<Node> subjects(Graph graph, Node type) {
    return graph
        .find(Node.ANY, RDF.type.asNode(), type)
        .mapWith(triple -> triple.getSubject())
        .toSet();
  }

  private void assertAsk(String pattern) {
    assertThat(ask(pattern)).as("a match of { %s }", pattern).isTrue();
  }

  private static void epoch(TrainingRun run) {
    run.startEpoch();
    run.iterate(1, 10);
    run.endEpoch();
  }

  private List<Double> valuesUsedByEpoch(int epoch) {
    return Stream.of(8.0, 4.0, 2.0, 1.0, 0.5, 0.25)
        .filter(
            value ->
                ask(
                    "?e a provdl:Epoch ; provdl:index %d ; prov:used/prov:value ?v FILTER(?v = %s)"
                        .formatted(epoch, value)))
        .sorted()
        .toList();
  }

  private boolean ask(String pattern) {
    String prefixes =
        "PREFIX prov: <http://www.w3.org/ns/prov#> PREFIX provdl: <https://w3id.org/provdl#>"
            + " PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>"
            + " PREFIX cdt: <http://w3id.org/awslabs/neptune/SPARQL-CDTs/> ";
    return Txn.calculateRead(
        dataset,
        () -> {
          try (var execution =
              QueryExecutionFactory.create(
                  prefixes + "ASK { GRAPH <" + RUN + "> { " + pattern + " } }",
                  DatasetFactory.wrap(dataset))) {
            return execution.execAsk();
          }
        });
  }
}
