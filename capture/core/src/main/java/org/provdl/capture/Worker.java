package org.provdl.capture;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A daemon thread that repeats a step at an interval, so that nobody who leaves work for it need
 * pay for a wake-up. Nothing that a step throws ends it.
 *
 * <p>Thread-safe.
 */
final class Worker {

  private static final Logger LOG = LoggerFactory.getLogger(Worker.class);

  /** What is repeated. */
  interface Step {
    /**
     * Does what there is to do, without waiting for more.
     *
     * @param asked whether somebody waits for all to be done
     * @return whether all is done
     */
    boolean run(boolean asked);
  }

  private final Duration interval;
  private final Step step;
  private final Runnable end;
  private final Queue<CompletableFuture<Void>> flushes = new ConcurrentLinkedQueue<>();
  private final Thread thread;
  private volatile boolean closing;
  private boolean failing; // of the thread alone

  /**
   * A worker that does not run yet.
   *
   * @param interval the pause between two steps, unless it is woken
   * @param end what the thread does last
   */
  Worker(String name, Duration interval, Step step, Runnable end) {
    this.interval = interval;
    this.step = step;
    this.end = end;
    thread = new Thread(this::run, name);
    thread.setDaemon(true);
  }

  void start() {
    thread.start();
  }

  /** Lets the next step begin now. */
  void wake() {
    LockSupport.unpark(thread);
  }

  /** Whether all that was left before this call was done in time. */
  boolean flush(Duration timeout) {
    CompletableFuture<Void> done = new CompletableFuture<>();
    flushes.add(done);
    wake();
    try {
      done.get(Math.max(0, timeout.toMillis()), TimeUnit.MILLISECONDS);
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    } catch (TimeoutException | ExecutionException e) {
      done.cancel(false);
      return false;
    }
  }

  /** Ends the thread after the step that it is in. Returns whether it has ended in time. */
  boolean close(Duration timeout) {
    closing = true;
    wake();
    try {
      thread.join(Math.max(1, timeout.toMillis()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return !thread.isAlive();
  }

  private void run() {
    while (!closing) {
      try {
        turn();
        failing = false;
      } catch (RuntimeException | Error e) {
        report(e);
      }
      LockSupport.parkNanos(interval.toNanos());
    }
    end.run();
  }

  private void turn() {
    // An interrupt left by a sink would close the files of the next step.
    Thread.interrupted();
    List<CompletableFuture<Void>> asked = takeFlushes();
    boolean done = false;
    try {
      done = step.run(!asked.isEmpty());
    } finally {
      if (done) {
        asked.forEach(flush -> flush.complete(null));
      } else {
        flushes.addAll(asked);
      }
    }
  }

  private void report(Throwable defect) {
    if (!failing) {
      try {
        LOG.error("The thread {} met a defect and goes on.", thread.getName(), defect);
        failing = true;
      } catch (Error memory) {
        failing = false; // said when there is memory again
      }
    }
  }

  private List<CompletableFuture<Void>> takeFlushes() {
    List<CompletableFuture<Void>> taken = new ArrayList<>();
    for (CompletableFuture<Void> flush = flushes.poll(); flush != null; flush = flushes.poll()) {
      if (!flush.isDone()) {
        taken.add(flush);
      }
    }
    return taken;
  }
}
