package org.provdl.capture.dl4j;

import org.jspecify.annotations.Nullable;
import org.nd4j.autodiff.listeners.At;
import org.nd4j.autodiff.listeners.BaseListener;
import org.nd4j.autodiff.listeners.ListenerResponse;
import org.nd4j.autodiff.listeners.Loss;
import org.nd4j.autodiff.listeners.Operation;
import org.nd4j.autodiff.listeners.records.LossCurve;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.autodiff.samediff.TrainingConfig;
import org.nd4j.linalg.dataset.api.MultiDataSet;
import org.provdl.capture.Responsible;
import org.provdl.capture.Setting;
import org.provdl.capture.Split;
import org.provdl.capture.TrainingRun;

/** Tells a run what happens in the training of a SameDiff. Called on the training thread. */
final class SameDiffListener extends BaseListener {

  private final SameDiff graph;
  private final TrainingRun run;
  private final Guard guard;
  private final BatchSizes batchSizes;
  private double rate = Double.NaN;
  private boolean configured;
  private boolean inEpoch;
  private boolean dataTold;
  private long examples;
  private @Nullable String featureShape;
  private @Nullable String labelShape;

  SameDiffListener(SameDiff graph, TrainingRun run, Guard guard) {
    this.graph = graph;
    this.run = run;
    this.guard = guard;
    batchSizes = new BatchSizes(run);
  }

  @Override
  public boolean isActive(Operation operation) {
    return operation == Operation.TRAINING;
  }

  /** The configuration of the training may have been set since the listener was attached. */
  @Override
  public void operationStart(SameDiff gradients, Operation operation) {
    guard.run(
        () -> {
          TrainingConfig configuration = graph.getTrainingConfig();
          if (!configured && configuration != null) {
            configured = true;
            SameDiffReader.describe(graph, configuration, run);
            rate = SameDiffReader.learningRate(configuration);
          }
        });
  }

  @Override
  public void epochStart(SameDiff trained, At at) {
    guard.run(
        () -> {
          inEpoch = true;
          run.startEpoch();
          batchSizes.startEpoch();
        });
  }

  @Override
  public void iterationDone(SameDiff trained, At at, MultiDataSet batch, Loss loss) {
    guard.run(
        () -> {
          int size = (int) batch.getFeatures(0).size(0);
          if (featureShape == null) {
            see(batch);
          }
          batchSizes.see(size);
          watchRate();
          run.iterate(loss.totalLoss(), size);
          examples += size;
        });
  }

  @Override
  public ListenerResponse epochEnd(
      SameDiff trained, At at, LossCurve curve, long epochMilliseconds) {
    guard.run(
        () -> {
          tellData();
          inEpoch = false;
          run.endEpoch();
        });
    return ListenerResponse.CONTINUE;
  }

  boolean isInEpoch() {
    return inEpoch;
  }

  boolean hasSeenData() {
    return featureShape != null;
  }

  void tellData() {
    if (!dataTold && featureShape != null) {
      dataTold = true;
      run.see(Split.TRAINING, examples, featureShape, labelShape);
    }
  }

  private void see(MultiDataSet batch) {
    featureShape = Batch.shapes(batch.getFeatures());
    labelShape = batch.numLabelsArrays() == 0 ? null : Batch.shapes(batch.getLabels());
  }

  /** The counters of the configuration go on after the iteration is done. */
  private void watchRate() {
    double now = SameDiffReader.learningRate(graph.getTrainingConfig());
    if (Double.compare(now, rate) != 0) {
      rate = now;
      run.adapt(
          Setting.ofModel("learningRate", now), "learning rate schedule", Responsible.FRAMEWORK);
    }
  }
}
