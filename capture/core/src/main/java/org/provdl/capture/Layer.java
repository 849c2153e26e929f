package org.provdl.capture;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A layer of a network, in the order of the framework's own list.
 *
 * @param name its name in the network
 * @param type the framework's name of its kind, such as {@code DenseLayer}
 * @param parameterCount how many trainable numbers it holds
 * @param inputSize its inputs or input channels; null where the kind has none
 * @param outputSize its outputs or output channels; null where the kind has none
 * @param activationFunction the framework's name of the activation; null where the kind has none
 * @param inputs the indices, from 0, of the layers that feed it; empty where the data does
 */
public record Layer(
    String name,
    String type,
    long parameterCount,
    @Nullable Long inputSize,
    @Nullable Long outputSize,
    @Nullable String activationFunction,
    List<Integer> inputs) {

  /**
   * Copies the list.
   *
   * @param name its name in the network
   * @param type the framework's name of its kind
   * @param parameterCount how many trainable numbers it holds
   * @param inputSize its inputs; null where the kind has none
   * @param outputSize its outputs; null where the kind has none
   * @param activationFunction the framework's name of it; null where the kind has none
   * @param inputs the indices of the layers that feed it
   */
  public Layer {
    inputs = List.copyOf(inputs);
  }
}
