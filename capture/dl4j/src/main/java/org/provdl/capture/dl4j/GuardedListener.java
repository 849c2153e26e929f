package org.provdl.capture.dl4j;

import java.util.List;
import java.util.Map;
import org.deeplearning4j.nn.api.Model;
import org.deeplearning4j.optimize.api.TrainingListener;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Keeps every defect of a listener away from training, which an exception would abort. */
final class GuardedListener implements TrainingListener {

  private final TrainingListener listener;
  private final Guard guard;

  GuardedListener(TrainingListener listener, Guard guard) {
    this.listener = listener;
    this.guard = guard;
  }

  @Override
  public void iterationDone(Model model, int iteration, int epoch) {
    guard.run(() -> listener.iterationDone(model, iteration, epoch));
  }

  @Override
  public void onEpochStart(Model model) {
    guard.run(() -> listener.onEpochStart(model));
  }

  @Override
  public void onEpochEnd(Model model) {
    guard.run(() -> listener.onEpochEnd(model));
  }

  @Override
  public void onForwardPass(Model model, List<INDArray> activations) {
    guard.run(() -> listener.onForwardPass(model, activations));
  }

  @Override
  public void onForwardPass(Model model, Map<String, INDArray> activations) {
    guard.run(() -> listener.onForwardPass(model, activations));
  }

  @Override
  public void onGradientCalculation(Model model) {
    guard.run(() -> listener.onGradientCalculation(model));
  }

  @Override
  public void onBackwardPass(Model model) {
    guard.run(() -> listener.onBackwardPass(model));
  }
}
