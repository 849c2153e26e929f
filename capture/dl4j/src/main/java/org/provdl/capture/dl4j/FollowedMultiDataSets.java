package org.provdl.capture.dl4j;

import org.deeplearning4j.datasets.iterator.utilty.SingletonMultiDataSetIterator;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.dataset.AsyncMultiDataSetIterator;
import org.nd4j.linalg.dataset.api.MultiDataSetPreProcessor;
import org.nd4j.linalg.dataset.api.iterator.MultiDataSetIterator;
import org.provdl.capture.Preparation;
import org.provdl.capture.Split;
import org.provdl.capture.TrainingRun;

/** An iterator of data sets with several inputs or outputs. */
final class FollowedMultiDataSets implements FollowedIterator {

  private final MultiDataSetIterator iterator;
  private @Nullable MultiCountingPreProcessor counting;

  FollowedMultiDataSets(MultiDataSetIterator iterator) {
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
          MultiDataSetPreProcessor own = iterator.getPreProcessor();
          if (own instanceof MultiCountingPreProcessor chained) {
            own = chained.own();
          }
          if (own != null) {
            run.prepare(Preparation.named(own.getClass().getSimpleName()).giving(split));
          }
        });
  }

  /** As {@link FollowedDataSets#count}. */
  @Override
  public void count(SplitCount count, Guard guard) {
    if (iterator instanceof AsyncMultiDataSetIterator) {
      return;
    }
    MultiDataSetPreProcessor own = iterator.getPreProcessor();
    if (own == null && iterator instanceof SingletonMultiDataSetIterator) {
      return; // it would leave out a normalizer that is set later
    }
    MultiCountingPreProcessor chained = new MultiCountingPreProcessor(own, count, guard);
    iterator.setPreProcessor(chained);
    if (iterator.getPreProcessor() == chained) {
      counting = chained;
    } else {
      iterator.setPreProcessor(own);
    }
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
