package org.provdl.store;

import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Compacts a database when asked to or when it is time, while others read and append. Appends wait
 * only while the last of them are added to the copy and it is taken into use. Removals wait for the
 * end, as they are run on the same thread: what was recorded for the copy cannot undo them.
 *
 * <p>Nobody waits for another in a circle. The compactor's thread waits for the writer, but holds
 * nothing then that the writer waits for. The writer waits at the {@link DatabaseGate} alone, for
 * reads; copying is one, and gives itself up at once when somebody waits there: a write or a read
 * has failed, and to mend the database comes first. Whatever happens, the database is as it was
 * until the copy has its name.
 *
 * <p>Files are deleted on the writer, between two changes. So a change that met the end of the disk
 * finds it full when it asks before its commit.
 */
final class Compactor {

  private static final Logger LOG = LoggerFactory.getLogger(Compactor.class);

  private static final int ALL = Integer.MAX_VALUE;

  private final Database database;
  private final DatabaseGate gate;
  private final Disk disk;
  private final StoreThreads threads;
  private final Consumer<Throwable> failures;
  private final Housekeeping housekeeping;

  /** Held by long reads together, or by a compaction, which they would hold up with all others. */
  private final Semaphore rewriting = new Semaphore(ALL, true);

  /** Whether one is in the queue. */
  private final AtomicBoolean due = new AtomicBoolean();

  /** Known to the compactor's thread only. */
  private boolean closing;

  /**
   * Compacts nothing yet.
   *
   * @param failures told after which something may have to be mended
   */
  Compactor(
      Database database,
      Compaction policy,
      DatabaseGate gate,
      Disk disk,
      StoreThreads threads,
      Consumer<Throwable> failures) {
    this.database = database;
    this.gate = gate;
    this.disk = disk;
    this.threads = threads;
    this.failures = failures;
    this.housekeeping = new Housekeeping(policy, database.generation().rememberedLive());
  }

  /** Notes a change. On the writer, after the commit, so it throws nothing. */
  void changed(Change change) {
    housekeeping.changed(change.growth());
    if (isDue() && due.compareAndSet(false, true)) {
      try {
        threads.rewriteLater(this::compactIfStillDue);
      } catch (RuntimeException | Error noThread) {
        due.set(false); // after the change that comes next
      }
    }
  }

  /** Reads what takes long. A compaction that runs ends before, and none begins meanwhile. */
  <T extends @Nullable Object> T withoutCompaction(Supplier<T> reading) {
    rewriting.acquireUninterruptibly();
    try {
      return reading.get();
    } finally {
      rewriting.release();
    }
  }

  /** Compacts. On the compactor's thread. */
  Compacted compact() {
    if (closing) {
      throw StoreException.closed();
    }
    if (!rewriting.tryAcquire(ALL)) {
      throw new StoreException(
          "The store %s is being backed up. Compact it after that.".formatted(disk.directory()));
    }
    try {
      return compactNow();
    } catch (StoreException failure) {
      failures.accept(failure);
      throw failure;
    } catch (Throwable failure) {
      failures.accept(failure);
      throw new StoreException(
          "Cannot compact the store: %s. Check the disk of %s and try again."
              .formatted(failure, disk.directory()),
          failure);
    } finally {
      rewriting.release(ALL);
    }
  }

  private Compacted compactNow() {
    long before = bytes();
    disk.require(housekeeping.room(before));
    Successor copy = gate.share(database::beginSuccessor);
    long after;
    try {
      gate.share(
          () ->
              database.<@Nullable Void>ask(
                  source -> {
                    copy.copy(source, gate);
                    return null;
                  }));
      copy.commit();
      copy.catchUp();
      after = threads.write(() -> goOnWith(copy));
    } catch (Throwable failure) {
      discard(copy, failure);
      throw failure;
    }
    database.generation().superseded().ifPresent(this::delete);
    return new Compacted(before, after);
  }

  /** On the writer. */
  private long goOnWith(Successor copy) {
    copy.complete();
    gate.alone(() -> database.goOnWith(copy));
    long after = bytes();
    housekeeping.compacted(after);
    return after;
  }

  /** File by file, for large ones take a while, and changes come between. */
  private void delete(Generation superseded) {
    boolean more;
    do {
      more = threads.write(superseded::deleteOneFile);
    } while (more);
    threads.write(Executors.callable(superseded::delete));
  }

  private void discard(Successor copy, Throwable failure) {
    copy.lose();
    try {
      threads.write(Executors.callable(() -> database.discard(copy)));
    } catch (RuntimeException | Error undeleted) {
      failure.addSuppressed(undeleted);
    }
  }

  private void compactIfStillDue() {
    due.set(false);
    if (!closing && rewriting.availablePermits() == ALL && isDue()) {
      compactByItself();
    }
  }

  /** Compacts if that is worth it, and nothing after that. On the compactor's thread. */
  void close() {
    if (!closing && housekeeping.isDueOnClose(bytes())) {
      compactByItself();
    }
    closing = true;
  }

  private void compactByItself() {
    try {
      Compacted done = compact();
      LOG.info(
          "Compacted the store {} from {} to {} bytes",
          disk.directory(),
          done.bytesBefore(),
          done.bytesAfter());
    } catch (RuntimeException | Error failure) {
      housekeeping.failed(bytes());
      LOG.warn("The store {} grows, because it could not be compacted", disk.directory(), failure);
    }
  }

  /** What to remember of the database: the bytes that a compacted copy would take. */
  long live() {
    return housekeeping.live(bytes());
  }

  private boolean isDue() {
    return housekeeping.isDueWhileOpen(bytes());
  }

  private long bytes() {
    return database.generation().bytes();
  }
}
