package org.provdl.benchmarks;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.apache.jena.sparql.core.Quad;
import org.provdl.capture.Capture;
import org.provdl.capture.QuadSink;

/** Keeps the quads in order. */
final class CollectingSink implements QuadSink {

  private static final Duration PATIENCE = Duration.ofMinutes(10);

  private final List<Quad> quads = Collections.synchronizedList(new ArrayList<>());

  /** The quads of a story. */
  static List<Quad> quadsOf(Story story, Path journals) {
    CollectingSink sink = new CollectingSink();
    try (Capture capture = Captures.repeatable(sink, journals).open()) {
      story.tell(capture);
      if (!capture.flush(PATIENCE)) {
        throw new IllegalStateException("The quads were not collected in " + PATIENCE);
      }
    }
    return sink.quads();
  }

  /** What was written so far. */
  List<Quad> quads() {
    return List.copyOf(quads);
  }

  @Override
  public void write(List<Quad> batch) {
    quads.addAll(batch);
  }

  @Override
  public String destination() {
    return "benchmark:";
  }

  @Override
  public void close() {
    // nothing to let go of
  }
}
