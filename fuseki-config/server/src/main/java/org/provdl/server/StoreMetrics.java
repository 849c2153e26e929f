package org.provdl.server;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.function.ToDoubleFunction;
import org.apache.jena.fuseki.main.FusekiServer;
import org.apache.jena.fuseki.metrics.MetricsProvider;
import org.provdl.store.ProvenanceStore;
import org.provdl.store.StoreException;
import org.provdl.store.StoreStatistics;

/**
 * What {@code /$/metrics} tells of the store, beside what Fuseki tells of requests and of Java.
 *
 * <p>Meters hold what they ask weakly, so that is the store and the queue, which the server holds.
 */
record StoreMetrics(ProvenanceStore store, MeterRegistry registry) {

  static void add(FusekiServer server, ProvenanceStore store, AppendQueue queue) {
    MetricsProvider metrics = MetricsProvider.getMetricsProvider(server.getServletContext());
    new StoreMetrics(store, metrics.getMeterRegistry()).add(queue);
  }

  private void add(AppendQueue queue) {
    count("provdl.store.commits", "transactions written", StoreStatistics::commits);
    count("provdl.quads.appended", "quads of all appends", StoreStatistics::quadsAppended);
    count("provdl.quads.removed", "quads of removed graphs", StoreStatistics::quadsRemoved);
    Gauge.builder("provdl.store.size", store, it -> value(it, StoreStatistics::bytes))
        .baseUnit("bytes")
        .description("what the store takes on disk")
        .register(registry);
    Gauge.builder("provdl.appends.waiting", queue, AppendQueue::getSuspendedRequestCount)
        .description("appends over HTTP that wait for their turn")
        .register(registry);
  }

  private void count(String name, String description, ToDoubleFunction<StoreStatistics> statistic) {
    FunctionCounter.builder(name, store, it -> value(it, statistic))
        .description(description)
        .register(registry);
  }

  /** NaN, which Prometheus knows, once the store is closed. */
  private static double value(ProvenanceStore store, ToDoubleFunction<StoreStatistics> statistic) {
    try {
      return statistic.applyAsDouble(store.statistics());
    } catch (StoreException closed) {
      return Double.NaN;
    }
  }
}
