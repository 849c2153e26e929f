package org.provdl.examples;

import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.LocalResponseNormalization;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.nn.weights.WeightInit;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.learning.config.Nesterovs;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

/**
 * AlexNet for images of any size: its borders are padded, so that none is too small, and its layers
 * may be narrower than the 96 filters of its first one make them.
 *
 * @see <a href="https://doi.org/10.1145/3065386">A. Krizhevsky, I. Sutskever and G. E. Hinton:
 *     ImageNet Classification with Deep Convolutional Neural Networks</a>
 */
final class AlexNet {

  static final int FILTERS = 96;

  private AlexNet() {}

  /**
   * An untrained network.
   *
   * @param size the height and width of an image
   * @param filters those of the first layer, to which the other layers are in proportion
   */
  static MultiLayerNetwork create(int size, int filters, int classes, double rate, long seed) {
    MultiLayerNetwork network =
        new MultiLayerNetwork(
            new NeuralNetConfiguration.Builder()
                .seed(seed)
                .updater(new Nesterovs(rate, 0.9))
                .l2(5e-4)
                .weightInit(WeightInit.RELU)
                .activation(Activation.RELU)
                .convolutionMode(ConvolutionMode.Same)
                .list()
                .layer(convolution("conv1", filters, 11, 4))
                .layer(new LocalResponseNormalization.Builder().name("norm1").build())
                .layer(pool("pool1"))
                .layer(convolution("conv2", scaled(256, filters), 5, 1))
                .layer(new LocalResponseNormalization.Builder().name("norm2").build())
                .layer(pool("pool2"))
                .layer(convolution("conv3", scaled(384, filters), 3, 1))
                .layer(convolution("conv4", scaled(384, filters), 3, 1))
                .layer(convolution("conv5", scaled(256, filters), 3, 1))
                .layer(pool("pool5"))
                .layer(dense("dense6", scaled(4096, filters)))
                .layer(dense("dense7", scaled(4096, filters)))
                .layer(
                    new OutputLayer.Builder(LossFunction.MCXENT)
                        .name("class")
                        .nOut(classes)
                        .weightInit(WeightInit.XAVIER)
                        .activation(Activation.SOFTMAX)
                        .build())
                .setInputType(InputType.convolutional(size, size, ImageData.CHANNELS))
                .build());
    network.init();
    return network;
  }

  private static ConvolutionLayer convolution(String name, int filters, int kernel, int stride) {
    return new ConvolutionLayer.Builder()
        .name(name)
        .kernelSize(kernel, kernel)
        .stride(stride, stride)
        .nOut(filters)
        .build();
  }

  private static SubsamplingLayer pool(String name) {
    return new SubsamplingLayer.Builder(SubsamplingLayer.PoolingType.MAX)
        .name(name)
        .kernelSize(3, 3)
        .stride(2, 2)
        .build();
  }

  private static DenseLayer dense(String name, int units) {
    return new DenseLayer.Builder().name(name).nOut(units).dropOut(0.5).build();
  }

  private static int scaled(int width, int filters) {
    return Math.max(1, width * filters / FILTERS);
  }
}
