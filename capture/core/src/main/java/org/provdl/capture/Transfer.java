package org.provdl.capture;

import java.util.List;

/**
 * How a model was made from another one by transfer learning.
 *
 * @param original the parameters of the other model
 * @param layers what became of each layer that has parameters
 * @param removedLayers the names of layers with parameters that the other model has and this one
 *     has not
 */
public record Transfer(
    Parameters original, List<TransferredLayer> layers, List<String> removedLayers) {

  /** Where the parameters of a layer come from. */
  public enum Status {
    /** They are those of the layer of the same name, bit for bit. */
    KEPT,
    /** There was a layer of the same name, and they are others. */
    REPLACED,
    /** There was no layer of that name. */
    ADDED
  }

  /**
   * What became of a layer.
   *
   * @param index its place in the new model, from 0
   * @param status where its parameters come from
   * @param frozen whether training leaves its parameters as they are
   */
  public record TransferredLayer(int index, Status status, boolean frozen) {}

  /**
   * Copies the lists.
   *
   * @param original the parameters of the other model
   * @param layers what became of each layer that has parameters
   * @param removedLayers the names of layers that only the other model has
   */
  public Transfer {
    layers = List.copyOf(layers);
    removedLayers = List.copyOf(removedLayers);
  }

  /** Whether anything that the other model learned is in this one. */
  boolean keepsAnything() {
    return layers.stream().anyMatch(layer -> layer.status() == Status.KEPT);
  }
}
