package org.provdl.capture.dl4j;

import org.provdl.capture.Split;
import org.provdl.capture.TrainingRun;

/** What there is to know of an iterator without taking anything out of it. */
sealed interface FollowedIterator permits FollowedDataSets, FollowedMultiDataSets {

  /** The simple name of its class. */
  String name();

  /** Tells what it says of itself, each fact by itself, for it may refuse one. */
  void describe(TrainingRun run, Split split, Guard guard);

  /** Lets each batch be counted from now on, where it bears that. */
  void count(SplitCount count, Guard guard);

  /** Tells what was counted, if it was not told before. */
  void endPass();

  /** Takes the counting out of it, unless its user has done so. */
  void release();
}
