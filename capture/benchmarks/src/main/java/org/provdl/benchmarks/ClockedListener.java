package org.provdl.benchmarks;

import java.util.List;
import java.util.Map;
import org.deeplearning4j.nn.api.Model;
import org.deeplearning4j.optimize.api.TrainingListener;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Adds up the time that the training thread spends in a listener. */
final class ClockedListener implements TrainingListener {

  private final TrainingListener listener;
  private long nanoseconds;

  ClockedListener(TrainingListener listener) {
    this.listener = listener;
  }

  long nanoseconds() {
    return nanoseconds;
  }

  @Override
  public void iterationDone(Model model, int iteration, int epoch) {
    long start = System.nanoTime();
    listener.iterationDone(model, iteration, epoch);
    nanoseconds += System.nanoTime() - start;
  }

  @Override
  public void onEpochStart(Model model) {
    long start = System.nanoTime();
    listener.onEpochStart(model);
    nanoseconds += System.nanoTime() - start;
  }

  @Override
  public void onEpochEnd(Model model) {
    long start = System.nanoTime();
    listener.onEpochEnd(model);
    nanoseconds += System.nanoTime() - start;
  }

  @Override
  public void onForwardPass(Model model, List<INDArray> activations) {
    long start = System.nanoTime();
    listener.onForwardPass(model, activations);
    nanoseconds += System.nanoTime() - start;
  }

  @Override
  public void onForwardPass(Model model, Map<String, INDArray> activations) {
    long start = System.nanoTime();
    listener.onForwardPass(model, activations);
    nanoseconds += System.nanoTime() - start;
  }

  @Override
  public void onGradientCalculation(Model model) {
    long start = System.nanoTime();
    listener.onGradientCalculation(model);
    nanoseconds += System.nanoTime() - start;
  }

  @Override
  public void onBackwardPass(Model model) {
    long start = System.nanoTime();
    listener.onBackwardPass(model);
    nanoseconds += System.nanoTime() - start;
  }
}
