package org.provdl.capture;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Quad;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes to the sink on a thread of its own, and finds out which runs the sink refuses. */
final class SinkWriter {

  private static final Logger LOG = LoggerFactory.getLogger(SinkWriter.class);

  private final QuadSink sink;
  private final ExecutorService thread = Executors.newSingleThreadExecutor(SinkWriter::daemon);

  SinkWriter(QuadSink sink) {
    this.sink = sink;
  }

  /**
   * Writes quads later.
   *
   * @return the graphs that the sink refuses for good; it has all others. Or the failure: what it
   *     has is unknown.
   */
  CompletableFuture<Map<Node, SinkException>> write(List<Quad> quads) {
    return CompletableFuture.supplyAsync(() -> attempt(quads), thread);
  }

  /** Closes the sink after the write that goes on. Returns whether that was in time. */
  boolean close(Duration timeout) {
    thread.execute(this::closeSink);
    thread.shutdown();
    try {
      return thread.awaitTermination(Math.max(1, timeout.toMillis()), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private Map<Node, SinkException> attempt(List<Quad> quads) {
    // An interrupt left by the sink would break its next write.
    Thread.interrupted();
    try {
      sink.write(quads);
      return Map.of();
    } catch (SinkException e) {
      if (!e.refused()) {
        throw e;
      }
      return attemptEachGraph(quads);
    }
  }

  private Map<Node, SinkException> attemptEachGraph(List<Quad> quads) {
    Map<Node, SinkException> refusals = new HashMap<>();
    quads.stream()
        .collect(Collectors.groupingBy(Quad::getGraph))
        .forEach(
            (graph, part) -> {
              try {
                sink.write(part);
              } catch (SinkException e) {
                if (!e.refused()) {
                  throw e;
                }
                refusals.put(graph, e);
              }
            });
    return refusals;
  }

  private void closeSink() {
    try {
      sink.close();
    } catch (RuntimeException e) {
      LOG.error("The sink {} could not be closed.", sink.destination(), e);
    }
  }

  private static Thread daemon(Runnable task) {
    Thread thread = new Thread(task, "provdl-sink");
    thread.setDaemon(true);
    return thread;
  }
}
