package org.provdl.capture.dl4j;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.linalg.learning.config.Sgd;
import org.provdl.capture.Capture;
import org.provdl.capture.Dimension;
import org.provdl.capture.Split;
import org.provdl.capture.Study;
import org.provdl.capture.StudyOutcome;
import org.provdl.capture.Trial;

/** A study of real trainings: what is recorded is what was measured, and nothing is changed. */
class StudyIT {

  private static final List<String> UPDATERS = List.of("Sgd", "Adam");
  private static final List<Double> RATES = List.of(0.001, 0.01, 0.1);

  private final CapturedGraph graph = new CapturedGraph();
  private final Map<String, Double> measured = Collections.synchronizedMap(new TreeMap<>());
  private final Map<String, byte[]> trained = Collections.synchronizedMap(new TreeMap<>());

  @Test
  void aGridOverIrisIsRecordedAsItWasMeasuredAndChangesNothing() throws IOException {
    StudyOutcome outcome = search(1);
    assertThat(outcome.trials()).hasSize(6);
    assertRunsOfTrials();
    assertUnchanged();
    assertRecorded();

    Trial winner = outcome.winner().orElseThrow();
    double best = Collections.max(measured.values());
    assertThat(winner.objective()).hasValue(best);
    assertThat(
            graph.values(
                "?number",
                "?s a provdl:TrialSelection ; provdl:selectedTrial/provdl:index ?number"))
        .containsExactly(String.valueOf(winner.number()));
    assertThat(graph.values("?why", "?s a provdl:TrialSelection ; provdl:reason ?why"))
        .containsExactly(outcome.reason());
    graph.assertAsk(
        "?s a provdl:Study ; provdl:status provdl:completed ;"
            + " provdl:partOfExperiment/rdfs:label 'iris' ;"
            + " prov:qualifiedAssociation/prov:hadPlan ?plan ."
            + " ?plan provdl:searchStrategy 'grid' ; provdl:plannedTrialCount 6 ;"
            + " provdl:metric provdl:accuracy ; provdl:split provdl:testData");
  }

  /** The run of each trial was trained with the values of that trial. */
  private void assertRunsOfTrials() {
    for (int number = 1; number <= 6; number++) {
      String trial = "?t provdl:index " + number + " ; a provdl:Trial ; ";
      String run = graph.values("?made", trial + "provdl:hasRun ?made").get(0);
      String values = "<" + run + "> provdl:partOfTrial ?t ; prov:used ?u .";
      assertThat(
              graph.values(
                  "?rate",
                  values + " ?u provdl:hyperparameter provdl:learningRate ; prov:value ?rate"))
          .map(Double::valueOf)
          .isEqualTo(
              graph
                  .values(
                      "?rate",
                      trial
                          + "prov:used ?u . ?u provdl:hyperparameter provdl:learningRate ; prov:value ?rate")
                  .stream()
                  .map(Double::valueOf)
                  .toList());
      assertThat(graph.values("?name", "<" + run + "> a provdl:TrainingRun ; rdfs:label ?name"))
          .containsExactly("iris search, trial " + number);
    }
  }

  @Test
  void severalTrialsAtATimeAreRecordedAsTheyWereMeasuredToo() {
    assertThat(search(2).trials()).hasSize(6);
    assertRecorded();
  }

  /** The parameters are bit for bit those of the same trainings without study and capture. */
  private void assertUnchanged() throws IOException {
    for (String updater : UPDATERS) {
      for (double rate : RATES) {
        MultiLayerNetwork plain = Iris.network(updater(updater, rate));
        plain.fit(Iris.iterator(), 5);
        assertThat(trained.get(name(updater, rate)))
            .as(name(updater, rate))
            .isEqualTo(UnchangedTrainingIT.bits(plain));
      }
    }
  }

  private StudyOutcome search(int threads) {
    try (Capture capture = graph.capture();
        Study study =
            Study.builder(capture, "iris search")
                .experiment("iris")
                .maximize("accuracy", Split.TEST)
                .over(
                    Dimension.choice("updater", UPDATERS.toArray()),
                    Dimension.logUniform("learningRate", 0.001, 0.1).inSteps(3))
                .grid()
                .start()) {
      return threads == 1
          ? study.run(trial -> train(trial, capture))
          : study.run(trial -> train(trial, capture), threads);
    }
  }

  private double train(Trial trial, Capture capture) throws IOException {
    String updater = trial.value("updater", String.class);
    double rate = trial.real("learningRate");
    MultiLayerNetwork network = Iris.network(updater(updater, rate));
    try (ProvenanceListener provenance =
        ProvenanceListener.builder(network, capture).trial(trial).attach()) {
      network.fit(Iris.iterator(), 5);
      provenance.evaluated(network.evaluate(Iris.iterator()), Split.TEST);
    }
    double accuracy = network.evaluate(Iris.iterator()).accuracy();
    measured.put(name(updater, rate), accuracy);
    trained.put(name(updater, rate), UnchangedTrainingIT.bits(network));
    return accuracy;
  }

  /** Each objective in the graph is what the code measured with the values of that trial. */
  private void assertRecorded() {
    Map<String, Double> recorded = new TreeMap<>();
    for (int number = 1; number <= 6; number++) {
      String trial =
          "?t a provdl:Trial ; provdl:index %d ; provdl:status provdl:completed ; prov:used ?u . "
              .formatted(number);
      List<String> values = new ArrayList<>();
      values.addAll(graph.values("?v", trial + "?u rdfs:label 'updater' ; prov:value ?v"));
      values.addAll(graph.values("?v", trial + "?u rdfs:label 'learningRate' ; prov:value ?v"));
      List<String> objective =
          graph.values(
              "?v",
              "?t a provdl:Trial ; provdl:index "
                  + number
                  + " . ?m prov:wasGeneratedBy ?t ; provdl:metric provdl:accuracy ; prov:value ?v");
      assertThat(objective).hasSize(1);
      recorded.put(
          name(values.get(0), Double.parseDouble(values.get(1))), Double.valueOf(objective.get(0)));
    }
    assertThat(recorded).isEqualTo(measured).hasSize(6);
  }

  private static String name(String updater, double rate) {
    return updater + " " + rate;
  }

  private static IUpdater updater(String name, double rate) {
    return name.equals("Sgd") ? new Sgd(rate) : new Adam(rate);
  }
}
