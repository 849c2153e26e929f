package org.provdl.capture.dl4j;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.deeplearning4j.earlystopping.EarlyStoppingConfiguration;
import org.deeplearning4j.earlystopping.EarlyStoppingResult;
import org.deeplearning4j.earlystopping.saver.InMemoryModelSaver;
import org.deeplearning4j.earlystopping.scorecalc.ClassificationScoreCalculator;
import org.deeplearning4j.earlystopping.scorecalc.DataSetLossCalculator;
import org.deeplearning4j.earlystopping.scorecalc.ScoreCalculator;
import org.deeplearning4j.earlystopping.termination.IterationTerminationCondition;
import org.deeplearning4j.earlystopping.termination.MaxEpochsTerminationCondition;
import org.deeplearning4j.earlystopping.termination.ScoreImprovementEpochTerminationCondition;
import org.deeplearning4j.earlystopping.trainer.EarlyStoppingGraphTrainer;
import org.deeplearning4j.earlystopping.trainer.EarlyStoppingTrainer;
import org.deeplearning4j.nn.api.Model;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.Test;
import org.nd4j.evaluation.classification.Evaluation;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.learning.config.Sgd;

/** What early stopping measures and decides is what its result says. */
class EarlyStoppingIT {

  private static final String SCORES =
      "?m provdl:split provdl:validationData ; provdl:epoch/provdl:index ?e ; prov:value ?v ; provdl:metric ";
  private static final String IN_ORDER = " } } ORDER BY ?e";

  private final CapturedGraph graph = new CapturedGraph();

  @Test
  void reasonScoresBestEpochAndBestModelAreThoseOfTheResult() throws Exception {
    MultiLayerNetwork network = Iris.network(new Adam(0.05));
    EarlyStoppingResult<MultiLayerNetwork> result =
        fit(network, loss(network, new ScoreImprovementEpochTerminationCondition(2), 60));
    assertThat(graph.values("?v", SCORES + "provdl:loss" + IN_ORDER).stream().map(Double::valueOf))
        .containsExactlyElementsOf(result.getScoreVsEpoch().values());
    assertThat(
            graph.values(
                "?why",
                "?s a provdl:EarlyStopping ; provdl:reason ?why ; provdl:duringEpoch "
                    + result.getTotalEpochs()))
        .containsExactly("EpochTerminationCondition: " + result.getTerminationDetails());
    int best = result.getBestModelEpoch();
    assertThat(best).isBetween(0, result.getTotalEpochs() - 2);
    String used =
        "?s a provdl:EarlyStopping ; prov:qualifiedUsage ?score, ?model . ?score prov:hadRole provdl:bestScoreRole ; prov:entity ?scored ."
            + " ?model prov:hadRole provdl:bestModelRole ; prov:entity ?best . ?best provdl:epoch/provdl:index ?e ; prov:generatedAtTime ?made ."
            + " ?epoch a provdl:Epoch ; provdl:index ?e ; prov:endedAtTime ?end FILTER(?made >= ?end) ?scored provdl:epoch ?epoch ; prov:value ?v . ?best provdl:parametersSha256 ?hash ";
    assertThat(graph.values("?e", used)).containsExactly(String.valueOf(best + 1));
    assertThat(graph.values("?v", used))
        .map(Double::valueOf)
        .containsExactly(result.getScoreVsEpoch().get(best));
    assertThat(graph.values("?hash", used))
        .containsExactly(ParametersReader.sha256(result.getBestModel().params()));
    graph.assertAsk("?t a provdl:TrainingRun ; provdl:status provdl:completed");
    assertThat(graph.values("?e", "?e a provdl:Epoch ; prov:endedAtTime ?t"))
        .hasSize(result.getTotalEpochs());
    assertThat(
            graph.values(
                "?v", "?s provdl:hyperparameter provdl:terminationConditions ; prov:value ?v"))
        .singleElement()
        .asString()
        .contains("MaxEpochsTerminationCondition(60)", "ScoreImprovementEpochTerminationCondition");
  }

  @Test
  void theEpochThatAConditionOnIterationsBreaksOffIsThereAndTheRunIsCompleted() throws Exception {
    MultiLayerNetwork network = Iris.network(new Sgd(0.1));
    EarlyStoppingResult<MultiLayerNetwork> result =
        fit(
            network,
            EarlyStoppingIT.<MultiLayerNetwork>configuration(
                    new DataSetLossCalculator(Iris.iterator(), true))
                .epochTerminationConditions(new MaxEpochsTerminationCondition(10))
                .iterationTerminationConditions(new IterationsTerminationCondition(8))
                .build());
    assertThat(result.getTerminationReason())
        .isEqualTo(EarlyStoppingResult.TerminationReason.IterationTerminationCondition);
    assertThat(
            graph.values(
                "?n",
                "?e a provdl:Epoch ; provdl:index ?i ; provdl:iterationCount ?n ; prov:endedAtTime ?t } } ORDER BY ?i"))
        .containsExactly("3", "3", "2");
    graph.assertAsk("?t provdl:status provdl:completed");
    graph.assertAsk(
        "?s a provdl:EarlyStopping ; provdl:duringEpoch 3 ; provdl:reason 'IterationTerminationCondition: 8 iterations' ; prov:used ?best . ?best provdl:epoch/provdl:index "
            + (result.getBestModelEpoch() + 1));
    graph.assertAsk(
        "?m a provdl:TrainedModel ; provdl:parametersSha256 '"
            + ParametersReader.sha256(network.params())
            + "'");
  }

  @Test
  void aGraphIsStoppedTooAndAScoreThatIsNoLossHasItsOwnName() throws Exception {
    ComputationGraph network = Iris.graph();
    EarlyStoppingConfiguration<ComputationGraph> configuration =
        EarlyStoppingIT.<ComputationGraph>configuration(
                new ClassificationScoreCalculator(Evaluation.Metric.ACCURACY, Iris.iterator()))
            .epochTerminationConditions(new MaxEpochsTerminationCondition(7))
            .evaluateEveryNEpochs(3)
            .build();
    List<EarlyStoppingResult<ComputationGraph>> results = new ArrayList<>();
    graph.capture(
        network,
        provenance -> {
          network.fit(Iris.iterator(), 2); // the run's epochs are not the trainer's
          EarlyStoppingGraphTrainer trainer =
              new EarlyStoppingGraphTrainer(configuration, network, Iris.iterator());
          trainer.setListener(provenance.earlyStopping());
          results.add(trainer.fit());
        });
    EarlyStoppingResult<ComputationGraph> result = results.get(0);
    Map<Integer, Double> scores = result.getScoreVsEpoch();
    assertThat(scores).containsOnlyKeys(0, 3, 6);
    String score =
        "?m provdl:metric/rdfs:label 'classificationScore' ; prov:value ?v ; provdl:epoch/provdl:index ?e";
    assertThat(graph.values("?v", score + IN_ORDER).stream().map(Double::valueOf))
        .containsExactlyElementsOf(scores.values());
    assertThat(graph.values("?e", score + IN_ORDER)).containsExactly("3", "6", "9");
    assertThat(
            graph.values(
                "?e",
                "?s a provdl:EarlyStopping ; prov:qualifiedUsage ?u . ?u prov:hadRole provdl:bestModelRole ; prov:entity/provdl:epoch/provdl:index ?e"))
        .containsExactly(String.valueOf(result.getBestModelEpoch() + 3));
    graph.assertAsk("?s provdl:hyperparameter provdl:epochsPerScore ; prov:value 3");
  }

  @Test
  void parametersAreBitIdenticalWithAndWithoutCapture() throws Exception {
    MultiLayerNetwork plain = Iris.network(new Adam(0.05));
    new EarlyStoppingTrainer(
            loss(plain, new ScoreImprovementEpochTerminationCondition(2), 20),
            plain,
            Iris.iterator())
        .fit();
    MultiLayerNetwork captured = Iris.network(new Adam(0.05));
    fit(captured, loss(captured, new ScoreImprovementEpochTerminationCondition(2), 20));
    assertThat(UnchangedTrainingIT.bits(captured)).isEqualTo(UnchangedTrainingIT.bits(plain));
  }

  private EarlyStoppingResult<MultiLayerNetwork> fit(
      MultiLayerNetwork network, EarlyStoppingConfiguration<MultiLayerNetwork> configuration)
      throws Exception {
    List<EarlyStoppingResult<MultiLayerNetwork>> results = new ArrayList<>();
    graph.capture(
        network,
        provenance -> {
          EarlyStoppingTrainer trainer =
              new EarlyStoppingTrainer(configuration, network, Iris.iterator());
          trainer.setListener(provenance.earlyStopping());
          results.add(trainer.fit());
        });
    return results.get(0);
  }

  private static EarlyStoppingConfiguration<MultiLayerNetwork> loss(
      MultiLayerNetwork network, ScoreImprovementEpochTerminationCondition patience, int epochs)
      throws Exception {
    assertThat(network.getEpochCount()).isZero();
    return EarlyStoppingIT.<MultiLayerNetwork>configuration(
            new DataSetLossCalculator(Iris.iterator(), true))
        .epochTerminationConditions(new MaxEpochsTerminationCondition(epochs), patience)
        .build();
  }

  private static <T extends Model> EarlyStoppingConfiguration.Builder<T> configuration(
      ScoreCalculator<?> calculator) {
    return new EarlyStoppingConfiguration.Builder<T>()
        .modelSaver(new InMemoryModelSaver<T>())
        .scoreCalculator(calculator);
  }

  @SuppressWarnings("serial") // never written
  private static final class IterationsTerminationCondition
      implements IterationTerminationCondition {
    private final int most;
    private int seen;

    IterationsTerminationCondition(int most) {
      this.most = most;
    }

    @Override
    public void initialize() {
      seen = 0;
    }

    @Override
    public boolean terminate(double lastMiniBatchScore) {
      seen++;
      return seen == most;
    }

    @Override
    public String toString() {
      return most + " iterations";
    }
  }
}
