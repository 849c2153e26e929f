package org.provdl.capture.dl4j;

import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.learning.config.AMSGrad;
import org.nd4j.linalg.learning.config.AdaBelief;
import org.nd4j.linalg.learning.config.AdaGrad;
import org.nd4j.linalg.learning.config.AdaMax;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.linalg.learning.config.Nadam;
import org.nd4j.linalg.learning.config.Nesterovs;
import org.nd4j.linalg.learning.config.RmsProp;
import org.nd4j.linalg.learning.config.Sgd;
import org.nd4j.linalg.schedule.ISchedule;

/** The getter that all updaters have but their common interface has not. */
final class LearningRateSchedule {

  private LearningRateSchedule() {}

  /** The schedule that an updater's learning rate follows; null without one. */
  static @Nullable ISchedule of(IUpdater updater) {
    if (updater instanceof Adam adam) {
      return adam.getLearningRateSchedule();
    }
    if (updater instanceof Sgd sgd) {
      return sgd.getLearningRateSchedule();
    }
    if (updater instanceof Nesterovs nesterovs) {
      return nesterovs.getLearningRateSchedule();
    }
    if (updater instanceof RmsProp rmsProp) {
      return rmsProp.getLearningRateSchedule();
    }
    if (updater instanceof AdaGrad adaGrad) {
      return adaGrad.getLearningRateSchedule();
    }
    if (updater instanceof AMSGrad amsGrad) {
      return amsGrad.getLearningRateSchedule();
    }
    if (updater instanceof AdaMax adaMax) {
      return adaMax.getLearningRateSchedule();
    }
    if (updater instanceof Nadam nadam) {
      return nadam.getLearningRateSchedule();
    }
    if (updater instanceof AdaBelief adaBelief) {
      return adaBelief.getLearningRateSchedule();
    }
    return ofUnknown(updater);
  }

  /** A user's own updater, where it keeps to the custom of the others. */
  private static @Nullable ISchedule ofUnknown(IUpdater updater) {
    try {
      return (ISchedule) updater.getClass().getMethod("getLearningRateSchedule").invoke(updater);
    } catch (ReflectiveOperationException | ClassCastException e) {
      return null;
    }
  }
}
