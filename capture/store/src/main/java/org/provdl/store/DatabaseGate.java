package org.provdl.store;

import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Where those wait who use a database together, and the writer, who at times needs it alone. */
final class DatabaseGate {

  private static final int ALL = Integer.MAX_VALUE;

  /**
   * Fair, so that all end. No ReadWriteLock: where memory is short, that can fail with the lock
   * taken.
   */
  private final Semaphore permits = new Semaphore(ALL, true);

  private volatile boolean wantedAlone;
  private volatile boolean closed;

  boolean isClosed() {
    return closed;
  }

  /** Whether all others wait for those who are inside, who had better end. */
  boolean isWantedAlone() {
    return wantedAlone;
  }

  <T extends @Nullable Object> T share(Supplier<T> task) {
    return behind(1, task);
  }

  /** On the writer only. */
  void alone(Runnable task) {
    wantedAlone = true;
    try {
      this.<@Nullable Void>behind(
          ALL,
          () -> {
            task.run();
            return null;
          });
    } finally {
      wantedAlone = false;
    }
  }

  /** Lets nobody in any more; called when alone. */
  void close() {
    closed = true;
  }

  private <T extends @Nullable Object> T behind(int count, Supplier<T> task) {
    permits.acquireUninterruptibly(count);
    try {
      if (closed) {
        throw StoreException.closed();
      }
      return task.get();
    } finally {
      permits.release(count);
    }
  }
}
