package org.provdl.capture.dl4j;

import java.util.Arrays;
import org.deeplearning4j.nn.api.Model;
import org.deeplearning4j.optimize.api.BaseTrainingListener;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.provdl.capture.Split;
import org.provdl.capture.TrainingRun;

/** Tells a run what happens in training. Called on the training thread: reads cheap facts only. */
final class RunListener extends BaseTrainingListener {

  private final CapturedNetwork network;
  private final TrainingRun run;
  private final SettingsWatch settings;
  private final BatchSizes batchSizes;
  private int batch;
  private long examples;
  private @Nullable String featureShape;
  private @Nullable String labelShape;
  private boolean dataTold;
  private boolean inEpoch;

  RunListener(CapturedNetwork network, TrainingRun run, SettingsWatch settings) {
    this.network = network;
    this.run = run;
    this.settings = settings;
    this.batchSizes = new BatchSizes(run);
  }

  @Override
  public void onEpochStart(Model model) {
    inEpoch = true;
    run.startEpoch();
    batchSizes.startEpoch();
    settings.readAgain();
  }

  /**
   * Before the parameters are updated and other listeners are called: what they set holds from the
   * next iteration on, and where they evaluate, the network's input is not the batch any more.
   */
  @Override
  public void onBackwardPass(Model model) {
    settings.compare();
    batch = batchSize();
  }

  @Override
  public void iterationDone(Model model, int iteration, int epoch) {
    if (batch == 0) { // without a pass backward that is told
      settings.compare();
      batch = batchSize();
    }
    if (featureShape == null) {
      see();
    }
    batchSizes.see(batch);
    run.iterate(model.score(), batch);
    examples += batch;
    batch = 0;
  }

  private int batchSize() {
    return (int) network.input().size(0);
  }

  @Override
  public void onEpochEnd(Model model) {
    tellData();
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

  private void see() {
    INDArray labels = network.labels();
    featureShape = shapeOfOne(network.input());
    labelShape = labels == null ? null : shapeOfOne(labels);
  }

  private static String shapeOfOne(INDArray batch) {
    return Arrays.toString(Arrays.copyOfRange(batch.shape(), 1, batch.rank()));
  }
}
