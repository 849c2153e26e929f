package org.provdl.capture.dl4j;

import java.util.Arrays;
import org.deeplearning4j.nn.api.Model;
import org.deeplearning4j.optimize.api.BaseTrainingListener;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.provdl.capture.Setting;
import org.provdl.capture.Split;
import org.provdl.capture.TrainingRun;

/** Tells a run what happens in training. Called on the training thread: reads cheap facts only. */
final class RunListener extends BaseTrainingListener {

  private final CapturedNetwork network;
  private final TrainingRun run;
  private final LearningRates rates;
  private final CheckpointFiles checkpoints;
  private long examples;
  private @Nullable String featureShape;
  private @Nullable String labelShape;
  private boolean dataTold;
  private boolean inEpoch;

  RunListener(CapturedNetwork network, TrainingRun run, CheckpointFiles checkpoints) {
    this.network = network;
    this.run = run;
    this.rates = new LearningRates(network, run);
    this.checkpoints = checkpoints;
  }

  @Override
  public void onEpochStart(Model model) {
    inEpoch = true;
    run.startEpoch();
  }

  @Override
  public void iterationDone(Model model, int iteration, int epoch) {
    int batch = (int) network.input().size(0);
    if (featureShape == null) {
      see(batch);
    }
    rates.watch(); // first, for the rate was in force in this iteration already
    run.iterate(model.score(), batch);
    examples += batch;
    checkpoints.look(network.listeners());
  }

  @Override
  public void onEpochEnd(Model model) {
    tellData();
    checkpoints.look(network.listeners());
    inEpoch = false;
    run.endEpoch();
  }

  boolean isInEpoch() {
    return inEpoch;
  }

  boolean hasSeenData() {
    return featureShape != null;
  }

  /** Tells what data was seen: all of the first epoch, or all of a training without epochs. */
  void tellData() {
    if (!dataTold && featureShape != null) {
      dataTold = true;
      run.see(Split.TRAINING, examples, featureShape, labelShape);
    }
  }

  private void see(int batch) {
    INDArray labels = network.labels();
    featureShape = shapeOfOne(network.input());
    labelShape = labels == null ? null : shapeOfOne(labels);
    run.choose(Setting.ofModel("batchSize", batch));
  }

  private static String shapeOfOne(INDArray batch) {
    return Arrays.toString(Arrays.copyOfRange(batch.shape(), 1, batch.rank()));
  }
}
