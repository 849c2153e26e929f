package org.provdl.capture.dl4j;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleSupplier;
import java.util.function.Supplier;
import org.deeplearning4j.nn.conf.dropout.AlphaDropout;
import org.deeplearning4j.nn.conf.dropout.Dropout;
import org.deeplearning4j.nn.conf.dropout.GaussianDropout;
import org.deeplearning4j.nn.conf.dropout.GaussianNoise;
import org.deeplearning4j.nn.conf.dropout.IDropout;
import org.deeplearning4j.nn.conf.dropout.SpatialDropout;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.weightnoise.DropConnect;
import org.deeplearning4j.nn.conf.weightnoise.IWeightNoise;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.linalg.learning.config.Nesterovs;
import org.nd4j.linalg.learning.regularization.L1Regularization;
import org.nd4j.linalg.learning.regularization.L2Regularization;
import org.nd4j.linalg.learning.regularization.Regularization;
import org.nd4j.linalg.learning.regularization.WeightDecay;
import org.nd4j.linalg.schedule.ISchedule;

/**
 * A number of a layer's configuration that may be another one in each iteration, by a schedule or
 * because a program sets it. Asked where training itself asks, without allocation.
 *
 * @param hyperparameter the ontology's name
 * @param schedule the schedule that it follows now, if any
 * @param reading how to ask for it
 * @param isKept whether the number is a probability to keep, of which the one to drop is told
 */
record LiveValue(
    String hyperparameter,
    Supplier<@Nullable ISchedule> schedule,
    Reading reading,
    boolean isKept) {

  /** The number in an iteration of an epoch, both counted as the network counts them. */
  @FunctionalInterface
  interface Reading {
    double at(int iteration, int epoch);
  }

  static List<LiveValue> of(Layer configuration) {
    LayerParts parts = LayerParts.of(configuration);
    List<LiveValue> values = new ArrayList<>();
    addUpdater(parts.updater(), "", values);
    addUpdater(parts.biasUpdater(), "bias", values);
    if (!(parts.layer() instanceof BatchNormalization)) { // has a dropout that it does not use
      addDropout(parts.dropout(), values);
    }
    addWeightNoise(parts.weightNoise(), values);
    addRegularization(parts.regularization(), "", values);
    addRegularization(parts.biasRegularization(), "Bias", values);
    return values;
  }

  double at(int iteration, int epoch) {
    return reading.at(iteration, epoch);
  }

  /** The value as it is recorded. */
  double told(double value) {
    return isKept ? ConfigurationReader.complement(value) : value;
  }

  private static void addUpdater(
      @Nullable IUpdater updater, String prefix, List<LiveValue> values) {
    if (updater != null && updater.hasLearningRate()) {
      values.add(
          new LiveValue(
              prefix.isEmpty() ? "learningRate" : "biasLearningRate",
              () -> LearningRateSchedule.of(updater),
              updater::getLearningRate,
              false));
    }
    if (updater instanceof Nesterovs nesterovs) {
      values.add(
          new LiveValue(
              prefix.isEmpty() ? "momentum" : "biasMomentum",
              nesterovs::getMomentumISchedule,
              nesterovs::currentMomentum,
              false));
    }
  }

  private static void addDropout(@Nullable IDropout dropout, List<LiveValue> values) {
    if (dropout instanceof Dropout standard) {
      values.add(kept(standard::getPSchedule, standard::getP));
    } else if (dropout instanceof AlphaDropout alpha) {
      values.add(kept(alpha::getPSchedule, alpha::getP));
    } else if (dropout instanceof SpatialDropout spatial) {
      values.add(kept(spatial::getPSchedule, spatial::getP));
    } else if (dropout instanceof GaussianDropout gaussian) {
      values.add(scheduled("dropoutRate", gaussian::getRateSchedule, gaussian::getRate));
    } else if (dropout instanceof GaussianNoise noise) {
      values.add(scheduled("dropoutStandardDeviation", noise::getStddevSchedule, noise::getStddev));
    }
  }

  private static void addWeightNoise(@Nullable IWeightNoise noise, List<LiveValue> values) {
    if (noise instanceof DropConnect connect) {
      values.add(
          scheduled(
              "weightNoiseRetainProbability",
              connect::getWeightRetainProbSchedule,
              connect::getWeightRetainProb));
    }
  }

  private static void addRegularization(
      @Nullable List<Regularization> all, String suffix, List<LiveValue> values) {
    for (Regularization each : all == null ? List.<Regularization>of() : all) {
      if (each instanceof L1Regularization l1) {
        values.add(scheduled("l1" + suffix, l1::getL1, () -> Double.NaN));
      } else if (each instanceof L2Regularization l2) {
        values.add(scheduled("l2" + suffix, l2::getL2, () -> Double.NaN));
      } else if (each instanceof WeightDecay decay) {
        values.add(scheduled("weightDecay" + suffix, decay::getCoeff, () -> Double.NaN));
      }
    }
  }

  private static LiveValue scheduled(
      String name, Supplier<@Nullable ISchedule> schedule, DoubleSupplier fixed) {
    return new LiveValue(name, schedule, reading(schedule, fixed), false);
  }

  private static LiveValue kept(Supplier<@Nullable ISchedule> schedule, DoubleSupplier fixed) {
    return new LiveValue("dropout", schedule, reading(schedule, fixed), true);
  }

  private static Reading reading(Supplier<@Nullable ISchedule> schedule, DoubleSupplier fixed) {
    return (iteration, epoch) -> {
      ISchedule followed = schedule.get();
      return followed == null ? fixed.getAsDouble() : followed.valueAt(iteration, epoch);
    };
  }
}
