package org.provdl.benchmarks;

import java.util.List;
import org.apache.jena.sparql.core.Quad;
import org.provdl.capture.QuadSink;

/** A target that is away. */
final class DownSink implements QuadSink {

  @Override
  public void write(List<Quad> quads) {
    throw new IllegalStateException("away on purpose");
  }

  @Override
  public String destination() {
    return "benchmark:down";
  }

  @Override
  public void close() {
    // nothing to let go of
  }
}
