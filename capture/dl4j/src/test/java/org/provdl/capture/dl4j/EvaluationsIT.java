package org.provdl.capture.dl4j;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.optimize.api.InvocationType;
import org.deeplearning4j.optimize.listeners.EvaluativeListener;
import org.junit.jupiter.api.Test;
import org.nd4j.evaluation.EvaluationAveraging;
import org.nd4j.evaluation.IEvaluation;
import org.nd4j.evaluation.classification.Evaluation;
import org.nd4j.evaluation.classification.EvaluationBinary;
import org.nd4j.evaluation.classification.EvaluationCalibration;
import org.nd4j.evaluation.classification.ROC;
import org.nd4j.evaluation.classification.ROCBinary;
import org.nd4j.evaluation.classification.ROCMultiClass;
import org.nd4j.evaluation.regression.RegressionEvaluation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.learning.config.Sgd;
import org.provdl.capture.EvaluationResult;
import org.provdl.capture.Split;

/** Evaluations say what ND4J's own objects say. */
class EvaluationsIT {

  private static final List<String> FLOWERS = List.of("s\u00e9tosa \u82b1", "versi\"color", "");

  private final CapturedGraph graph = new CapturedGraph();

  @Test
  void aClassifiersMetricsClassesAndConfusionMatrixAreThoseOfTheEvaluation() throws Exception {
    MultiLayerNetwork network = Iris.network(new Adam(0.05));
    Evaluation evaluation = new Evaluation(FLOWERS, 2);
    graph.capture(
        network,
        provenance -> {
          network.fit(Iris.iterator(), 3);
          provenance.evaluated(network.doEvaluation(Iris.iterator(), evaluation), Split.TEST);
        });
    assertThat(evaluation.accuracy()).isBetween(0.3, 0.99); // or it would show little
    assertMetrics(
        Map.of(
            "accuracy", evaluation.accuracy(),
            "precision", evaluation.precision(),
            "recall", evaluation.recall(),
            "f1", evaluation.f1(),
            "gMeasure", evaluation.gMeasure(EvaluationAveraging.Macro),
            "matthewsCorrelation", evaluation.matthewsCorrelation(EvaluationAveraging.Macro),
            "falsePositiveRate", evaluation.falsePositiveRate(),
            "falseNegativeRate", evaluation.falseNegativeRate(),
            "falseAlarmRate", evaluation.falseAlarmRate(),
            "top2Accuracy", evaluation.topNAccuracy()));
    assertBreakdown("precision", evaluation::precision);
    assertBreakdown("recall", evaluation::recall);
    assertBreakdown("f1", evaluation::f1);
    assertBreakdown("matthewsCorrelation", evaluation::matthewsCorrelation);
    assertThat(
            graph.values(
                "?label",
                "?m a provdl:ConfusionMatrix ; provdl:labels ?list . UNFOLD(?list AS ?label, ?i) } } ORDER BY ?i"))
        .isEqualTo(FLOWERS);
    List<Integer> counts = new ArrayList<>();
    for (int actual = 0; actual < 3; actual++) {
      for (int predicted = 0; predicted < 3; predicted++) {
        counts.add(evaluation.getConfusionMatrix().getCount(actual, predicted));
      }
    }
    assertThat(
            graph.values(
                "?n",
                "?m provdl:counts ?rows . UNFOLD(?rows AS ?row, ?i) UNFOLD(?row AS ?n, ?j) } } ORDER BY ?i ?j"))
        .map(Integer::valueOf)
        .isEqualTo(counts);
    assertThat(counts.stream().mapToInt(Integer::intValue).sum()).isEqualTo(150);
    graph.assertAsk(
        "?m a provdl:ConfusionMatrix ; prov:wasGeneratedBy ?e ; prov:wasDerivedFrom ?d , ?model ; provdl:epoch/provdl:index 3 ."
            + " ?e a provdl:Evaluation . ?d a provdl:DatasetSplit . ?model a provdl:Checkpoint");
  }

  @Test
  void severalEvaluationsInOneCallAreOneEach() throws Exception {
    MultiLayerNetwork network = Iris.network(new Adam(0.05));
    EvaluationBinary binary = new EvaluationBinary(3, 0);
    ROCMultiClass roc = new ROCMultiClass(0);
    ROCBinary rocBinary = new ROCBinary(0);
    EvaluationCalibration calibration = new EvaluationCalibration(5, 5);
    IEvaluation<?>[] all = {binary, roc, rocBinary, calibration};
    graph.capture(
        network,
        provenance -> {
          network.fit(Iris.iterator(), 3);
          provenance.evaluated(network.doEvaluation(Iris.iterator(), all), Split.VALIDATION);
        });
    assertThat(graph.values("?e", "?e a provdl:Evaluation")).hasSize(4);
    assertThat(value(1, "accuracy")).isEqualTo(binary.averageAccuracy());
    assertThat(value(1, "f1")).isEqualTo(binary.averageF1());
    assertThat(value(1, "areaUnderCurve")).isEqualTo(binary.getROCBinary().calculateAverageAuc());
    assertThat(value(2, "areaUnderCurve")).isEqualTo(roc.calculateAverageAUC());
    assertThat(value(2, "areaUnderPrecisionRecallCurve")).isEqualTo(roc.calculateAverageAUCPR());
    assertThat(value(3, "areaUnderCurve")).isEqualTo(rocBinary.calculateAverageAuc());
    assertThat(value(4, "expectedCalibrationError")).isBetween(0.0, 1.0);
    assertThat(
            graph.values("?h", "?h a provdl:Metric FILTER(STRSTARTS(STR(?h), 'http://localhost'))"))
        .as("metrics that the ontology does not know")
        .isEmpty();
  }

  @Test
  void aRegressionsColumnsAreNamed() {
    RegressionEvaluation regression = new RegressionEvaluation("width", "length");
    INDArray labels = Nd4j.createFromArray(new double[][] {{1, 10}, {2, 30}, {4, 20}});
    INDArray predictions = Nd4j.createFromArray(new double[][] {{1.5, 9}, {2, 33}, {3, 20}});
    regression.eval(labels, predictions);
    EvaluationResult read = EvaluationReader.read(regression);
    assertThat(read.labels()).containsExactly("width", "length");
    assertThat(read.metrics())
        .containsEntry("meanSquaredError", regression.averageMeanSquaredError())
        .containsEntry("meanAbsoluteError", regression.averageMeanAbsoluteError())
        .containsEntry("rootMeanSquaredError", regression.averagerootMeanSquaredError())
        .containsEntry("relativeSquaredError", regression.averagerelativeSquaredError())
        .containsEntry("pearsonCorrelation", regression.averagePearsonCorrelation())
        .containsEntry("rSquared", regression.averageRSquared());
    assertThat(read.metricsByLabel().get("meanAbsoluteError"))
        .containsExactly(regression.meanAbsoluteError(0), regression.meanAbsoluteError(1));
  }

  @Test
  void theCalibrationErrorIsTheWeightedDistanceOfTheBins() {
    EvaluationCalibration calibration = new EvaluationCalibration(2, 2);
    INDArray labels = Nd4j.createFromArray(new double[][] {{1, 0}, {0, 1}, {1, 0}, {1, 0}});
    INDArray predictions =
        Nd4j.createFromArray(new double[][] {{0.25, 0.75}, {0.25, 0.75}, {0.75, 0.25}, {1, 0}});
    calibration.eval(labels, predictions);
    // the first class: (0.25 + 0.25 against 1 of 2) and (0.75 + 1 against 2 of 2): (0.5 + 0.25) / 4
    assertThat(EvaluationReader.read(calibration).metricsByLabel().get("expectedCalibrationError"))
        .containsExactly(0.1875, 0.1875);
  }

  @Test
  void anEvaluationThatHasSeenNothingHasFoundNothing() {
    for (IEvaluation<?> empty :
        List.of(
            new Evaluation(),
            new Evaluation(FLOWERS),
            new EvaluationBinary(),
            new RegressionEvaluation(),
            new RegressionEvaluation(2),
            new ROC(),
            new ROCBinary(),
            new ROCMultiClass(),
            new EvaluationCalibration())) {
      assertThat(EvaluationReader.read(empty).metrics()).as("%s", empty.getClass()).isEmpty();
      assertThat(EvaluationReader.read(empty).metricsByLabel()).isEmpty();
    }
  }

  @Test
  void whatIsNotFiniteStaysThat() {
    ROC oneSided = new ROC();
    oneSided.eval(Nd4j.createFromArray(new double[][] {{1}, {1}}), Nd4j.ones(2, 1));
    assertThat(oneSided.calculateAUC()).isNaN();
    assertThat(EvaluationReader.read(oneSided).metrics().get("areaUnderCurve")).isNaN();
    RegressionEvaluation constant = new RegressionEvaluation(1);
    constant.eval(Nd4j.ones(2, 1), Nd4j.ones(2, 1));
    assertThat(EvaluationReader.read(constant).metrics().get("relativeSquaredError"))
        .isInfinite()
        .isEqualTo(constant.averagerelativeSquaredError());
  }

  @Test
  void anEvaluativeListenersEvaluationsAreRecordedByEpochOnItsSplit() throws Exception {
    MultiLayerNetwork network = Iris.network(new Adam(0.05));
    List<Double> accuracies = new ArrayList<>();
    EvaluativeListener evaluative =
        new EvaluativeListener(Iris.iterator(), 1, InvocationType.EPOCH_END);
    network.setListeners(evaluative);
    graph.capture(
        network,
        provenance -> {
          var callback = provenance.evaluations(Split.VALIDATION);
          evaluative.setCallback(
              (listener, model, count, evaluations) -> {
                accuracies.add(((Evaluation) evaluations[0]).accuracy());
                callback.call(listener, model, count, evaluations);
              });
          network.fit(Iris.iterator(), 3);
        });
    String validation =
        "?m provdl:metric provdl:accuracy ; prov:value ?v ; provdl:split provdl:validationData ; provdl:epoch/provdl:index ?e } } ORDER BY ?e";
    assertThat(graph.values("?e", validation)).containsExactly("1", "2", "3");
    assertThat(graph.values("?v", validation)).map(Double::valueOf).isEqualTo(accuracies);
  }

  @Test
  void evaluatingInEachIterationHidesNoBatch() throws Exception {
    MultiLayerNetwork network = Iris.network(new Sgd(0.1));
    network.setListeners(new EvaluativeListener(Iris.flowers(), 1, InvocationType.ITERATION_END));
    graph.capture(network, provenance -> network.fit(Iris.iterator(), 2));
    graph.assertAsk("?e a provdl:Epoch ; provdl:index 2 ; provdl:exampleCount 150");
    assertThat(graph.values("?a", "?a a provdl:Adaptation")).isEmpty();
  }

  private double value(int evaluation, String metric) {
    List<String> values =
        graph.values(
            "?v",
            "?m a provdl:MetricValue ; provdl:metric provdl:"
                + metric
                + " ; prov:value ?v ; prov:wasGeneratedBy ?e FILTER(STRENDS(STR(?e), '#evaluation-"
                + evaluation
                + "'))");
    assertThat(values).hasSize(1);
    return Double.parseDouble(values.get(0));
  }

  private void assertMetrics(Map<String, Double> expected) {
    expected.forEach((metric, value) -> assertThat(value(1, metric)).as(metric).isEqualTo(value));
    assertThat(
            graph.values("?m", "?m a provdl:MetricValue ; prov:wasGeneratedBy/a provdl:Evaluation"))
        .hasSize(expected.size());
  }

  private void assertBreakdown(String metric, IntToDoubleFunction ofClass) {
    assertThat(
            graph.values(
                "?v",
                "?b a provdl:MetricBreakdown ; provdl:metric provdl:"
                    + metric
                    + " ; provdl:values ?list . UNFOLD(?list AS ?v, ?i) } } ORDER BY ?i"))
        .map(Double::valueOf)
        .isEqualTo(IntStream.range(0, 3).mapToObj(ofClass::applyAsDouble).toList());
  }
}
