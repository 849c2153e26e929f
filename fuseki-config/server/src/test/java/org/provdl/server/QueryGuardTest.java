package org.provdl.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.jena.query.QueryCancelledException;
import org.apache.jena.sparql.util.Context;
import org.junit.jupiter.api.Test;

final class QueryGuardTest {

  private static final int MIB = 1 << 20;

  private final AtomicLong held = new AtomicLong();
  private final QueryBounds bounds = new QueryBounds(Duration.ofMinutes(1), 2 * MIB, 3 * MIB, held);

  @Test
  void whatAQueryHoldsIsBounded() {
    try (QueryGuard guard = new QueryGuard(bounds, null)) {
      guard.hold(2 * MIB);

      assertThatThrownBy(() -> guard.hold(1))
          .isInstanceOf(QueryRefusedException.class)
          .hasMessageStartingWith("The query needs more than 2 MiB");
    }
    assertThat(held).hasValue(0);
  }

  @Test
  void whatAllQueriesHoldIsBounded() {
    try (QueryGuard first = new QueryGuard(bounds, null);
        QueryGuard second = new QueryGuard(bounds, null)) {
      first.hold(2 * MIB);
      second.hold(MIB);

      assertThatThrownBy(() -> second.hold(1))
          .isInstanceOfSatisfying(
              QueryRefusedException.class,
              refused -> assertThat(refused.problem().status()).isEqualTo(503));
      first.close();
      second.hold(1);
    }
    assertThat(held).hasValue(0);
  }

  @Test
  void theTimeEnds() throws Exception {
    QueryGuard guard = new QueryGuard(new QueryBounds(Duration.ofMillis(1), MIB, MIB, held), null);
    Thread.sleep(200);

    assertThatThrownBy(guard::requireTime).isInstanceOf(QueryCancelledException.class);
  }

  @Test
  void theMemoryIsSaidInTheContext() {
    Context context = new Context();
    assertThat(QueryBounds.of(Duration.ofMinutes(1), context).bytes())
        .isEqualTo(Math.max(32L * MIB, Runtime.getRuntime().maxMemory() / 8));
    context.set(QueryBounds.MEMORY, "7");

    assertThat(QueryBounds.of(Duration.ofMinutes(1), context).bytes()).isEqualTo(7L * MIB);
    assertThat(QueryBounds.of(Duration.ofMinutes(1), context).allBytes()).isEqualTo(14L * MIB);
    for (String wrong : new String[] {"much", "0", "-1", "1.5"}) {
      context.set(QueryBounds.MEMORY, wrong);
      assertThatThrownBy(() -> QueryBounds.of(Duration.ofMinutes(1), context))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("https://w3id.org/provdl#queryMemory");
    }
  }
}
