package org.provdl.capture.dl4j;

import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.api.DataSet;
import org.nd4j.linalg.dataset.api.DataSetPreProcessor;

/**
 * Does what the user's own pre-processor does, and then counts what came out. Called on the thread
 * that reads the iterator, which may be one that prefetches. What counting throws stays here; what
 * the user's own throws does not.
 */
final class CountingPreProcessor implements DataSetPreProcessor {

  private static final long serialVersionUID = 1;

  private final @Nullable DataSetPreProcessor own;
  private final transient @Nullable SplitCount count; // a copy from a file only passes on
  private final transient @Nullable Guard guard;

  CountingPreProcessor(@Nullable DataSetPreProcessor own, SplitCount count, Guard guard) {
    this.own = own;
    this.count = count;
    this.guard = guard;
  }

  @Nullable DataSetPreProcessor own() {
    return own;
  }

  @Override
  public void preProcess(DataSet batch) {
    if (own != null) {
      own.preProcess(batch);
    }
    if (guard != null && count != null) {
      guard.run(() -> count.add(new INDArray[] {batch.getFeatures()}, labels(batch)));
    }
  }

  private static INDArray @Nullable [] labels(DataSet batch) {
    return batch.getLabels() == null ? null : new INDArray[] {batch.getLabels()};
  }

  void endPass() {
    if (count != null) {
      count.end();
    }
  }
}
