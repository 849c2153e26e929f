package org.provdl.capture;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Quad;
import org.jspecify.annotations.Nullable;

/**
 * One attempt to write a batch to the sink, and what came of it.
 *
 * <p>One thread writes; others see what came of it once it {@link #hasEnded}. To end needs no
 * memory, for there may be none.
 */
final class Writing {

  private final List<Quad> quads;
  private Map<Node, SinkException> refusals = Map.of();
  private @Nullable Throwable failure;
  private volatile boolean ended;

  Writing(List<Quad> quads) {
    this.quads = quads;
  }

  /** Writes, and finds out which runs the sink refuses. Throws nothing. */
  void to(QuadSink sink) {
    try {
      write(sink);
    } catch (Throwable e) {
      failure = e;
    } finally {
      ended = true;
    }
  }

  boolean hasEnded() {
    return ended;
  }

  /**
   * Why nobody knows what the sink has of the batch; null if it has all that it does not refuse.
   */
  @Nullable Throwable failure() {
    return failure;
  }

  /** The graphs that the sink refuses for good. */
  Map<Node, SinkException> refusals() {
    return refusals;
  }

  private void write(QuadSink sink) {
    try {
      sink.write(quads);
    } catch (SinkException e) {
      if (!e.refused()) {
        throw e;
      }
      refusals = writeEachGraph(sink);
    }
  }

  private Map<Node, SinkException> writeEachGraph(QuadSink sink) {
    Map<Node, SinkException> refused = new HashMap<>();
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
                refused.put(graph, e);
              }
            });
    return refused;
  }
}
