package org.provdl.server;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * The threads that ask questions, so that Jetty's, which are few, never wait for the store.
 *
 * <p>They are fewer than the threads that read a store: some are left for SPARQL and for trainings
 * that ask about themselves, however many people look at the catalogue. They are daemons, end when
 * idle, and nobody interrupts them.
 */
final class Workers {

  private static final int WAITING = 1_000;
  private static final long IDLE_SECONDS = 10;

  private final ThreadPoolExecutor threads;
  private final Duration patience;

  /**
   * Lets work wait for its turn, for a time.
   *
   * @param inWork how many there are
   */
  Workers(String name, int inWork, Duration patience) {
    this.patience = patience;
    threads =
        new ThreadPoolExecutor(
            inWork,
            inWork,
            IDLE_SECONDS,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(WAITING),
            task -> {
              Thread thread = new Thread(task, name);
              thread.setDaemon(true);
              return thread;
            });
    threads.allowCoreThreadTimeOut(true);
  }

  /**
   * Works when the turn comes.
   *
   * @param late runs instead if that takes too long
   */
  void run(Runnable work, Runnable late) {
    CompletableFuture<Boolean> turn = new CompletableFuture<>();
    var unused = turn.thenAccept(inTime -> (inTime ? work : late).run());
    try {
      threads.execute(() -> turn.complete(true));
      turn.completeOnTimeout(false, patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (RejectedExecutionException tooMany) {
      turn.complete(false);
    }
  }
}
