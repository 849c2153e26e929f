package org.provdl.capture.dl4j;

import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.dataset.api.MultiDataSet;
import org.nd4j.linalg.dataset.api.MultiDataSetPreProcessor;

/** Does for several inputs or outputs what {@link CountingPreProcessor} does. */
final class MultiCountingPreProcessor implements MultiDataSetPreProcessor {

  private static final long serialVersionUID = 1;

  private final @Nullable MultiDataSetPreProcessor own;
  private final transient @Nullable SplitCount count; // a copy from a file only passes on
  private final transient @Nullable Guard guard;

  MultiCountingPreProcessor(@Nullable MultiDataSetPreProcessor own, SplitCount count, Guard guard) {
    this.own = own;
    this.count = count;
    this.guard = guard;
  }

  @Nullable MultiDataSetPreProcessor own() {
    return own;
  }

  @Override
  public void preProcess(MultiDataSet batch) {
    if (own != null) {
      own.preProcess(batch);
    }
    if (guard != null && count != null) {
      guard.run(() -> count.add(batch.getFeatures(), batch.getLabels()));
    }
  }

  void endPass() {
    if (count != null) {
      count.end();
    }
  }
}
