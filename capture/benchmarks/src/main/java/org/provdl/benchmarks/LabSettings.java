package org.provdl.benchmarks;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.provdl.capture.Layer;
import org.provdl.capture.Setting;
import org.provdl.capture.TrainingRun;

/**
 * What somebody chose for a run, from the grids that people search.
 *
 * @param learningRate the rate at the start
 * @param batchSize examples in a batch
 * @param updater the rule of updates
 * @param dropout the probability to keep
 * @param hidden the size of the hidden layers
 * @param depth how many hidden layers there are
 * @param own whether there are hyperparameters of one's own
 */
record LabSettings(
    double learningRate,
    int batchSize,
    String updater,
    double dropout,
    int hidden,
    int depth,
    boolean own) {

  private static final List<Double> RATES = List.of(0.3, 0.1, 0.03, 0.01, 0.003, 0.001);
  private static final List<Integer> BATCHES = List.of(16, 32, 64, 128);
  private static final List<String> UPDATERS = List.of("Adam", "Nesterovs", "RmsProp", "Sgd");
  private static final List<Double> DROPOUTS = List.of(0.5, 0.8, 0.9, 1.0);
  private static final List<Integer> SIZES = List.of(32, 64, 128, 256, 512);

  static LabSettings draw(Random random) {
    return new LabSettings(
        RATES.get(random.nextInt(RATES.size())),
        BATCHES.get(random.nextInt(BATCHES.size())),
        UPDATERS.get(random.nextInt(UPDATERS.size())),
        DROPOUTS.get(random.nextInt(DROPOUTS.size())),
        SIZES.get(random.nextInt(SIZES.size())),
        2 + random.nextInt(3),
        random.nextInt(4) == 0);
  }

  LabSettings with(double rate, String rule) {
    return new LabSettings(rate, batchSize, rule, dropout, hidden, depth, own);
  }

  /** How good it is, from 0 to 1: the best accuracy that is near. */
  double quality() {
    double rate = Math.abs(Math.log10(learningRate) + 2); // best at 0.01
    return 0.97
        - 0.08 * rate
        - 0.03 * Math.abs(dropout - 0.8)
        - (updater.equals("Sgd") ? 0.05 : 0)
        - 2.0 / hidden;
  }

  void tell(TrainingRun run, int epochs, long seed, boolean convolutional) {
    run.configure(json(seed, convolutional), 1_000L * hidden * depth, layers(convolutional));
    model(epochs, seed).forEach(run::choose);
    for (int layer = 0; layer < depth; layer++) {
      if (convolutional && layer < 2) {
        run.choose(Setting.ofLayer(layer, "kernelSize", layer == 0 ? "[5, 5]" : "[3, 3]"));
        run.choose(Setting.ofLayer(layer, "stride", "[1, 1]"));
      } else {
        run.choose(Setting.ofLayer(layer, "dropout", dropout));
      }
    }
    run.choose(Setting.ofLayer(depth, "activation", "Softmax"));
    run.choose(Setting.ofLayer(depth, "lossFunction", "MCXENT"));
  }

  private List<Setting> model(int epochs, long seed) {
    List<Setting> settings = new ArrayList<>();
    settings.add(Setting.ofModel("learningRate", learningRate));
    settings.add(Setting.ofModel("updater", updater));
    if (updater.equals("Adam")) {
      settings.add(Setting.ofModel("beta1", 0.9));
      settings.add(Setting.ofModel("beta2", 0.999));
    } else if (updater.equals("Nesterovs")) {
      settings.add(Setting.ofModel("momentum", 0.9));
    }
    settings.add(Setting.ofModel("batchSize", batchSize));
    settings.add(Setting.ofModel("epochs", epochs));
    settings.add(Setting.ofModel("hiddenSize", hidden));
    settings.add(Setting.ofModel("seed", seed));
    settings.add(Setting.ofModel("randomGeneratorSeed", seed + 1));
    settings.add(Setting.ofModel("l2", 1e-4));
    settings.add(Setting.ofModel("activation", "ReLU"));
    settings.add(Setting.ofModel("weightInit", "XAVIER"));
    settings.add(Setting.ofModel("biasInit", 0.0));
    settings.add(Setting.ofModel("optimizationAlgorithm", "STOCHASTIC_GRADIENT_DESCENT"));
    settings.add(Setting.ofModel("miniBatch", true));
    settings.add(Setting.ofModel("minimize", true));
    settings.add(Setting.ofModel("dataType", "FLOAT"));
    settings.add(Setting.ofModel("backpropType", "Standard"));
    settings.add(Setting.ofModel("gradientNormalization", "None"));
    if (own) {
      settings.add(Setting.ofModel("warmupSteps", 100L * depth));
      settings.add(Setting.ofModel("augmented", hidden > 100));
      settings.add(Setting.ofModel("mixup \u03b1", new BigDecimal("0.2")));
      settings.add(Setting.ofModel("note", "wie letzte Woche, aber gr\u00f6\u00dfer"));
    }
    return settings;
  }

  private List<Layer> layers(boolean convolutional) {
    List<Layer> layers = new ArrayList<>();
    for (int index = 0; index < depth; index++) {
      boolean convolution = convolutional && index < 2;
      layers.add(
          new Layer(
              (convolution ? "convolution " : "dense ") + index,
              convolution ? "ConvolutionLayer" : "DenseLayer",
              1_000L * hidden,
              index == 0 ? 784L : (long) hidden,
              (long) hidden,
              "ReLU",
              List.of()));
    }
    layers.add(
        new Layer("output", "OutputLayer", 10L * hidden, (long) hidden, 10L, "Softmax", List.of()));
    return layers;
  }

  /** As long as what Deeplearning4j writes for so many layers. */
  private String json(long seed, boolean convolutional) {
    StringBuilder json = new StringBuilder("{\"seed\":" + seed + ",\"confs\":[");
    for (int index = 0; index <= depth; index++) {
      json.append("{\"layer\":{\"@class\":\"org.deeplearning4j.nn.conf.layers.")
          .append(convolutional && index < 2 ? "ConvolutionLayer" : "DenseLayer")
          .append("\",\"nin\":784,\"nout\":")
          .append(hidden)
          .append(",\"iupdater\":{\"@class\":\"org.nd4j.linalg.learning.config.")
          .append(updater)
          .append("\",\"learningRate\":")
          .append(learningRate)
          .append("}}},");
    }
    return json.append("{}]}").toString();
  }
}
