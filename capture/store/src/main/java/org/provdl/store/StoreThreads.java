package org.provdl.store;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * The only threads that touch TDB2: one writer, a compactor and a few readers.
 *
 * <p>An interrupt in I/O closes TDB2's files, so nobody gets hold of these threads: a caller waits
 * for the result, and its own interrupt is kept for afterwards. They are daemons: a JVM that ends
 * leaves the store as of the last commit.
 */
final class StoreThreads implements AutoCloseable {

  /** Reads that run at the same time; more of them wait. */
  static final int READERS = 16;

  /**
   * Bytes of stack of a reader. Property paths recurse: with the usual 1 MiB {@code
   * prov:wasDerivedFrom+} overflows at a depth of some 8,000, with this at more than 500,000. The
   * memory is taken as it is used.
   */
  static final long READER_STACK_BYTES = 64L << 20;

  private static final long IDLE_SECONDS = 60;
  private static final long PATIENCE_SECONDS = 1;

  private final ThreadPoolExecutor writer = pool("provdl-store-writer", 1, 0);
  private final ThreadPoolExecutor compactor = pool("provdl-store-compactor", 1, 0);
  private final ThreadPoolExecutor readers =
      pool("provdl-store-reader", READERS, READER_STACK_BYTES);

  /** Runs on the writer, after everything handed over before. */
  <T extends @Nullable Object> T write(Callable<T> task) {
    return await(writer, task);
  }

  /** Runs on the writer when its turn comes, without waiting for it; it throws nothing. */
  void writeLater(Runnable task) {
    writer.execute(task);
  }

  /** Runs on the compactor: what must not overlap with a compaction, and no append waits for. */
  <T extends @Nullable Object> T rewrite(Callable<T> task) {
    return await(compactor, task);
  }

  /** Runs on the compactor when its turn comes, without waiting for it; it throws nothing. */
  void rewriteLater(Runnable task) {
    compactor.execute(task);
  }

  /** Runs on a reader. */
  <T extends @Nullable Object> T read(Callable<T> task) {
    return await(readers, task);
  }

  /** Ends the threads after what was handed over; never interrupts them. */
  @Override
  public void close() {
    compactor.shutdown();
    writer.shutdown();
    readers.shutdown();
  }

  private static <T extends @Nullable Object> T await(
      ThreadPoolExecutor threads, Callable<T> task) {
    Future<T> result;
    try {
      result = threads.submit(task);
    } catch (RejectedExecutionException ended) {
      throw StoreException.closed();
    }
    boolean interrupted = false;
    try {
      while (true) {
        try {
          return result.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException later) {
          interrupted = true;
        } catch (TimeoutException longTask) {
          // Or no thread is left: one that runs out of memory between two tasks ends.
          threads.prestartCoreThread();
        }
      }
    } catch (ExecutionException failure) {
      throw unwrap(failure);
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private static RuntimeException unwrap(ExecutionException failure) {
    Throwable cause = failure.getCause();
    if (cause instanceof Error error) {
      throw error;
    }
    return cause instanceof RuntimeException runtime
        ? runtime
        : new StoreException("The store failed: " + cause, cause);
  }

  private static ThreadPoolExecutor pool(String name, int size, long stackBytes) {
    AtomicInteger count = new AtomicInteger();
    ThreadFactory factory =
        task -> {
          Thread thread = new Thread(null, task, name + "-" + count.incrementAndGet(), stackBytes);
          thread.setDaemon(true);
          return thread;
        };
    ThreadPoolExecutor pool =
        new ThreadPoolExecutor(
            size, size, IDLE_SECONDS, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), factory);
    pool.allowCoreThreadTimeOut(true);
    return pool;
  }
}
