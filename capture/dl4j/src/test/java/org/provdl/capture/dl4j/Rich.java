package org.provdl.capture.dl4j;

import static java.util.Map.entry;

import java.util.Map;
import org.deeplearning4j.nn.conf.GradientNormalization;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.constraint.MaxNormConstraint;
import org.deeplearning4j.nn.conf.distribution.TruncatedNormalDistribution;
import org.deeplearning4j.nn.conf.dropout.Dropout;
import org.deeplearning4j.nn.conf.dropout.GaussianNoise;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.weightnoise.DropConnect;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.activations.impl.ActivationLReLU;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.learning.config.Nesterovs;
import org.nd4j.linalg.lossfunctions.impl.LossMCXENT;
import org.nd4j.linalg.schedule.MapSchedule;
import org.nd4j.linalg.schedule.ScheduleType;
import org.nd4j.linalg.schedule.StepSchedule;

/** A network that sets whatever can be set, and what that is called. */
final class Rich {

  private Rich() {}

  static MultiLayerNetwork network() {
    MultiLayerNetwork network =
        new MultiLayerNetwork(
            new NeuralNetConfiguration.Builder()
                .seed(42)
                .updater(
                    new Nesterovs(
                        new StepSchedule(ScheduleType.EPOCH, 0.1, 0.5, 2),
                        new MapSchedule(ScheduleType.ITERATION, Map.of(0, 0.5, 100, 0.9))))
                .biasUpdater(new Adam(0.02))
                .weightInit(new TruncatedNormalDistribution(0, 0.25))
                .l1(0.125)
                .weightDecay(0.25, true)
                .constrainWeights(new MaxNormConstraint(4, 1))
                .gradientNormalization(GradientNormalization.ClipL2PerLayer)
                .gradientNormalizationThreshold(3)
                .list()
                .layer(
                    new DenseLayer.Builder()
                        .nIn(4)
                        .nOut(8)
                        .activation(new ActivationLReLU(0.03))
                        .dropOut(new Dropout(0.8))
                        .weightNoise(new DropConnect(0.75))
                        .build())
                .layer(
                    new DenseLayer.Builder()
                        .nIn(8)
                        .nOut(8)
                        .activation(Activation.RELU)
                        .dropOut(new GaussianNoise(0.5))
                        .build())
                .layer(
                    new OutputLayer.Builder(new LossMCXENT(Nd4j.createFromArray(1.0, 2.0, 4.0)))
                        .nIn(8)
                        .nOut(3)
                        .activation(Activation.SOFTMAX)
                        .biasInit(0.5)
                        .build())
                .build());
    network.init();
    return network;
  }

  /** Values by scope and name. */
  static Map<String, String> settings() {
    return Map.ofEntries(
        entry("model learningRate", "0.1"),
        entry("model learningRateSchedule", "StepSchedule"),
        entry("model learningRateScheduleType", "EPOCH"),
        entry("model learningRateScheduleInitialValue", "0.1"),
        entry("model learningRateScheduleDecayRate", "0.5"),
        entry("model learningRateScheduleStep", "2.0"),
        entry("model momentum", "0.5"),
        entry("model momentumSchedule", "MapSchedule"),
        entry("model updater", "Nesterovs"),
        entry("model biasUpdater", "Adam"),
        entry("model biasLearningRate", "0.02"),
        entry("model weightInit", "Distribution"),
        entry("model weightInitDistribution", "TruncatedNormalDistribution"),
        entry("model weightInitMean", "0.0"),
        entry("model weightInitStandardDeviation", "0.25"),
        entry("model l1", "0.125"),
        entry("model weightDecay", "0.25"),
        entry("model weightDecayScaledByLearningRate", "true"),
        entry("model gradientNormalization", "ClipL2PerLayer"),
        entry("model gradientNormalizationThreshold", "3.0"),
        entry("model seed", "42.0"),
        entry("model dataType", "FLOAT"),
        entry("model trainingWorkspaceMode", "ENABLED"),
        entry("model backpropType", "Standard"),
        entry("model batchSize", "50.0"),
        entry("0 activation", "LReLU"),
        entry("0 activationAlpha", "0.03"),
        entry("0 dropout", "0.2"),
        entry(
            "model constraint",
            "[MaxNormConstraint(dimensions=[1], epsilon=1.0E-6, maxNorm=4.0, params=[W])]"),
        entry("0 weightNoise", "DropConnect"),
        entry("0 weightNoiseRetainProbability", "0.75"),
        entry("1 activation", "ReLU"),
        entry("1 dropoutKind", "GaussianNoise"),
        entry("1 dropoutStandardDeviation", "0.5"),
        entry("2 lossFunction", "MCXENT"),
        entry("2 lossFunctionWeights", "[1.0, 2.0, 4.0]"),
        entry("2 biasInit", "0.5"));
  }
}
