package org.provdl.capture.dl4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import org.apache.jena.atlas.iterator.Iter;
import org.deeplearning4j.earlystopping.EarlyStoppingConfiguration;
import org.deeplearning4j.earlystopping.EarlyStoppingResult;
import org.deeplearning4j.earlystopping.saver.InMemoryModelSaver;
import org.deeplearning4j.earlystopping.scorecalc.DataSetLossCalculator;
import org.deeplearning4j.earlystopping.termination.EpochTerminationCondition;
import org.deeplearning4j.earlystopping.termination.MaxEpochsTerminationCondition;
import org.deeplearning4j.earlystopping.trainer.EarlyStoppingTrainer;
import org.deeplearning4j.nn.api.Model;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.optimize.api.BaseTrainingListener;
import org.deeplearning4j.optimize.api.InvocationType;
import org.deeplearning4j.optimize.listeners.EvaluativeListener;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.learning.config.Sgd;
import org.provdl.capture.Capture;
import org.provdl.capture.QuadSink;
import org.provdl.capture.Split;
import org.provdl.queries.Catalogue;
import org.provdl.queries.Condition;
import org.provdl.queries.SparqlEndpoint;
import org.provdl.store.ProvenanceStore;

/** A training is stopped and changed by what the store says of it while it goes on. */
@Timeout(180)
class SteeringIT {

  private static final int MOST = 12;
  private static final Duration LONG = Duration.ofMinutes(1);

  @TempDir private Path directory;
  private ProvenanceStore store;
  private SparqlEndpoint live;

  /** What happens while a network is captured into the store. */
  @FunctionalInterface
  private interface Training {
    void run(ProvenanceListener provenance) throws Exception;
  }

  @BeforeEach
  void open() {
    store = ProvenanceStore.openOrCreate(directory.resolve("store"));
    live = SparqlEndpoint.of(store::read);
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void trainingStopsAfterTheEpochThatMakesAnAskTrueAndTheAskIsTheAgent() throws Exception {
    MultiLayerNetwork network = Iris.network(new Adam(0.05));
    Condition fourth =
        ask(
            "a fourth score",
            "?m provdl:split provdl:validationData ; provdl:epoch/provdl:index 4");
    EarlyStoppingResult<MultiLayerNetwork> result =
        fit(network, provenance -> provenance.when(fourth).patience(LONG).stop());
    assertThat(result.getTotalEpochs()).isEqualTo(4);
    assertThat(result.getTerminationDetails()).isEqualTo("a fourth score");
    CapturedGraph graph = graph();
    String stopping =
        "?s a provdl:EarlyStopping ; provdl:duringEpoch ?epoch ; provdl:reason ?why ; prov:wasAssociatedWith ?agent ."
            + " ?agent a prov:SoftwareAgent ; rdfs:label ?name ; <http://purl.org/dc/terms/description> ?text ; prov:actedOnBehalfOf [ a prov:Person ]";
    assertThat(graph.values("CONCAT(STR(?epoch), '|', ?why, '|', ?name) AS ?x", stopping))
        .containsExactly("4|EpochTerminationCondition: a fourth score|a fourth score");
    assertThat(graph.values("?text", stopping)).containsExactly(fourth.definition());
    assertThat(
            graph.values(
                "?v", "?s provdl:hyperparameter provdl:terminationConditions ; prov:value ?v"))
        .containsExactly("MaxEpochsTerminationCondition(12), a fourth score");
    graph.assertAsk("?t a provdl:TrainingRun ; provdl:status provdl:completed");
    assertThat(graph.values("?e", "?e a provdl:Epoch ; prov:endedAtTime ?t")).hasSize(4);
  }

  @Test
  void anotherConditionThatEndsTrainingIsTheFrameworks() throws Exception {
    MultiLayerNetwork network = Iris.network(new Adam(0.05));
    Condition never = ask("never", "?e a provdl:Epoch ; provdl:index 1000");
    EarlyStoppingResult<MultiLayerNetwork> result =
        fit(network, provenance -> provenance.when(never).patience(LONG).stop());
    assertThat(result.getTotalEpochs()).isEqualTo(MOST);
    assertThat(
            graph()
                .values(
                    "?name", "?s a provdl:EarlyStopping ; prov:wasAssociatedWith/rdfs:label ?name"))
        .containsExactly("Deeplearning4j");
  }

  @Test
  void improvesTooSlowlyStopsAtTheFirstEpochInWhichItIsSo() throws Exception {
    MultiLayerNetwork network = Iris.network(new Sgd(0.3));
    Condition slow =
        Catalogue.standard()
            .query("improves-too-slowly")
            .with("epochs", "3")
            .with("gain", "0.1")
            .condition(live);
    EarlyStoppingResult<MultiLayerNetwork> result =
        fit(network, provenance -> provenance.when(slow).patience(LONG).stop());
    List<Double> scores = new ArrayList<>(result.getScoreVsEpoch().values());
    int first = 4;
    while (!(Collections.min(scores.subList(first - 3, first))
        > Collections.min(scores.subList(0, first - 3)) - 0.1)) {
      first++;
    }
    assertThat(first).isLessThan(MOST);
    assertThat(result.getTotalEpochs()).isEqualTo(first);
    graph()
        .assertAsk(
            "?s provdl:reason 'EpochTerminationCondition: improves-too-slowly epochs=3 gain=0.1'");
  }

  @Test
  void aRuleHalvesTheRateSoOftenAtMostAndRestsBetween() throws Exception {
    MultiLayerNetwork network = Iris.network(new Sgd(0.1));
    Condition always = ask("an epoch has ended", "?e a provdl:Epoch");
    capture(
        network,
        provenance -> {
          provenance
              .when(always)
              .patience(LONG)
              .cooldown(1)
              .atMost(3)
              .adapt("halve", () -> network.setLearningRate(network.getLearningRate(0) / 2));
          network.fit(Iris.iterator(), 10);
        });
    assertThat(network.getLearningRate(0)).isEqualTo(0.0125);
    CapturedGraph graph = graph();
    assertThat(adaptations(graph))
        .containsExactly(
            "0.1 0.05 2 4 an epoch has ended halve",
            "0.05 0.025 4 10 an epoch has ended halve",
            "0.025 0.0125 6 16 an epoch has ended halve");
    assertThat(
            graph.values(
                "?text",
                "?rule rdfs:label 'halve' ; a prov:SoftwareAgent ; <http://purl.org/dc/terms/description> ?text"))
        .containsExactly(always.definition());
    assertThat(rates())
        .containsExactly(0.1, 0.05, 0.05, 0.025, 0.025, 0.0125, 0.0125, 0.0125, 0.0125, 0.0125);
  }

  @Test
  void aRuleSeesWhatWasEvaluatedAfterTheEpochAndWhatAListenerEvaluatedInIt() throws Exception {
    MultiLayerNetwork network = Iris.network(new Sgd(0.1));
    EvaluativeListener listener =
        new EvaluativeListener(Iris.iterator(), 1, InvocationType.EPOCH_END);
    network.setListeners(listener);
    Condition both =
        ask(
            "both",
            "?e provdl:index 2 . ?t provdl:metric provdl:accuracy ; provdl:split provdl:testData ; provdl:epoch ?e ."
                + " ?v provdl:metric provdl:accuracy ; provdl:split provdl:validationData ; provdl:epoch ?e");
    capture(
        network,
        provenance -> {
          listener.setCallback(provenance.evaluations(Split.VALIDATION));
          provenance
              .when(both)
              .patience(LONG)
              .atMost(1)
              .adapt("slow down", () -> network.setLearningRate(0.01));
          for (int epoch = 1; epoch <= 4; epoch++) {
            network.fit(Iris.iterator());
            provenance.evaluated(network.evaluate(Iris.iterator()), Split.TEST);
          }
        });
    assertThat(adaptations(graph())).containsExactly("0.1 0.01 3 7 both slow down");
  }

  @Test
  void aRuleWorksInsideOfATrainerThatStopsEarlyToo() throws Exception {
    MultiLayerNetwork network = Iris.network(new Sgd(0.1));
    Condition second =
        ask("second score", "?m provdl:split provdl:validationData ; provdl:epoch/provdl:index 2");
    Condition fifth = ask("fifth epoch", "?e a provdl:Epoch ; provdl:index 5");
    EarlyStoppingResult<MultiLayerNetwork> result =
        fit(
            network,
            provenance -> {
              provenance
                  .when(second)
                  .patience(LONG)
                  .atMost(1)
                  .adapt("slow down", () -> network.setLearningRate(0.01));
              return provenance.when(fifth).patience(LONG).stop();
            });
    assertThat(result.getTotalEpochs()).isEqualTo(5);
    assertThat(adaptations(graph())).containsExactly("0.1 0.01 3 7 second score slow down");
  }

  @Test
  void aStoreThatFailsInMidTrainingChangesNothing() throws Exception {
    MultiLayerNetwork plain = Iris.network(new Adam(0.01));
    plain.fit(Iris.iterator(), 12);
    MultiLayerNetwork captured = Iris.network(new Adam(0.01));
    captured.addListeners(
        new BaseTrainingListener() {
          @Override
          public void onEpochEnd(Model model) {
            if (captured.getEpochCount() == 2) {
              store.close();
            }
          }
        });
    Condition sixth = ask("a sixth epoch", "?e a provdl:Epoch ; provdl:index 6");
    AtomicInteger changes = new AtomicInteger();
    try (Capture capture =
            Capture.builder(QuadSink.store(store)).closeTimeout(Duration.ofMillis(100)).open();
        ProvenanceListener provenance = ProvenanceListener.attach(captured, capture, "iris")) {
      provenance
          .when(sixth)
          .patience(Duration.ofMillis(200))
          .adapt("never", changes::incrementAndGet);
      captured.fit(Iris.iterator(), 12);
    }
    assertThat(changes).hasValue(0);
    assertThat(UnchangedTrainingIT.bits(captured)).isEqualTo(UnchangedTrainingIT.bits(plain));
  }

  @Test
  void aQuestionThatFailsOrHangsIsAskedLessAndLessOftenAndCountsAsNo() throws Exception {
    MultiLayerNetwork plain = Iris.network(new Adam(0.01));
    plain.fit(Iris.iterator(), 20);
    AtomicInteger failing = new AtomicInteger();
    AtomicInteger hanging = new AtomicInteger();
    CountDownLatch hung = new CountDownLatch(1);
    String any = "ASK { GRAPH ?run { ?s ?p ?o } }";
    Condition fails =
        Condition.of(
            "fails",
            any,
            (query, reader) -> {
              failing.incrementAndGet();
              throw new StackOverflowError("on purpose");
            });
    Condition hangs =
        Condition.of(
            "hangs",
            any,
            (query, reader) -> {
              hanging.incrementAndGet();
              try {
                hung.await();
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
              live.answer(query, reader);
            });
    MultiLayerNetwork captured = Iris.network(new Adam(0.01));
    AtomicInteger changes = new AtomicInteger();
    try {
      capture(
          captured,
          provenance -> {
            provenance.when(fails).patience(LONG).adapt("a", changes::incrementAndGet);
            provenance
                .when(hangs)
                .patience(Duration.ofMillis(300))
                .adapt("b", changes::incrementAndGet);
            captured.fit(Iris.iterator(), 20);
          });
    } finally {
      hung.countDown();
    }
    assertThat(failing).hasValue(4); // after the epochs 1, 3, 7 and 15
    assertThat(hanging).hasValue(1); // it still is being answered
    assertThat(changes).hasValue(0);
    assertThat(UnchangedTrainingIT.bits(captured)).isEqualTo(UnchangedTrainingIT.bits(plain));
  }

  @Test
  void aChangeThatThrowsIsNotTriedAgainAndTrainingGoesOn() throws Exception {
    MultiLayerNetwork network = Iris.network(new Sgd(0.1));
    AtomicInteger tries = new AtomicInteger();
    capture(
        network,
        provenance -> {
          provenance
              .when(ask("always", "?e a provdl:Epoch"))
              .patience(LONG)
              .adapt(
                  "broken",
                  () -> {
                    tries.incrementAndGet();
                    network.setLearningRate(0.05);
                    throw new IllegalStateException("on purpose");
                  });
          network.fit(Iris.iterator(), 5);
        });
    assertThat(tries).hasValue(1);
    assertThat(network.getEpochCount()).isEqualTo(5);
    assertThat(adaptations(graph())).containsExactly("0.1 0.05 2 4 always broken");
  }

  @Test
  void askingAndWritingAtTheSameTimeComesToAnEnd() throws Exception {
    MultiLayerNetwork network = Iris.network(new Sgd(0.1));
    AtomicInteger asked = new AtomicInteger();
    Condition odd =
        Condition.of(
            "odd",
            "PREFIX provdl: <https://w3id.org/provdl#> ASK { { SELECT (COUNT(?e) AS ?n) { GRAPH ?run { ?e a provdl:Epoch } } } FILTER(FLOOR(?n / 2) * 2 != ?n) }",
            (query, reader) -> {
              asked.incrementAndGet();
              live.answer(query, reader);
            });
    AtomicInteger changes = new AtomicInteger();
    capture(
        network,
        provenance -> {
          provenance.when(odd).patience(LONG).adapt("count", changes::incrementAndGet);
          Thread teller =
              new Thread(
                  () -> {
                    for (int i = 0; i < 200; i++) {
                      provenance.run().measure("noise", 1, Split.TRAINING);
                      LockSupport.parkNanos(10_000_000);
                    }
                  });
          teller.start();
          network.fit(Iris.iterator(), 20);
          teller.join();
        });
    assertThat(asked).hasValue(19); // not after the last, which nothing follows
    assertThat(changes).hasValue(10);
  }

  @Test
  void whatMakesNoSenseIsRefused() throws Exception {
    capture(
        Iris.network(new Sgd(0.1)),
        provenance -> {
          Steering steering = provenance.when(ask("any", "?s ?p ?o"));
          assertThatThrownBy(() -> steering.patience(Duration.ZERO))
              .hasMessage("The patience must be above zero, not PT0S.");
          assertThatThrownBy(() -> steering.cooldown(-1))
              .hasMessage("The cooldown must be 0 or more, not -1.");
          assertThatThrownBy(() -> steering.atMost(0))
              .hasMessage("A rule changes 1 time or more, not 0.");
          assertThatThrownBy(() -> steering.adapt(" ", () -> {}))
              .hasMessage("A rule needs a name, but it is blank.");
        });
  }

  private Condition ask(String name, String pattern) {
    return Condition.of(
        name,
        "PREFIX provdl: <https://w3id.org/provdl#> ASK { GRAPH ?run { " + pattern + " } }",
        live);
  }

  private void capture(MultiLayerNetwork network, Training training) throws Exception {
    try (Capture capture = Capture.to(QuadSink.store(store));
        ProvenanceListener provenance = ProvenanceListener.attach(network, capture, "iris")) {
      training.run(provenance);
    }
  }

  private EarlyStoppingResult<MultiLayerNetwork> fit(
      MultiLayerNetwork network, Function<ProvenanceListener, EpochTerminationCondition> condition)
      throws Exception {
    List<EarlyStoppingResult<MultiLayerNetwork>> results = new ArrayList<>();
    capture(
        network,
        provenance -> {
          EarlyStoppingConfiguration<MultiLayerNetwork> configuration =
              new EarlyStoppingConfiguration.Builder<MultiLayerNetwork>()
                  .modelSaver(new InMemoryModelSaver<>())
                  .scoreCalculator(new DataSetLossCalculator(Iris.iterator(), true))
                  .epochTerminationConditions(
                      new MaxEpochsTerminationCondition(MOST), condition.apply(provenance))
                  .build();
          EarlyStoppingTrainer trainer =
              new EarlyStoppingTrainer(configuration, network, Iris.iterator());
          trainer.setListener(provenance.earlyStopping());
          results.add(trainer.fit());
        });
    return results.get(0);
  }

  private List<Double> rates() {
    CapturedGraph graph = graph();
    String run = graph.values("?run", "?t a provdl:TrainingRun").get(0);
    return Catalogue.standard().query("epochs").with("run", run).on(live).rows().stream()
        .map(
            row ->
                Double.valueOf(Objects.requireNonNull(row.get("setting")).getLiteralLexicalForm()))
        .toList();
  }

  private CapturedGraph graph() {
    CapturedGraph graph = new CapturedGraph();
    store.read(
        dataset -> {
          graph.dataset.executeWrite(() -> Iter.toList(dataset.find()).forEach(graph.dataset::add));
          return null;
        });
    return graph;
  }

  /** Old, new, epoch, iteration, reason, agent. */
  private static List<String> adaptations(CapturedGraph graph) {
    return graph.values(
        "CONCAT(STR(xsd:decimal(?before)), ' ', STR(xsd:decimal(?after)), ' ', STR(?epoch), ' ', STR(?i), ' ', ?reason, ' ', ?who) AS ?x",
        "?new prov:wasGeneratedBy ?a ; prov:value ?after ; prov:wasRevisionOf/prov:value ?before ; provdl:hyperparameter provdl:learningRate ."
            + " ?a a provdl:Adaptation ; provdl:duringEpoch ?epoch ; provdl:iteration ?i ; provdl:reason ?reason ; prov:wasAssociatedWith/rdfs:label ?who"
            + " } } ORDER BY ?i");
  }
}
