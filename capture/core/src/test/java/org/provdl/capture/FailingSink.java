package org.provdl.capture;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.jena.sparql.core.Quad;

/** Fails a number of times before it hands over to another. */
final class FailingSink implements QuadSink {

  private final QuadSink target;
  private final AtomicInteger failuresLeft;

  FailingSink(QuadSink target, int failures) {
    this.target = target;
    this.failuresLeft = new AtomicInteger(failures);
  }

  @Override
  public void write(List<Quad> quads) {
    if (failuresLeft.getAndDecrement() > 0) {
      throw new SinkException("failing on purpose");
    }
    target.write(quads);
  }

  @Override
  public String destination() {
    return target.destination();
  }

  @Override
  public void close() {
    target.close();
  }
}
