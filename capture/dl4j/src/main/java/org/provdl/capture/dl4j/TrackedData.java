package org.provdl.capture.dl4j;

import java.net.URI;
import java.nio.file.Path;
import java.util.function.LongSupplier;
import org.datavec.api.transform.TransformProcess;
import org.provdl.capture.Preparation;
import org.provdl.capture.Split;
import org.provdl.capture.SplitDescription;
import org.provdl.capture.TrainingRun;

/**
 * The data of one split, for the facts that an iterator does not know. Made by {@link
 * ProvenanceListener#track}; every method returns at once and none throws.
 */
public final class TrackedData {

  private final Split split;
  private final TrainingRun run;
  private final Guard guard;
  private final FollowedIterator iterator;
  private boolean hashed = true;

  TrackedData(FollowedIterator iterator, Split split, TrainingRun run, Guard guard) {
    this.iterator = iterator;
    this.split = split;
    this.run = run;
    this.guard = guard;
  }

  /** Reads what the iterator says of itself. Nothing is asked that could take a batch out of it. */
  void describe() {
    tell(SplitDescription.UNKNOWN.withIterator(iterator.name()));
    iterator.describe(run, split, guard);
  }

  /**
   * Counts what the iterator gives in its first pass.
   *
   * @param pass a number that differs in another pass, though it may also stay
   */
  void count(LongSupplier pass) {
    guard.attempt(() -> iterator.count(new SplitCount(split, run, pass), guard));
  }

  /** Tells what was counted, if it was not told before. */
  void endPass() {
    iterator.endPass();
  }

  /** Leaves the iterator as it was, unless its user has changed it since. */
  void release() {
    iterator.endPass();
    iterator.release();
  }

  Split split() {
    return split;
  }

  /**
   * Names the file or directory that the data was read from. Its content is hashed on another
   * thread; closing waits up to 30 seconds for that.
   *
   * @param source the file or directory
   * @return this
   */
  public TrackedData from(Path source) {
    guard.run(
        () -> {
          if (hashed) {
            run.source(split, source);
          } else {
            run.source(split, source.toUri());
          }
        });
    return this;
  }

  /**
   * Names where the data came from: a server, a generator's own scheme. It is not read.
   *
   * @param source its address
   * @return this
   */
  public TrackedData from(URI source) {
    guard.run(() -> run.source(split, source));
    return this;
  }

  /**
   * Leaves out the hash of each source that is named after this, where there is too much to read.
   *
   * @return this
   */
  public TrackedData withoutHash() {
    hashed = false;
    return this;
  }

  /**
   * Says that the examples were shuffled.
   *
   * @param seed what the generator of random numbers started from
   * @return this
   */
  public TrackedData shuffled(long seed) {
    guard.run(() -> tell(SplitDescription.UNKNOWN.withShuffleSeed(seed)));
    return this;
  }

  /**
   * Records each step of a DataVec process that the data went through.
   *
   * @param process the process, which is only read
   * @return this
   */
  public TrackedData transformedBy(TransformProcess process) {
    guard.run(() -> TransformReader.read(process).forEach(this::prepared));
    return this;
  }

  /**
   * Records a step of your own that the data went through, such as an augmentation.
   *
   * @param step the step
   * @return this
   */
  public TrackedData prepared(Preparation step) {
    guard.run(() -> run.prepare(step.giving(split)));
    return this;
  }

  /**
   * Says how the data is read, so that the run can be reproduced. The paths of its components are
   * sources of the split; call {@link #withoutHash()} before this where they are not to be read.
   *
   * @param data what opened the iterator: a record, or a class without parameters
   * @return this
   */
  public TrackedData readBy(ReadableData data) {
    guard.run(
        () -> {
          run.readBy(split, DataReaders.describe(data));
          DataReaders.paths(data).forEach(this::from);
        });
    return this;
  }

  private void tell(SplitDescription description) {
    run.describe(split, description);
  }
}
