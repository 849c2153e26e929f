package org.provdl.benchmarks;

import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.jena.sparql.core.Quad;
import org.provdl.capture.QuadSink;
import org.provdl.store.ProvenanceStore;

/** An embedded store, and how often it is written. */
final class CountingSink implements QuadSink {

  private final QuadSink store;
  private final AtomicLong writes = new AtomicLong();

  CountingSink(ProvenanceStore store) {
    this.store = QuadSink.store(store);
  }

  long writes() {
    return writes.get();
  }

  @Override
  public void write(List<Quad> quads) {
    writes.incrementAndGet();
    store.write(quads);
  }

  @Override
  public String destination() {
    return store.destination();
  }

  @Override
  public void close() {
    store.close();
  }
}
