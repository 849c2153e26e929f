package org.provdl.capture;

import java.util.List;
import org.apache.jena.sparql.core.Quad;
import org.provdl.store.ProvenanceStore;

/** Writes into an embedded store: one transaction for a batch. */
record StoreSink(ProvenanceStore store, boolean owned) implements QuadSink {

  @Override
  public void write(List<Quad> quads) {
    store.append(quads);
  }

  @Override
  public String destination() {
    return Destination.STORE + store.directory();
  }

  @Override
  public void close() {
    if (owned) {
      store.close();
    }
  }
}
