package org.provdl.capture.dl4j;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.provdl.capture.Split;
import org.provdl.capture.SplitDescription;
import org.provdl.capture.TrainingRun;

/**
 * Counts the examples of the first pass over a split, and those of each class where labels are one
 * of several. A batch says nothing of its pass: it belongs to the next one when another thread
 * reads it, when training has gone on in the meantime, or when it is the first batch again.
 *
 * <p>Thread-safe.
 */
final class SplitCount {

  private static final int SAMPLES = 256;

  private final Split split;
  private final TrainingRun run;
  private final LongSupplier pass;
  private @Nullable Thread reader;
  private long firstPass;
  private int firstBatch;
  private long examples;
  private String featureShape = "";
  private @Nullable String labelShape;
  private long @Nullable [] classes;
  private boolean ended;

  /**
   * Begins at zero.
   *
   * @param pass a number that differs in another pass, though it may also stay
   */
  SplitCount(Split split, TrainingRun run, LongSupplier pass) {
    this.split = split;
    this.run = run;
    this.pass = pass;
  }

  /**
   * Counts a batch.
   *
   * @param features one array, or one for each input
   * @param labels one array, or one for each output; null or empty where there are none
   */
  synchronized void add(INDArray[] features, INDArray @Nullable [] labels) {
    if (ended) {
      return;
    }
    INDArray first = features[0];
    INDArray only = labels != null && labels.length == 1 ? labels[0] : null;
    if (reader == null) {
      begin(first, only);
      featureShape = Batch.shapes(features);
      labelShape = labels == null || labels.length == 0 ? null : Batch.shapes(labels);
    } else if (reader != Thread.currentThread()
        || firstPass != pass.getAsLong()
        || firstBatch == fingerprint(first)) {
      end();
      return;
    }
    examples += first.size(0);
    countClasses(only);
  }

  private void begin(INDArray features, @Nullable INDArray labels) {
    reader = Thread.currentThread();
    firstPass = pass.getAsLong();
    firstBatch = fingerprint(features);
    classes =
        labels != null && labels.rank() == 2 && labels.size(1) > 1
            ? new long[(int) labels.size(1)]
            : null;
  }

  /** The pass is over: what was counted is told, once. */
  synchronized void end() {
    if (ended || reader == null) {
      return;
    }
    ended = true;
    if (split != Split.TRAINING) { // the network's listener tells what was trained on
      run.see(split, examples, featureShape, labelShape);
    }
    if (classes != null) {
      run.describe(
          split,
          SplitDescription.UNKNOWN.withLabelDistribution(Arrays.stream(classes).boxed().toList()));
    }
  }

  /**
   * Values are read one by one, for an operation on the array would take memory of the workspace.
   */
  private void countClasses(@Nullable INDArray labels) {
    long[] counts = classes;
    if (counts == null || labels == null) {
      return;
    }
    for (long row = 0; row < labels.size(0); row++) {
      int index = oneHot(labels, row, counts.length);
      if (index < 0) {
        classes = null;
        return;
      }
      counts[index]++;
    }
  }

  /** The one column that is 1 while all others are 0; negative where it is not like that. */
  private static int oneHot(INDArray labels, long row, int columns) {
    int found = -1;
    for (int column = 0; column < columns; column++) {
      double value = labels.getDouble(row, column);
      if (value == 1 && found < 0) {
        found = column;
      } else if (value != 0) {
        return -1;
      }
    }
    return found;
  }

  /** Of values from all over the batch, since the first ones may be the margin of an image. */
  private static int fingerprint(INDArray features) {
    List<Double> samples = new ArrayList<>();
    long stride = Math.max(1, features.length() / SAMPLES);
    for (long index = 0; index < features.length(); index += stride) {
      samples.add(features.getDouble(index));
    }
    return 31 * samples.hashCode() + Arrays.hashCode(features.shape());
  }
}
