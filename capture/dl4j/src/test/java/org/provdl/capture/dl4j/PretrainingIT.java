package org.provdl.capture.dl4j;

import static org.assertj.core.api.Assertions.assertThat;

import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.AutoEncoder;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.learning.config.Sgd;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

/** Unsupervised pretraining is part of the run that follows. */
class PretrainingIT {

  private final CapturedGraph graph = new CapturedGraph();

  @Test
  void itsIterationsAreOfTheRunButOfNoEpochAndSayNothingOfTheData() throws Exception {
    MultiLayerNetwork network = network();
    graph.capture(
        network,
        provenance -> {
          network.pretrain(Iris.iterator(), 2);
          network.fit(Iris.iterator(), 1);
        });
    graph.assertAsk(
        "?s provdl:hyperparameter/rdfs:label 'pretrainingIterations' ; prov:value 6 ; provdl:appliesTo/rdfs:label 'code'");
    assertThat(graph.values("?e", "?x a provdl:Epoch ; provdl:index ?e")).containsExactly("1");
    assertThat(
            graph.values(
                "?n", "?s provdl:values ?list . UNFOLD(?list AS ?v, ?n) } } ORDER BY ?s ?n"))
        .hasSize(6 + 3);
    graph.assertAsk(
        "?d a provdl:DatasetSplit ; provdl:exampleCount 150 ; provdl:featureShape '[4]' ; provdl:labelShape '[3]'");
  }

  @Test
  void whatItAloneMadeIsATrainedModel() throws Exception {
    MultiLayerNetwork network = network();
    graph.capture(network, provenance -> network.pretrainLayer(0, Iris.iterator()));
    graph.assertAsk("?s provdl:hyperparameter/rdfs:label 'pretrainingIterations' ; prov:value 3 .");
    graph.assertAsk(
        "?m a provdl:TrainedModel ; provdl:parametersSha256 '"
            + ParametersReader.sha256(network.params())
            + "'");
    assertThat(graph.values("?d", "?d a provdl:DatasetSplit")).isEmpty();
  }

  private static MultiLayerNetwork network() {
    MultiLayerConfiguration configuration =
        new NeuralNetConfiguration.Builder()
            .seed(42)
            .updater(new Sgd(0.1))
            .activation(Activation.TANH)
            .list()
            .layer(
                new AutoEncoder.Builder().name("code").nIn(4).nOut(3).corruptionLevel(0.1).build())
            .layer(
                new OutputLayer.Builder(LossFunction.MCXENT)
                    .nIn(3)
                    .nOut(3)
                    .activation(Activation.SOFTMAX)
                    .build())
            .build();
    MultiLayerNetwork network = new MultiLayerNetwork(configuration);
    network.init();
    return network;
  }
}
