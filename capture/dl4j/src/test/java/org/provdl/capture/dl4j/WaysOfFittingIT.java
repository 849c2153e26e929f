package org.provdl.capture.dl4j;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.deeplearning4j.datasets.iterator.utilty.SingletonMultiDataSetIterator;
import org.deeplearning4j.nn.api.Model;
import org.deeplearning4j.nn.conf.BackpropType;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.graph.MergeVertex;
import org.deeplearning4j.nn.conf.layers.AutoEncoder;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.LSTM;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.RnnOutputLayer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.optimize.api.BaseTrainingListener;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.dataset.MultiDataSet;
import org.nd4j.linalg.dataset.adapter.MultiDataSetIteratorAdapter;
import org.nd4j.linalg.dataset.api.iterator.MultiDataSetIterator;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;
import org.provdl.capture.Split;

/** Each way of calling {@code fit} is captured, with what the network says of it. */
class WaysOfFittingIT {

  private final CapturedGraph graph = new CapturedGraph();
  private final Scores scores = new Scores();

  @Test
  void aGraphTellsTheShapesOfAllItsInputsAndOutputs() throws Exception {
    ComputationGraph network = twoInputsTwoOutputs();
    network.setListeners(scores);
    graph.capture(
        network,
        provenance -> {
          network.fit(new SingletonMultiDataSetIterator(flowers()), 2);
          network.fit(flowers());
          network.fit(flowers().getFeatures(), flowers().getLabels());
        });
    graph.assertAsk(
        "?d a provdl:DatasetSplit ; provdl:exampleCount 150 ; provdl:featureShape '[3], [1]' ; provdl:labelShape '[3], [1]'");
    assertThat(
            graph.values(
                "?v",
                "?s provdl:values ?list ; provdl:firstIteration ?i . UNFOLD(?list AS ?v, ?n) } } ORDER BY ?i ?n"))
        .map(Double::valueOf)
        .containsExactlyElementsOf(scores.values);
    assertThat(scores.values).hasSize(4);
    assertThat(graph.values("?e", "?e a provdl:Epoch ; provdl:iterationCount 1")).hasSize(2);
    graph.assertAsk("?t a provdl:TrainingRun ; provdl:iterationCount 2 ; provdl:exampleCount 300");
  }

  @Test
  void aGraphWithSeveralInputsTrainsBitIdentically() throws Exception {
    ComputationGraph plain = twoInputsTwoOutputs();
    plain.fit(new SingletonMultiDataSetIterator(flowers()), 3);
    ComputationGraph captured = twoInputsTwoOutputs();
    graph.capture(
        captured, provenance -> captured.fit(new SingletonMultiDataSetIterator(flowers()), 3));
    assertThat(UnchangedTrainingIT.bits(captured)).isEqualTo(UnchangedTrainingIT.bits(plain));
  }

  @Test
  void aTrackedIteratorOfMultiDataSetsIsCountedAndLeftAsItWas() throws Exception {
    ComputationGraph plain = Iris.graph();
    plain.fit(new MultiDataSetIteratorAdapter(Iris.iterator()), 2);
    ComputationGraph network = Iris.graph();
    MultiDataSetIterator training = new MultiDataSetIteratorAdapter(Iris.iterator());
    MultiDataSetIterator test = new MultiDataSetIteratorAdapter(Iris.iterator());
    graph.capture(
        network,
        provenance -> {
          provenance.track(training, Split.TRAINING).shuffled(42);
          provenance.track(test, Split.TEST);
          network.fit(training, 2);
          provenance.evaluated(network.evaluate(test), Split.TEST);
        });
    graph.assertAsk(
        "?d a provdl:DatasetSplit ; rdfs:label 'training' ; provdl:exampleCount 150 ; provdl:shuffleSeed 42 ; provdl:dataIterator 'MultiDataSetIteratorAdapter'");
    graph.assertAsk(
        "?d a provdl:DatasetSplit ; rdfs:label 'test' ; provdl:exampleCount 150 ; provdl:featureShape '[4]' ; provdl:labelShape '[3]'");
    assertThat(graph.values("?n", "?d provdl:labelDistribution ?n"))
        .containsExactly("[50,50,50]", "[50,50,50]");
    assertThat(training.getPreProcessor()).isNull();
    assertThat(UnchangedTrainingIT.bits(network)).isEqualTo(UnchangedTrainingIT.bits(plain));
  }

  @Test
  void severalFitsOfArraysAndIteratorsAreOneRunWhoseEpochsGoOn() throws Exception {
    MultiLayerNetwork network = Iris.network(new Adam(0.01));
    DataSet flowers = Iris.flowers();
    graph.capture(
        network,
        provenance -> {
          network.fit(Iris.iterator(), 2);
          network.fit(flowers.getFeatures(), flowers.getLabels());
          network.fit(Iris.iterator());
        });
    assertThat(graph.values("?i", "?e a provdl:Epoch ; provdl:index ?i } } ORDER BY ?i"))
        .containsExactly("1", "2", "3");
    graph.assertAsk("?e provdl:index 3 . ?s provdl:epoch ?e ; provdl:firstIteration 8");
    graph.assertAsk(
        "?t a provdl:TrainingRun ; provdl:status provdl:completed ; provdl:iterationCount 1 ; provdl:exampleCount 150");
  }

  /** Each segment of the sequences is one update, and a batch of its own. */
  @Test
  void eachSegmentOfTruncatedBackpropagationIsAnIteration() throws Exception {
    MultiLayerNetwork network =
        new MultiLayerNetwork(
            new NeuralNetConfiguration.Builder()
                .seed(3)
                .updater(new Adam(0.01))
                .list()
                .layer(new LSTM.Builder().nIn(2).nOut(4).build())
                .layer(
                    new RnnOutputLayer.Builder(LossFunction.MSE)
                        .nIn(4)
                        .nOut(1)
                        .activation(Activation.IDENTITY)
                        .build())
                .backpropType(BackpropType.TruncatedBPTT)
                .tBPTTLength(5)
                .build());
    network.init();
    network.setListeners(scores);
    graph.capture(
        network, provenance -> network.fit(new DataSet(Nd4j.ones(6, 2, 20), Nd4j.ones(6, 1, 20))));
    assertThat(scores.values).hasSize(4);
    assertThat(
            graph.values("?v", "?s provdl:values ?list . UNFOLD(?list AS ?v, ?n) } } ORDER BY ?n"))
        .map(Double::valueOf)
        .containsExactlyElementsOf(scores.values);
    graph.assertAsk("?t a provdl:TrainingRun ; provdl:iterationCount 4 ; provdl:exampleCount 24");
    graph.assertAsk("?d provdl:featureShape '[2, 5]' ; provdl:labelShape '[1, 5]'");
  }

  /** Deeplearning4j tells of a layer's iterations as of a model's, but of no epochs. */
  @Test
  void eachIterationOfALayerThatIsPretrainedIsOneOfTheRunAndNoWorkOfAReplica() throws Exception {
    ComputationGraph network =
        new ComputationGraph(
            new NeuralNetConfiguration.Builder()
                .seed(5)
                .updater(new Adam(0.01))
                .graphBuilder()
                .addInputs("flower")
                .addLayer("code", new AutoEncoder.Builder().nIn(4).nOut(3).build(), "flower")
                .addLayer(
                    "out",
                    new OutputLayer.Builder(LossFunction.MCXENT)
                        .nIn(3)
                        .nOut(3)
                        .activation(Activation.SOFTMAX)
                        .build(),
                    "code")
                .setOutputs("out")
                .build());
    network.init();
    network.setListeners(scores);
    graph.capture(network, provenance -> network.pretrainLayer("code", Iris.iterator()));
    assertThat(scores.values).hasSize(3);
    assertThat(
            graph.values("?v", "?s provdl:values ?list . UNFOLD(?list AS ?v, ?n) } } ORDER BY ?n"))
        .map(Double::valueOf)
        .containsExactlyElementsOf(scores.values);
    graph.assertAsk("?t a provdl:TrainingRun ; provdl:iterationCount 3 ; provdl:exampleCount 150");
    assertThat(graph.values("?v", "?s provdl:hyperparameter provdl:workers ; prov:value ?v"))
        .isEmpty();
  }

  private static MultiDataSet flowers() throws Exception {
    DataSet flowers = Iris.flowers();
    INDArray features = flowers.getFeatures();
    return new MultiDataSet(
        new INDArray[] {
          features.get(NDArrayIndex.all(), NDArrayIndex.interval(0, 3)).dup(),
          features.get(NDArrayIndex.all(), NDArrayIndex.interval(3, 4)).dup()
        },
        new INDArray[] {
          flowers.getLabels(), features.get(NDArrayIndex.all(), NDArrayIndex.interval(0, 1)).dup()
        });
  }

  private static ComputationGraph twoInputsTwoOutputs() {
    ComputationGraph network =
        new ComputationGraph(
            new NeuralNetConfiguration.Builder()
                .seed(7)
                .updater(new Adam(0.01))
                .graphBuilder()
                .addInputs("sizes", "width")
                .addLayer("left", new DenseLayer.Builder().nIn(3).nOut(5).build(), "sizes")
                .addLayer("right", new DenseLayer.Builder().nIn(1).nOut(3).build(), "width")
                .addVertex("both", new MergeVertex(), "left", "right")
                .addLayer(
                    "kind",
                    new OutputLayer.Builder(LossFunction.MCXENT)
                        .nIn(8)
                        .nOut(3)
                        .activation(Activation.SOFTMAX)
                        .build(),
                    "both")
                .addLayer(
                    "length",
                    new OutputLayer.Builder(LossFunction.MSE)
                        .nIn(8)
                        .nOut(1)
                        .activation(Activation.IDENTITY)
                        .build(),
                    "both")
                .setOutputs("kind", "length")
                .build());
    network.init();
    return network;
  }

  /** What the network itself says of each iteration. */
  private static final class Scores extends BaseTrainingListener {
    final List<Double> values = new ArrayList<>();

    @Override
    public void iterationDone(Model model, int iteration, int epoch) {
      values.add(model.score());
    }
  }
}
