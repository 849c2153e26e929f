package org.provdl.capture.dl4j;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.provdl.capture.Capture;
import org.provdl.queries.Condition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks a condition about a run that goes on. The answer is no where there is none in time, and it
 * never throws.
 *
 * <p>A store that is away must not cost its whole patience in every epoch: after each failure in a
 * row twice as many questions are left out, up to {@value #MOST_LEFT_OUT}.
 *
 * <p>Not thread-safe: belongs to the thread that trains, which waits here while another one asks.
 */
final class LiveCondition {

  private static final Logger LOG = LoggerFactory.getLogger(LiveCondition.class);
  private static final int MOST_LEFT_OUT = 63;

  private final Condition condition;
  private final Capture capture;
  private final String run;
  private final Duration patience;
  private final ThreadPoolExecutor asker;
  private @Nullable Future<Boolean> answer;
  private boolean logged;
  private int leftOut; // after the last failure
  private int toLeaveOut;

  LiveCondition(Condition condition, Capture capture, String run, Duration patience) {
    this.condition = condition;
    this.capture = capture;
    this.run = run;
    this.patience = patience;
    asker =
        new ThreadPoolExecutor(
            1, 1, 1, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), LiveCondition::thread);
    asker.allowCoreThreadTimeOut(true);
  }

  Condition condition() {
    return condition;
  }

  /** Waits until the store has all that was told, and asks. */
  boolean holds() {
    if (toLeaveOut > 0) {
      toLeaveOut--;
      return false;
    }
    try {
      boolean holds = ask();
      leftOut = 0;
      return holds;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    } catch (ExecutionException e) {
      fail(e.getCause());
      return false;
    } catch (TimeoutException | RuntimeException | Error e) {
      fail(e);
      return false;
    }
  }

  private boolean ask() throws InterruptedException, ExecutionException, TimeoutException {
    long end = System.nanoTime() + patience.toNanos();
    if (answer != null && !answer.isDone()) {
      throw new TimeoutException("it is still being answered since an epoch before");
    }
    if (!capture.flush(patience)) {
      throw new TimeoutException("the store has not taken the epoch within " + patience);
    }
    Future<Boolean> asked = asker.submit(() -> condition.holds(run));
    answer = asked;
    try {
      return asked.get(Math.max(0, end - System.nanoTime()), TimeUnit.NANOSECONDS);
    } catch (TimeoutException e) {
      throw new TimeoutException("it was not answered within " + patience);
    }
  }

  private void fail(@Nullable Throwable cause) {
    leftOut = Math.min(2 * leftOut + 1, MOST_LEFT_OUT);
    toLeaveOut = leftOut;
    if (!logged) {
      logged = true;
      LOG.warn(
          "The condition '{}' has no answer, which counts as no; training goes on, and it is asked again less often. Further failures are not logged: {}",
          condition,
          String.valueOf(cause));
    }
  }

  private static Thread thread(Runnable task) {
    Thread thread = new Thread(task, "provdl-condition");
    thread.setDaemon(true);
    return thread;
  }
}
