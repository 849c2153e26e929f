package org.provdl.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.deeplearning4j.datasets.iterator.ExistingDataSetIterator;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.dataset.api.iterator.DataSetIterator;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

/** The networks that are trained, on random numbers of a fixed seed. */
enum Network {
  TINY("tiny MLP", 4, 3, 32, 100, 100, 10) {
    @Override
    NeuralNetConfiguration.ListBuilder layers(NeuralNetConfiguration.ListBuilder list) {
      return list.layer(dense(16)).layer(dense(16));
    }
  },
  MLP("MLP of 235k", 784, 10, 32, 50, 100, 2) {
    @Override
    NeuralNetConfiguration.ListBuilder layers(NeuralNetConfiguration.ListBuilder list) {
      return list.layer(dense(256)).layer(dense(128));
    }
  },
  LENET("LeNet of 431k", 784, 10, 64, 2, 10, 1) {
    @Override
    NeuralNetConfiguration.ListBuilder layers(NeuralNetConfiguration.ListBuilder list) {
      return list.layer(new ConvolutionLayer.Builder(5, 5).nOut(20).build())
          .layer(pooling())
          .layer(new ConvolutionLayer.Builder(5, 5).nOut(50).build())
          .layer(pooling())
          .layer(dense(500));
    }
  };

  private static final long SEED = 42;
  private static final int DIFFERENT_BATCHES = 10;
  private static final int IMAGE_SIDE = 28;

  private final String title;
  private final int features;
  private final int classes;
  private final int batchSize;
  private final int fewIterations;
  private final int iterations;
  private final int epochs;

  Network(
      String title,
      int features,
      int classes,
      int batchSize,
      int fewIterations,
      int iterations,
      int epochs) {
    this.title = title;
    this.features = features;
    this.classes = classes;
    this.batchSize = batchSize;
    this.fewIterations = fewIterations;
    this.iterations = iterations;
    this.epochs = epochs;
  }

  String title() {
    return title;
  }

  /** Iterations of an epoch: never less than some ticks of the clock of processor time. */
  int iterations(Scale scale) {
    return scale.of(fewIterations, iterations, iterations);
  }

  /** Epochs of a block, which takes some 0.7 to 1.2 seconds. */
  int epochs(Scale scale) {
    return scale.of(1, epochs, epochs);
  }

  int rounds(Scale scale) {
    return this == LENET ? scale.of(1, 4, 50) : scale.of(1, 8, 80);
  }

  /** How much of the time of an iteration a listener may take, in percent. */
  double bar() {
    return this == TINY ? 1 : 0.5;
  }

  /** Adds the hidden layers. */
  abstract NeuralNetConfiguration.ListBuilder layers(NeuralNetConfiguration.ListBuilder list);

  MultiLayerNetwork create() {
    NeuralNetConfiguration.ListBuilder list =
        new NeuralNetConfiguration.Builder()
            .seed(SEED)
            .updater(new Adam(1e-3))
            .activation(Activation.RELU)
            .list();
    OutputLayer output =
        new OutputLayer.Builder(LossFunction.MCXENT)
            .nOut(classes)
            .activation(Activation.SOFTMAX)
            .build();
    InputType input =
        this == LENET
            ? InputType.convolutionalFlat(IMAGE_SIDE, IMAGE_SIDE, 1)
            : InputType.feedForward(features);
    MultiLayerNetwork network =
        new MultiLayerNetwork(layers(list).layer(output).setInputType(input).build());
    network.init();
    return network;
  }

  /** One epoch of so many iterations; the batches lie in memory and are not prefetched. */
  DataSetIterator epoch(int iterations) {
    Random random = new Random(SEED);
    List<DataSet> different = new ArrayList<>();
    for (int i = 0; i < DIFFERENT_BATCHES; i++) {
      different.add(batch(random));
    }
    List<DataSet> batches = new ArrayList<>();
    for (int i = 0; i < iterations; i++) {
      batches.add(different.get(i % DIFFERENT_BATCHES));
    }
    return new ExistingDataSetIterator(batches);
  }

  private DataSet batch(Random random) {
    float[][] values = new float[batchSize][features];
    INDArray labels = Nd4j.zeros(batchSize, classes);
    for (int example = 0; example < batchSize; example++) {
      for (int feature = 0; feature < features; feature++) {
        values[example][feature] = random.nextFloat();
      }
      labels.putScalar(example, random.nextInt(classes), 1);
    }
    return new DataSet(Nd4j.create(values), labels);
  }

  private static DenseLayer dense(int size) {
    return new DenseLayer.Builder().nOut(size).build();
  }

  private static SubsamplingLayer pooling() {
    return new SubsamplingLayer.Builder(SubsamplingLayer.PoolingType.MAX)
        .kernelSize(2, 2)
        .stride(2, 2)
        .build();
  }
}
