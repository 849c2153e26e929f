package org.provdl.capture.dl4j;

import java.util.List;
import org.deeplearning4j.datasets.iterator.ExistingDataSetIterator;
import org.deeplearning4j.datasets.iterator.IteratorDataSetIterator;
import org.deeplearning4j.datasets.iterator.utilty.ListDataSetIterator;
import org.deeplearning4j.datasets.iterator.utilty.SingletonDataSetIterator;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.dataset.AsyncDataSetIterator;
import org.nd4j.linalg.dataset.api.DataSetPreProcessor;
import org.nd4j.linalg.dataset.api.iterator.DataSetIterator;
import org.provdl.capture.Split;
import org.provdl.capture.SplitDescription;
import org.provdl.capture.TrainingRun;

/** An iterator of data sets. */
final class FollowedDataSets implements FollowedIterator {

  private final DataSetIterator iterator;
  private @Nullable CountingPreProcessor counting;

  FollowedDataSets(DataSetIterator iterator) {
    this.iterator = iterator;
  }

  @Override
  public String name() {
    return iterator.getClass().getSimpleName();
  }

  @Override
  public void describe(TrainingRun run, Split split, Guard guard) {
    guard.attempt(
        () -> {
          int batch = iterator.batch();
          if (batch > 0) {
            run.describe(split, SplitDescription.UNKNOWN.withBatchSize(batch));
          }
        });
    guard.attempt(
        () -> {
          List<String> names = iterator.getLabels();
          if (names != null) {
            run.describe(split, SplitDescription.UNKNOWN.withLabelNames(names));
          }
        });
    guard.attempt(
        () -> {
          DataSetPreProcessor own = iterator.getPreProcessor();
          if (own != null) {
            NormalizerReader.read(own).forEach(step -> run.prepare(step.giving(split)));
          }
        });
  }

  /**
   * One that prefetches has begun already and is left alone, as is one that does not give back the
   * pre-processor that it was given, for the user's own could be hidden in it.
   */
  @Override
  public void count(SplitCount count, Guard guard) {
    if (iterator instanceof AsyncDataSetIterator) {
      return;
    }
    DataSetPreProcessor own = iterator.getPreProcessor();
    if (own == null && marksItsBatches()) {
      return;
    }
    CountingPreProcessor chained = new CountingPreProcessor(own, count, guard);
    iterator.setPreProcessor(chained);
    if (iterator.getPreProcessor() == chained) {
      counting = chained;
    } else {
      iterator.setPreProcessor(own);
    }
  }

  /**
   * Whether the iterator marks the user's own batches as pre-processed once it has a pre-processor,
   * so that a normalizer that is set later would leave them out.
   */
  private boolean marksItsBatches() {
    return iterator instanceof ExistingDataSetIterator
        || iterator instanceof IteratorDataSetIterator
        || iterator instanceof SingletonDataSetIterator
        || (iterator instanceof ListDataSetIterator && iterator.batch() == 1);
  }

  @Override
  public void endPass() {
    if (counting != null) {
      counting.endPass();
    }
  }

  @Override
  public void release() {
    if (counting != null && iterator.getPreProcessor() == counting) {
      iterator.setPreProcessor(counting.own());
    }
  }
}
