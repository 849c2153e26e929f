package org.provdl.store;

import java.nio.file.Path;
import java.util.Collection;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.jena.query.ReadWrite;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A store of provenance in a directory: named graphs, one for each run, in TDB2.
 *
 * <p>Thread-safe. Callers may be interrupted at any time: reads and writes happen on threads of the
 * store, the caller waits for them to end and finds its interrupt set afterwards. A directory can
 * be open once; what other processes want of it, they ask of the server of the process that holds
 * it.
 */
public final class ProvenanceStore implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(ProvenanceStore.class);

  private final StoreThreads threads;
  private final StoreDirectory directory;
  private final Database database;

  /**
   * Shared by reads and appends; alone for compaction, reopening and closing. Fair, so that all
   * end.
   */
  private final ReadWriteLock gate = new ReentrantReadWriteLock(true);

  /** The dataset of the question that runs on this thread; every store has its own. */
  @SuppressWarnings("ThreadLocalUsage")
  private final ThreadLocal<@Nullable DatasetGraph> reading = new ThreadLocal<>();

  private volatile boolean closed;

  private ProvenanceStore(StoreThreads threads, StoreDirectory directory) {
    this.threads = threads;
    this.directory = directory;
    this.database = Database.open(directory.path());
  }

  /**
   * Opens a store that is there.
   *
   * @param directory the directory of the store
   * @return the store, to be closed by the caller
   * @throws StoreException if there is no store, it is open elsewhere or it cannot be read and
   *     written
   */
  public static ProvenanceStore open(Path directory) {
    return open(() -> StoreDirectory.existing(directory));
  }

  /**
   * Opens a store, or creates it.
   *
   * @param directory the directory of the store; created with its parents if missing
   * @return the store, to be closed by the caller
   * @throws StoreException if the directory holds something else, it is open elsewhere or it cannot
   *     be read and written
   */
  public static ProvenanceStore openOrCreate(Path directory) {
    return open(() -> StoreDirectory.existingOrNew(directory));
  }

  private static ProvenanceStore open(Supplier<StoreDirectory> directory) {
    StoreThreads threads = new StoreThreads();
    try {
      return threads.write(() -> open(threads, directory.get()));
    } catch (RuntimeException | Error failure) {
      threads.close();
      throw failure;
    }
  }

  private static ProvenanceStore open(StoreThreads threads, StoreDirectory directory) {
    try {
      return new ProvenanceStore(threads, directory);
    } catch (RuntimeException | Error failure) {
      directory.close();
      throw failure;
    }
  }

  /**
   * Adds quads, all of them or none. They are committed to disk on return. Quads that are there
   * already stay as they are, so adding a batch again is harmless.
   *
   * <p>One commit costs about 10 ms and hundreds of kilobytes until the next {@link #compact}:
   * gather thousands of quads.
   *
   * @param quads the quads, in named graphs and without blank nodes; copied
   * @throws IllegalArgumentException if a quad is none that can be stored; nothing is added
   * @throws StoreException if they could not be written, also after a second try, or the store is
   *     closed; none is added, unless the disk failed just after the commit
   * @throws IllegalStateException if called inside {@link #read}
   */
  public void append(Collection<Quad> quads) {
    Batch batch = Batch.of(quads);
    write(() -> append(batch));
  }

  /**
   * Asks a question inside a read transaction. It sees the store as of the last commit; the default
   * graph of queries is the union of all named graphs, so that property paths cross runs.
   *
   * @param question called on a thread of the store that has a stack for deep property paths, at
   *     the same time as other questions. It must have finished with the dataset when it returns,
   *     so its answer is no iterator or graph over it, and it changes nothing. It may read again.
   * @param <T> what it answers
   * @return the answer
   * @throws StoreException if the store is closed; what the question throws is passed on
   */
  public <T extends @Nullable Object> T read(Function<? super DatasetGraph, ? extends T> question) {
    DatasetGraph outer = reading.get();
    return outer == null ? threads.read(() -> ask(question)) : question.apply(outer);
  }

  /**
   * Rewrites the store without the space that small commits leave behind. Reads and appends wait
   * meanwhile, some 12 seconds for a million quads.
   *
   * @throws StoreException if it fails, the store being as before, or if it is closed
   * @throws IllegalStateException if called inside {@link #read}
   */
  public void compact() {
    write(() -> behind(gate.writeLock(), this::compactAlone));
  }

  /**
   * Where the store is.
   *
   * @return the absolute path of the directory, without symbolic links
   */
  public Path directory() {
    return directory.path();
  }

  /**
   * Waits for the reads and appends that have begun and lets go of the directory, which another
   * process can open at once. Closing again does nothing.
   *
   * @throws IllegalStateException if called inside {@link #read}
   */
  @Override
  public synchronized void close() {
    if (!closed) {
      try {
        write(() -> behind(gate.writeLock(), this::letGo));
      } finally {
        if (closed) {
          threads.close();
        }
      }
    }
  }

  private void write(Runnable task) {
    if (reading.get() != null) {
      throw new IllegalStateException("A question only reads. Write after it has returned.");
    }
    threads.write(Executors.callable(task));
  }

  private void append(Batch batch) {
    boolean added = behind(gate.readLock(), () -> tryAdd(batch));
    if (!added) {
      behind(gate.writeLock(), () -> replay(batch));
    }
  }

  private boolean tryAdd(Batch batch) {
    try {
      database.add(batch);
      return true;
    } catch (Throwable failure) {
      LOG.warn("Writing to the store {} failed; trying again", directory.path(), failure);
      return false;
    }
  }

  private boolean replay(Batch batch) {
    try {
      database.reopen();
      database.add(batch);
      return true;
    } catch (Throwable failure) {
      throw failed("Cannot write to the store", failure);
    }
  }

  private boolean compactAlone() {
    try {
      database.compact();
      return true;
    } catch (Throwable failure) {
      throw failed("Cannot compact the store", failure);
    }
  }

  private StoreException failed(String what, Throwable failure) {
    StoreException exception =
        new StoreException(
            "%s: %s. Check the disk of %s and try again."
                .formatted(what, failure, directory.path()),
            failure);
    try {
      database.reopen();
    } catch (RuntimeException unopened) {
      exception.addSuppressed(unopened);
    }
    return exception;
  }

  private boolean letGo() {
    closed = true;
    try {
      database.close();
    } finally {
      directory.close();
    }
    return true;
  }

  private <T extends @Nullable Object> T ask(Function<? super DatasetGraph, ? extends T> question) {
    return behind(
        gate.readLock(),
        () -> {
          DatasetGraph dataset = database.current();
          dataset.begin(ReadWrite.READ);
          reading.set(dataset);
          try {
            return question.apply(dataset);
          } finally {
            reading.remove();
            dataset.end();
          }
        });
  }

  private <T extends @Nullable Object> T behind(Lock lock, Supplier<T> task) {
    lock.lock();
    try {
      if (closed) {
        throw StoreException.closed();
      }
      return task.get();
    } finally {
      lock.unlock();
    }
  }
}
