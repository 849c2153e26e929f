package org.provdl.capture.dl4j;

import java.util.List;
import org.deeplearning4j.nn.api.Model;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.optimize.api.BaseTrainingListener;
import org.jspecify.annotations.Nullable;
import org.provdl.capture.Split;
import org.provdl.capture.TrainingRun;

/**
 * Tells a run what happens in training. Called on the threads that train: reads cheap facts only.
 *
 * <p>Thread-safe: a ParallelWrapper calls it from several threads, each with a replica of the
 * network.
 */
final class RunListener extends BaseTrainingListener {

  private final CapturedNetwork network;
  private final TrainingRun run;
  private final SettingsWatch settings;
  private final CheckpointFiles checkpoints;
  private final SteeringRules rules;
  private final BatchSizes batchSizes;
  private final Workers workers;
  private final Pretraining pretraining;
  private int batch;
  private long examples;
  private @Nullable String featureShape;
  private @Nullable String labelShape;
  private boolean dataTold;
  private boolean generatorTold;
  private boolean inEpoch;
  private boolean epochsUnannounced;
  private int epochs;

  RunListener(
      CapturedNetwork network,
      TrainingRun run,
      SettingsWatch settings,
      CheckpointFiles checkpoints,
      SteeringRules rules) {
    this.network = network;
    this.run = run;
    this.settings = settings;
    this.checkpoints = checkpoints;
    this.rules = rules;
    this.batchSizes = new BatchSizes(run);
    this.workers = new Workers(network.model(), run);
    this.pretraining = new Pretraining(network, run);
  }

  /**
   * Rules are asked before the time of the epoch begins, and change the network within it: what
   * they change is in force from its first iteration on. A replica's thread leaves the network
   * alone: its own thread may hold its lock and wait for this one.
   */
  @Override
  public synchronized void onEpochStart(Model model) {
    boolean alone = model == network.model() && workers.areNone();
    List<SteeringRule> due = alone ? rules.due(epochs) : List.of();
    pretraining.tell();
    inEpoch = true;
    if (!generatorTold) {
      generatorTold = true;
      run.drawFrom(RandomNumbers.state()); // of this thread, which draws
    }
    run.startEpoch();
    batchSizes.startEpoch();
    due.forEach(SteeringRule::apply);
    if (alone) {
      settings.readAgain();
    }
  }

  /**
   * Before the parameters are updated and other listeners are called: what they set holds from the
   * next iteration on, and where they evaluate, the network's input is not the batch any more. And
   * before a graph lets go of its labels.
   */
  @Override
  public synchronized void onBackwardPass(Model model) {
    if (labelShape == null && featureShape == null && model instanceof ComputationGraph) {
      labelShape = Batch.labelShape(model);
    }
    if (model == network.model()) {
      batch = Batch.size(model);
      settings.compare();
    }
  }

  @Override
  public synchronized void iterationDone(Model model, int iteration, int epoch) {
    if (pretraining.iterate(model)) {
      return;
    }
    if (epochsUnannounced && !inEpoch) {
      onEpochStart(model);
    }
    int size = takeBatchSize(model);
    if (featureShape == null) {
      see(model);
    }
    workers.see(model);
    batchSizes.see(size);
    run.iterate(model.score(), size);
    examples += size;
    checkpoints.look(network.listeners());
  }

  /** A replica tells its own; its settings are not looked at. */
  private int takeBatchSize(Model model) {
    if (model != network.model()) {
      return Batch.size(model);
    }
    if (batch == 0) { // without a pass backward that is told
      onBackwardPass(model);
    }
    int size = batch;
    batch = 0;
    return size;
  }

  @Override
  public synchronized void onEpochEnd(Model model) {
    tellData();
    checkpoints.look(network.listeners());
    inEpoch = false;
    epochs++;
    run.endEpoch();
  }

  /**
   * Says that each iteration outside of an epoch begins one, which somebody will end: for trainers
   * that do not announce the epochs that they make.
   */
  synchronized void startEpochsByThemselves(boolean unannounced) {
    epochsUnannounced = unannounced;
  }

  /** Ends the epoch that is open, if any. */
  synchronized void endOpenEpoch() {
    if (inEpoch) {
      onEpochEnd(network.model());
    }
  }

  /** How many epochs have ended. */
  synchronized int epochs() {
    return epochs;
  }

  synchronized boolean isInEpoch() {
    return inEpoch;
  }

  synchronized boolean hasSeenData() {
    return featureShape != null || pretraining.hasBeen();
  }

  /** Tells what data was seen: all of the first epoch, or all of a training without epochs. */
  synchronized void tellData() {
    workers.tell();
    pretraining.tell();
    if (!dataTold && featureShape != null) {
      dataTold = true;
      run.see(Split.TRAINING, examples, featureShape, labelShape);
    }
  }

  private void see(Model model) {
    featureShape = Batch.featureShape(model);
    if (labelShape == null) {
      labelShape = Batch.labelShape(model);
    }
  }
}
