package org.provdl.capture.dl4j;

import static org.assertj.core.api.Assertions.as;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.deeplearning4j.datasets.iterator.utilty.ListDataSetIterator;
import org.deeplearning4j.nn.api.Model;
import org.deeplearning4j.nn.conf.GradientNormalization;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.dropout.Dropout;
import org.deeplearning4j.nn.conf.layers.BaseLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.layers.FrozenLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.optimize.api.BaseTrainingListener;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.linalg.learning.config.Nesterovs;
import org.nd4j.linalg.learning.config.Sgd;
import org.nd4j.linalg.learning.regularization.L2Regularization;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;
import org.nd4j.linalg.schedule.ExponentialSchedule;
import org.nd4j.linalg.schedule.MapSchedule;
import org.nd4j.linalg.schedule.ScheduleType;
import org.nd4j.linalg.schedule.StepSchedule;
import org.provdl.capture.Framework;
import org.provdl.capture.Responsible;
import org.provdl.capture.RunDescription;
import org.provdl.capture.Split;

/**
 * Each change of a setting in mid-training is one adaptation: what, from, to, since when, by whom.
 */
class AdaptationsIT {

  private final CapturedGraph graph = new CapturedGraph();

  @Test
  void eachStepOfAScheduleIsOneAdaptationByTheFramework() throws Exception {
    MapSchedule schedule = new MapSchedule(ScheduleType.EPOCH, Map.of(0, 0.1, 2, 0.05, 4, 0.01));
    MultiLayerNetwork network = Iris.network(new Sgd(schedule));
    graph.capture(network, provenance -> network.fit(Iris.iterator(), 6));
    assertThat(adaptations())
        .containsExactly(
            "model learningRate 0.1 0.05 3 7 schedule MapSchedule Deeplearning4j",
            "model learningRate 0.05 0.01 5 13 schedule MapSchedule Deeplearning4j");
  }

  @Test
  void twentyHalvingsAreTwentyAdaptations() throws Exception {
    MultiLayerNetwork network =
        Iris.network(new Adam(new StepSchedule(ScheduleType.EPOCH, 1e-3, 0.5, 1)));
    graph.capture(network, provenance -> network.fit(Iris.iterator(), 21));
    List<String> expected = new ArrayList<>();
    for (int epoch = 1; epoch <= 20; epoch++) {
      expected.add(
          "model learningRate %s %s %d %d schedule StepSchedule Deeplearning4j"
              .formatted(
                  1e-3 * Math.pow(0.5, epoch - 1),
                  1e-3 * Math.pow(0.5, epoch),
                  epoch + 1,
                  3 * epoch + 1));
    }
    assertThat(adaptations()).isEqualTo(expected);
  }

  @Test
  void aRateThatThePersonSetsForOneLayerIsAnAdaptationOfThatLayer() throws Exception {
    MultiLayerNetwork network = Iris.network(new Sgd(0.1));
    train(network, changed -> changed.setLearningRate(1, 0.02));
    assertThat(adaptations()).containsExactly("1 learningRate 0.1 0.02 2 4 setLearningRate person");
    graph.assertAsk("?new prov:value 0.02e0 . ?e provdl:index 2 ; prov:used ?new");
  }

  @Test
  void aFixedRateInPlaceOfAScheduleEndsTheScheduleToo() throws Exception {
    MultiLayerNetwork network =
        Iris.network(new Sgd(new ExponentialSchedule(ScheduleType.EPOCH, 0.1, 1)));
    train(network, changed -> changed.setLearningRate(0.02));
    assertThat(adaptations())
        .containsExactly(
            "model learningRate 0.1 0.02 2 4 changed by the program person",
            "model learningRateSchedule ExponentialSchedule none 2 4 changed by the program person",
            "model learningRateScheduleGamma 1.0 none 2 4 changed by the program person",
            "model learningRateScheduleInitialValue 0.1 none 2 4 changed by the program person",
            "model learningRateScheduleType EPOCH none 2 4 changed by the program person");
  }

  @Test
  void schedulesOfOtherNumbersAreAdaptationsToo() throws Exception {
    ScheduleType epochs = ScheduleType.EPOCH;
    MultiLayerNetwork network =
        network(
            new Nesterovs(0.1, new MapSchedule(epochs, Map.of(0, 0.5, 1, 0.9))),
            new Dropout(new MapSchedule(epochs, Map.of(0, 0.8, 2, 0.7))),
            new L2Regularization(new MapSchedule(epochs, Map.of(0, 0.5, 3, 0.25))));
    graph.capture(network, provenance -> network.fit(Iris.iterator(), 4));
    assertThat(adaptations())
        .containsExactly(
            "model momentum 0.5 0.9 2 4 schedule MapSchedule Deeplearning4j",
            "model dropout 0.2 0.3 3 7 schedule MapSchedule Deeplearning4j",
            "model l2 0.5 0.25 4 10 schedule MapSchedule Deeplearning4j");
  }

  @Test
  void anotherUpdaterIsAnAdaptationOfAllThatItBrings() throws Exception {
    MultiLayerNetwork network = Iris.network(new Nesterovs(0.1, 0.9));
    train(
        network,
        changed -> {
          for (int layer = 0; layer < 2; layer++) {
            ((BaseLayer) changed.getLayer(layer).conf().getLayer()).setIUpdater(new Sgd(0.1));
          }
          changed.setUpdater(null);
        });
    assertThat(adaptations())
        .containsExactly(
            "model momentum 0.9 none 2 4 changed by the program person",
            "model updater Nesterovs Sgd 2 4 changed by the program person");
  }

  @Test
  void aFrozenLayerIsAnAdaptationOfThatLayer() throws Exception {
    MultiLayerNetwork network = Iris.network(new Sgd(0.1));
    train(
        network,
        changed -> {
          changed.getLayers()[0] = new FrozenLayer(changed.getLayer(0));
          changed.setUpdater(null);
        });
    assertThat(adaptations())
        .containsExactly("0 frozen false true 2 4 changed by the program person");
  }

  @Test
  void dropoutThatIsSetInPlaceOrReplacedOrTakenAwayIsAnAdaptationOfItsLayer() throws Exception {
    MultiLayerNetwork network = Iris.network(new Sgd(0.1));
    graph.capture(
        network,
        provenance -> {
          network.fit(Iris.iterator(), 1);
          ((Dropout) conf(network, 0).getIDropout()).setP(0.7);
          network.fit(Iris.iterator(), 1);
          conf(network, 0).setIDropout(new Dropout(0.6));
          network.fit(Iris.iterator(), 1);
          conf(network, 0).setIDropout(null);
          network.fit(Iris.iterator(), 1);
          conf(network, 1).setIDropout(new Dropout(0.9));
          network.fit(Iris.iterator(), 1);
        });
    String by = " changed by the program person";
    assertThat(adaptations())
        .containsExactly(
            "0 dropout 0.2 0.3 2 4" + by,
            "0 dropout 0.3 0.4 3 7" + by,
            "0 dropout 0.4 0.0 4 10" + by,
            "1 dropout 0.0 0.1 5 13" + by);
  }

  @Test
  void regularizationAndClippingThatChangeForAllLayersAreAdaptationsOfTheModel() throws Exception {
    MultiLayerNetwork network = Iris.network(new Sgd(0.1));
    train(
        network,
        changed -> {
          for (int layer = 0; layer < 2; layer++) {
            BaseLayer each = conf(changed, layer);
            each.getRegularization().set(0, new L2Regularization(0.25)); // in its list
            each.setGradientNormalization(GradientNormalization.ClipElementWiseAbsoluteValue);
            each.setGradientNormalizationThreshold(0.5);
          }
        });
    String by = " 2 4 changed by the program person";
    assertThat(adaptations())
        .containsExactly(
            "model gradientNormalization None ClipElementWiseAbsoluteValue" + by,
            "model gradientNormalizationThreshold 1.0 0.5" + by,
            "model l2 1.0E-4 0.25" + by);
  }

  @Test
  void aChangeByAListenerHoldsFromTheNextIterationWhereverTheListenerStands() throws Exception {
    for (boolean first : List.of(true, false)) {
      CapturedGraph own = new CapturedGraph();
      MultiLayerNetwork network = Iris.network(new Sgd(0.1));
      BaseTrainingListener setting =
          new BaseTrainingListener() {
            @Override
            public void iterationDone(Model model, int iteration, int epoch) {
              if (iteration == 3) { // the fourth
                ((MultiLayerNetwork) model).setLearningRate(0.01);
              }
            }
          };
      if (first) {
        network.setListeners(setting);
      }
      own.capture(
          network,
          provenance -> {
            if (!first) {
              network.addListeners(setting);
            }
            network.fit(Iris.iterator(), 2);
          });
      assertThat(adaptations(own))
          .containsExactly("model learningRate 0.1 0.01 2 5 setLearningRate person");
    }
  }

  @Test
  void aChangeThatARuleMakesIsTheRules() throws Exception {
    MultiLayerNetwork network = Iris.network(new Sgd(0.1));
    graph.capture(
        network,
        provenance -> {
          network.fit(Iris.iterator(), 1);
          provenance.adapt(
              "the loss is flat",
              Responsible.rule("halve on plateau", "halves the rate where the loss is flat"),
              () -> network.setLearningRate(0.05));
          network.fit(Iris.iterator(), 1);
        });
    assertThat(adaptations())
        .containsExactly("model learningRate 0.1 0.05 1 4 the loss is flat halve on plateau");
  }

  @Test
  void anAdaptationUsesWhatStoodThen() throws Exception {
    MultiLayerNetwork network = Iris.network(new Sgd(0.1));
    List<Double> scores = new ArrayList<>();
    network.setListeners(
        new BaseTrainingListener() {
          @Override
          public void iterationDone(Model model, int iteration, int epoch) {
            scores.add(model.score());
          }
        });
    graph.capture(
        network,
        provenance -> {
          network.fit(Iris.iterator(), 2);
          provenance.run().measure("accuracy", 0.75, Split.VALIDATION);
          network.setLearningRate(0.01);
          network.fit(Iris.iterator(), 1);
        });
    String adaptation = "?a a provdl:Adaptation ; ";
    assertThat(graph.values("?l", adaptation + "provdl:precedingLoss ?l"))
        .map(Double::valueOf)
        .containsExactly(scores.get(5));
    assertThat(
            graph.values(
                "?v",
                adaptation
                    + "prov:qualifiedUsage ?u . ?u prov:hadRole provdl:standingMetric ; prov:entity ?m . ?m prov:value ?v } } ORDER BY ?v"))
        .map(Double::valueOf)
        .containsExactlyInAnyOrder(0.75, (scores.get(3) + scores.get(4) + scores.get(5)) / 3);
  }

  @Test
  void whatIsChangedInsideOfAPartIsFoundWhenAllIsReadAgain() throws Exception {
    MultiLayerNetwork network = Iris.network(new Adam(0.1));
    AtomicLong nanoTime = new AtomicLong();
    try (var capture = graph.capture();
        var run = capture.start(RunDescription.named("iris"))) {
      SettingsWatch watch =
          new SettingsWatch(CapturedNetwork.of(network), run, name -> true, nanoTime::get);
      watch.start();
      run.startEpoch();
      run.iterate(1, 1);
      for (int layer = 0; layer < 2; layer++) {
        ((Adam) conf(network, layer).getIUpdater()).setBeta1(0.5);
      }
      watch.compare(); // sees references and live numbers only
      nanoTime.set(999_999_999);
      watch.readAgain(); // not within a second
      run.iterate(1, 1);
      nanoTime.set(1_000_000_000);
      watch.readAgain();
      watch.readAgain();
      run.endEpoch();
    }
    assertThat(adaptations())
        .containsExactly("model beta1 0.9 0.5 1 3 changed by the program person");
  }

  @Test
  void readingAgainBetweenEpochsDoesNotRunAheadOfASchedule() throws Exception {
    MultiLayerNetwork network =
        Iris.network(new Adam(new StepSchedule(ScheduleType.EPOCH, 0.5, 0.5, 1)));
    readingAgainAlways(network, () -> network.fit(Iris.iterator(), 3));
    assertThat(adaptations())
        .containsExactly(
            "model learningRate 0.5 0.25 2 4 schedule StepSchedule Deeplearning4j",
            "model learningRate 0.25 0.125 3 7 schedule StepSchedule Deeplearning4j");
  }

  @Test
  void readingAgainBetweenEpochsGivesTheSameReasonAsAnIteration() throws Exception {
    MultiLayerNetwork network = Iris.network(new Adam(0.5));
    readingAgainAlways(
        network,
        () -> {
          network.fit(Iris.iterator(), 1);
          network.setLearningRate(0.25);
          network.fit(Iris.iterator(), 1);
        });
    assertThat(adaptations())
        .containsExactly("model learningRate 0.5 0.25 2 4 setLearningRate person");
  }

  private interface Fit {
    void run() throws Exception;
  }

  /** Trains as if a second had passed each time that anybody asks. */
  private void readingAgainAlways(MultiLayerNetwork network, Fit fit) throws Exception {
    CapturedNetwork captured = CapturedNetwork.of(network);
    AtomicLong nanoTime = new AtomicLong();
    Framework framework = new Framework("Deeplearning4j", "1", null);
    try (var capture = graph.capture();
        var run = capture.start(RunDescription.named("iris").trainedBy(framework))) {
      SettingsWatch watch =
          new SettingsWatch(captured, run, name -> true, () -> nanoTime.addAndGet(1_000_000_000));
      watch.start();
      network.setListeners(
          new RunListener(
              captured,
              run,
              watch,
              new CheckpointFiles(run, new Guard(), List.of()),
              new SteeringRules()));
      fit.run();
      watch.readLast();
    }
  }

  @Test
  void theEndOfTrainingFindsWhatNobodyHadTimeToRead() throws Exception {
    MultiLayerNetwork network = Iris.network(new Adam(0.1));
    graph.capture(
        network,
        provenance -> {
          network.fit(Iris.iterator(), 1);
          ((Adam) conf(network, 1).getIUpdater()).setEpsilon(0.5);
          network.fit(Iris.iterator(), 1);
        });
    assertThat(adaptations())
        .singleElement(as(InstanceOfAssertFactories.STRING))
        .matches("1 epsilon 1.0E-8 0.5 2 [47] changed by the program person");
  }

  @Test
  void onlyTheChosenHyperparametersAreAdapted() throws Exception {
    MultiLayerNetwork network = Iris.network(new Nesterovs(0.1, 0.9));
    try (var capture = graph.capture();
        var provenance =
            ProvenanceListener.builder(network, capture)
                .hyperparameters("momentum"::equals)
                .attach()) {
      network.fit(Iris.iterator(), 1);
      network.setLearningRate(0.01);
      network.fit(Iris.iterator(), 1);
      assertThat(provenance.run().nextIteration()).isEqualTo(7);
    }
    assertThat(adaptations()).isEmpty();
  }

  @Test
  void aGraphsScheduleIsWatchedToo() throws Exception {
    ComputationGraph network = Iris.graph();
    graph.capture(
        network,
        provenance -> {
          network.fit(Iris.iterator(), 1);
          network.setLearningRate("left", 0.5);
          network.fit(Iris.iterator(), 1);
        });
    assertThat(adaptations()).containsExactly("0 learningRate 0.01 0.5 2 4 setLearningRate person");
  }

  @Test
  void batchesOfAnotherSizeAreAnAdaptationAndASmallerLastOneIsNot() throws Exception {
    MultiLayerNetwork network = Iris.network(new Sgd(0.1));
    graph.capture(
        network,
        provenance -> {
          network.fit(batches(40), 2); // 40, 40, 40, 30
          network.fit(batches(30), 2); // begins with 30, as the last epoch ended
          network.fit(batches(150), 2); // one for each epoch
          network.fit(batches(100), 1); // 100, 50
          network.fit(batches(150), 2);
        });
    assertThat(adaptations())
        .containsExactly(
            "model batchSize 40 30 3 9 batches of another size person",
            "model batchSize 30 150 5 19 batches of another size person");
  }

  private static ListDataSetIterator<DataSet> batches(int size) throws Exception {
    return new ListDataSetIterator<>(Iris.flowers().asList(), size);
  }

  private void train(MultiLayerNetwork network, Consumer<MultiLayerNetwork> change)
      throws Exception {
    graph.capture(
        network,
        provenance -> {
          network.fit(Iris.iterator(), 1);
          change.accept(network);
          network.fit(Iris.iterator(), 2);
        });
  }

  private static BaseLayer conf(MultiLayerNetwork network, int layer) {
    return (BaseLayer) network.getLayer(layer).conf().getLayer();
  }

  private static MultiLayerNetwork network(IUpdater updater, Dropout dropout, L2Regularization l2) {
    OutputLayer output =
        new OutputLayer.Builder(LossFunction.MCXENT)
            .nIn(4)
            .nOut(3)
            .activation(Activation.SOFTMAX)
            .dropOut(dropout)
            .build();
    MultiLayerNetwork network =
        new MultiLayerNetwork(
            new NeuralNetConfiguration.Builder().seed(42).updater(updater).list(output).build());
    network.init();
    ((BaseLayer) network.getLayer(0).conf().getLayer()).setRegularization(List.of(l2));
    return network;
  }

  private List<String> adaptations() {
    return adaptations(graph);
  }

  /** Scope, name, old, new, epoch, iteration, reason, agent. */
  private static List<String> adaptations(CapturedGraph graph) {
    return graph
        .values(
            "CONCAT(?scope, '|', ?name, '|', STR(?before), '|', STR(?after), '|', STR(?epoch), '|', STR(?i), '|', ?reason, '|', ?who) AS ?x",
            "?new prov:wasGeneratedBy ?a ; rdfs:label ?name ; prov:value ?after ; prov:wasRevisionOf/prov:value ?before ; provdl:appliesTo ?t ."
                + " OPTIONAL { ?t provdl:index ?n } BIND(COALESCE(STR(?n), 'model') AS ?scope)"
                + " ?a a provdl:Adaptation ; provdl:duringEpoch ?epoch ; provdl:iteration ?i ; provdl:reason ?reason ; prov:wasAssociatedWith ?agent ."
                + " OPTIONAL { ?agent a prov:SoftwareAgent ; rdfs:label ?label } BIND(COALESCE(?label, 'person') AS ?who)"
                + " } } ORDER BY ?i ?name ?scope")
        .stream()
        .map(AdaptationsIT::canonical)
        .toList();
  }

  private static String canonical(String row) {
    List<String> cells = new ArrayList<>(List.of(row.split("\\|", -1)));
    cells.replaceAll(
        cell -> cell.matches("-?[0-9.]+e-?[0-9]+") ? Double.valueOf(cell).toString() : cell);
    return String.join(" ", cells);
  }
}
