package org.provdl.capture.dl4j;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.deeplearning4j.datasets.iterator.ExistingDataSetIterator;
import org.deeplearning4j.datasets.iterator.loader.DataSetLoaderIterator;
import org.deeplearning4j.datasets.iterator.utilty.ListDataSetIterator;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.dataset.api.iterator.DataSetIterator;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Adam;
import org.provdl.capture.Split;

/** The first pass, and nothing else, is counted. */
class SplitCountIT {

  private static final String TEST = "?d rdfs:label 'test' ; ";

  private final CapturedGraph graph = new CapturedGraph();
  private final MultiLayerNetwork network = Iris.network(new Adam(0.01));

  @Test
  void passesBetweenIterationsAreNotAddedUp() throws Exception {
    DataSetIterator validation =
        new ListDataSetIterator<>(Iris.flowers().asList().subList(0, 30), 7);
    graph.capture(
        network,
        provenance -> {
          provenance.track(validation, Split.VALIDATION);
          for (int epoch = 0; epoch < 3; epoch++) {
            network.fit(Iris.iterator());
            network.evaluate(validation);
          }
        });
    assertThat(graph.values("?n", "?d rdfs:label 'validation' ; provdl:exampleCount ?n"))
        .containsExactly("30");
  }

  @Test
  void aPassThatHasOnlyBegunIsToldAtTheEnd() throws Exception {
    DataSetIterator test = Iris.iterator();
    graph.capture(
        network,
        provenance -> {
          provenance.track(test, Split.TEST);
          test.next();
        });
    assertThat(graph.values("?n", TEST + "provdl:exampleCount ?n")).containsExactly("50");
  }

  @Test
  void aRunThatFailedSaysWhatItHadRead() throws Exception {
    DataSetIterator test = Iris.iterator();
    graph.capture(
        network,
        provenance -> {
          provenance.track(test, Split.TEST);
          test.next();
          provenance.failed(new IllegalStateException("on purpose"));
        });
    assertThat(graph.values("?n", TEST + "provdl:exampleCount ?n")).containsExactly("50");
  }

  @Test
  void batchesOfTheUserAreNotMarkedAsPreProcessed() throws Exception {
    DataSet flowers = Iris.flowers();
    graph.capture(
        network,
        provenance -> {
          DataSetIterator training = new ExistingDataSetIterator(List.of(flowers));
          provenance.track(training, Split.TRAINING);
          network.fit(training);
        });
    assertThat(flowers.isPreProcessed()).isFalse();
  }

  @Test
  void labelsThatAreNoClassesHaveNoDistribution() throws Exception {
    INDArray labels = Nd4j.rand(6, 3);
    DataSetIterator test =
        new ListDataSetIterator<>(new DataSet(Nd4j.rand(6, 4), labels).asList(), 6);
    graph.capture(
        network,
        provenance -> {
          provenance.track(test, Split.TEST);
          test.next();
        });
    assertThat(graph.values("?n", TEST + "provdl:exampleCount ?n")).containsExactly("6");
    assertThat(graph.values("?n", TEST + "provdl:labelDistribution ?n")).isEmpty();
  }

  @Test
  void whatWasNeverReadIsNotCounted() throws Exception {
    graph.capture(network, provenance -> provenance.track(Iris.iterator(), Split.TEST));
    graph.assertAsk(TEST + "provdl:examplesPerBatch 50");
    assertThat(graph.values("?n", TEST + "provdl:exampleCount ?n")).isEmpty();
  }

  @Test
  void anIteratorThatRefusesToAnswerIsDescribedByTheRest() throws Exception {
    DataSetIterator test =
        new DataSetLoaderIterator(List.of("a"), source -> Iris.flowers(), source -> null);
    graph.capture(
        network,
        provenance -> {
          provenance.track(test, Split.TEST); // neither its batch size nor its labels
          test.next();
        });
    graph.assertAsk(
        TEST
            + "provdl:dataIterator 'DataSetLoaderIterator' ; provdl:exampleCount 150 ; provdl:labelDistribution ?n"
            + " FILTER NOT EXISTS { ?d provdl:examplesPerBatch ?b }");
  }

  @Test
  void theSameIteratorTrackedTwiceIsLeftAsItWas() throws Exception {
    DataSetIterator both = Iris.iterator();
    graph.capture(
        network,
        provenance -> {
          provenance.track(both, Split.TEST);
          provenance.track(both, Split.VALIDATION);
          both.next();
        });
    assertThat(both.getPreProcessor()).isNull();
    assertThat(graph.values("?n", "?d provdl:exampleCount ?n")).containsExactly("50", "50");
  }
}
