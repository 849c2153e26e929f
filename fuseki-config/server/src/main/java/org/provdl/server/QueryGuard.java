package org.provdl.server;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.jena.query.QueryCancelledException;
import org.apache.jena.sparql.expr.ExprEvalException;
import org.apache.jena.sparql.function.FunctionEnv;
import org.apache.jena.sparql.util.Context;
import org.apache.jena.sparql.util.Symbol;
import org.jspecify.annotations.Nullable;

/**
 * Watches one query, from its first step to its end. It ends the query by ARQ's own signal after
 * the time, on a thread that nothing holds up: ARQ's own clock waits for each query until that has
 * its first row.
 */
final class QueryGuard implements AutoCloseable {

  static final Symbol SYMBOL = Symbol.create("https://w3id.org/provdl#queryGuard");

  private static final long MIB = 1 << 20;

  private final QueryBounds bounds;
  private final AtomicBoolean cancelled;
  private final CompletableFuture<@Nullable Void> clock;
  private long bytes;

  QueryGuard(QueryBounds bounds, @Nullable AtomicBoolean signal) {
    this.bounds = bounds;
    AtomicBoolean cancelled = signal == null ? new AtomicBoolean() : signal;
    this.cancelled = cancelled;
    clock =
        new CompletableFuture<@Nullable Void>()
            .completeOnTimeout(null, bounds.time().toMillis(), TimeUnit.MILLISECONDS);
    var unused = clock.thenRun(() -> cancelled.set(true));
  }

  /** That of the query which runs in a context, if it is watched. */
  static @Nullable QueryGuard of(Context context) {
    return context.get(SYMBOL);
  }

  /**
   * That of the query which calls a function.
   *
   * @throws ExprEvalException if none does
   */
  static QueryGuard of(@Nullable FunctionEnv environment) {
    QueryGuard guard = environment == null ? null : of(environment.getContext());
    if (guard == null) {
      throw new ExprEvalException("Only for queries that are watched");
    }
    return guard;
  }

  /**
   * Goes on if the query may.
   *
   * @throws QueryCancelledException if its time is over, or nobody waits for it
   */
  void requireTime() {
    if (cancelled.get()) {
      throw new QueryCancelledException();
    }
  }

  /**
   * Keeps something until the query ends.
   *
   * @throws QueryRefusedException if that is too much
   */
  void hold(long more) {
    requireTime();
    bytes += more;
    long all = bounds.held().addAndGet(more);
    if (bytes > bounds.bytes()) {
      throw new QueryRefusedException(
          Problem.tooLarge(
              "The query needs more than %d MiB of memory to sort, group, join, describe or construct. Ask for less."
                  .formatted(bounds.bytes() / MIB)));
    }
    if (all > bounds.allBytes()) {
      throw new QueryRefusedException(
          Problem.unavailable("The queries in work need too much memory. Come again later."));
    }
  }

  /** Lets go of what is held, and stops the clock. */
  @Override
  public void close() {
    clock.cancel(false);
    bounds.held().addAndGet(-bytes);
    bytes = 0;
  }
}
