package org.provdl.capture.dl4j;

import java.util.List;
import org.deeplearning4j.nn.conf.dropout.IDropout;
import org.deeplearning4j.nn.conf.layers.BaseLayer;
import org.deeplearning4j.nn.conf.layers.BaseOutputLayer;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.misc.FrozenLayer;
import org.deeplearning4j.nn.conf.layers.recurrent.Bidirectional;
import org.deeplearning4j.nn.conf.layers.samediff.AbstractSameDiffLayer;
import org.deeplearning4j.nn.conf.layers.wrapper.BaseWrapperLayer;
import org.deeplearning4j.nn.conf.weightnoise.IWeightNoise;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.linalg.learning.regularization.Regularization;

/**
 * The parts that a layer's configuration has at the moment of asking; the two families of layers
 * name them differently.
 *
 * @param layer the layer inside of all wrappers
 */
record LayerParts(Layer layer) {

  static LayerParts of(Layer configuration) {
    if (configuration instanceof BaseWrapperLayer wrapper) {
      return of(wrapper.getUnderlying());
    }
    if (configuration instanceof FrozenLayer frozen) {
      return of(frozen.getLayer());
    }
    if (configuration instanceof Bidirectional both) {
      return of(both.getFwd()); // the other direction is a copy
    }
    return new LayerParts(configuration);
  }

  @Nullable IUpdater updater() {
    if (layer instanceof BaseLayer base) {
      return base.getIUpdater();
    }
    return layer instanceof AbstractSameDiffLayer sameDiff ? sameDiff.getUpdater() : null;
  }

  @Nullable IUpdater biasUpdater() {
    if (layer instanceof BaseLayer base) {
      return base.getBiasUpdater();
    }
    return layer instanceof AbstractSameDiffLayer sameDiff ? sameDiff.getBiasUpdater() : null;
  }

  @Nullable List<Regularization> regularization() {
    if (layer instanceof BaseLayer base) {
      return base.getRegularization();
    }
    return layer instanceof AbstractSameDiffLayer sameDiff ? sameDiff.getRegularization() : null;
  }

  @Nullable List<Regularization> biasRegularization() {
    if (layer instanceof BaseLayer base) {
      return base.getRegularizationBias();
    }
    return layer instanceof AbstractSameDiffLayer sameDiff
        ? sameDiff.getRegularizationBias()
        : null;
  }

  @Nullable IDropout dropout() {
    return layer.getIDropout();
  }

  @Nullable IWeightNoise weightNoise() {
    return layer instanceof BaseLayer base ? base.getWeightNoise() : null;
  }

  @Nullable Object activation() {
    return layer instanceof BaseLayer base ? base.getActivationFn() : null;
  }

  @Nullable Object loss() {
    return layer instanceof BaseOutputLayer output ? output.getLossFn() : null;
  }

  @Nullable Object gradientNormalization() {
    return layer.getGradientNormalization();
  }

  double gradientNormalizationThreshold() {
    return layer.getGradientNormalizationThreshold();
  }

  @Nullable List<?> constraints() {
    return layer.getConstraints();
  }
}
