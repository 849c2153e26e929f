package org.provdl.capture;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * How far each journal is to be delivered before somebody goes on who waits.
 *
 * <p>One thread waits; all else is of the thread that delivers.
 */
final class DeliveryGoal {

  private final CompletableFuture<Void> reached = new CompletableFuture<>();
  private final Map<Consignment, Long> ends = new HashMap<>();

  /** Waits for it. Returns whether it was reached in time. */
  boolean await(Duration timeout) {
    try {
      reached.get(Math.max(0, timeout.toMillis()), TimeUnit.MILLISECONDS);
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (TimeoutException | ExecutionException e) {
      // not reached
    }
    reached.cancel(false);
    return false;
  }

  boolean isGivenUp() {
    return reached.isCancelled();
  }

  /** Sets it to what can be read now. */
  void set(Collection<Consignment> consignments) {
    consignments.forEach(consignment -> ends.put(consignment, consignment.replay().reader().end()));
  }

  /** Whether all of it was read, of those that are still to be delivered. */
  boolean isRead(Collection<Consignment> consignments) {
    return consignments.stream()
        .allMatch(
            consignment ->
                consignment.replay().hasEnded()
                    || consignment.replay().reader().position()
                        >= ends.getOrDefault(consignment, 0L));
  }

  void reach() {
    reached.complete(null);
  }
}
