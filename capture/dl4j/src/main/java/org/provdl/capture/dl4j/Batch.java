package org.provdl.capture.dl4j;

import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.deeplearning4j.nn.api.Model;
import org.deeplearning4j.nn.api.layers.IOutputLayer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;

/** The batch that a network is being trained on, as the network itself holds it. */
final class Batch {

  private Batch() {}

  /** How many examples there are. */
  static int size(Model model) {
    INDArray features = model instanceof ComputationGraph graph ? graph.getInput(0) : model.input();
    return (int) features.size(0);
  }

  /** The shape of one example; where there are several inputs the shape of each, in their order. */
  static String featureShape(Model model) {
    return shapes(
        model instanceof ComputationGraph graph
            ? IntStream.range(0, graph.getNumInputArrays()).mapToObj(graph::getInput)
            : Stream.of(model.input()));
  }

  /** The shape of one label, or of each output's; null where they are not known any more. */
  static @Nullable String labelShape(Model model) {
    String shapes =
        shapes(
            model instanceof ComputationGraph graph
                ? IntStream.range(0, graph.getNumOutputArrays())
                    .mapToObj(graph::getOutputLayer)
                    .map(Batch::labels)
                : Stream.of(model).map(Batch::labels));
    return shapes.isEmpty() ? null : shapes;
  }

  private static @Nullable INDArray labels(Model model) {
    if (model instanceof MultiLayerNetwork network) {
      return network.getLabels();
    }
    return model instanceof IOutputLayer output ? output.getLabels() : null;
  }

  /** The shape of one example of each array, in their order. */
  static String shapes(INDArray... batches) {
    return shapes(Stream.of(batches));
  }

  private static String shapes(Stream<@Nullable INDArray> batches) {
    return batches
        .filter(Objects::nonNull)
        .map(Batch::shapeOfOne)
        .collect(Collectors.joining(", "));
  }

  /** The shape without the dimension of the batch, such as {@code [1, 8, 8]}. */
  static String shapeOfOne(INDArray batch) {
    return Arrays.toString(Arrays.copyOfRange(batch.shape(), 1, batch.rank()));
  }
}
