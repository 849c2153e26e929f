package org.provdl.capture.dl4j;

import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs a part of capture so that nothing it throws gets out. Logs the first failure. Thread-safe.
 */
final class Guard {

  private static final Logger LOG = LoggerFactory.getLogger(Guard.class);

  /** A part of capture. */
  @FunctionalInterface
  interface Action {
    void run() throws Exception;
  }

  private final AtomicBoolean logged = new AtomicBoolean();

  /** The same for what may well be refused, which is no failure. */
  void attempt(Action action) {
    try {
      action.run();
    } catch (Exception e) {
      LOG.debug("A fact is not captured", e);
    } catch (Error e) {
      run(
          () -> {
            throw e;
          });
    }
  }

  void run(Action action) {
    try {
      action.run();
    } catch (Exception | Error failure) {
      if (logged.compareAndSet(false, true)) {
        LOG.error(
            "Capture failed and misses a part of this run; training goes on. Further failures are not logged.",
            failure);
      }
    }
  }
}
