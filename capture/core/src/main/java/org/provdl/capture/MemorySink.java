package org.provdl.capture;

import java.util.List;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.system.Txn;

/** Writes into a dataset that the caller holds. */
record MemorySink(DatasetGraph dataset) implements QuadSink {

  @Override
  public void write(List<Quad> quads) {
    Txn.executeWrite(dataset, () -> quads.forEach(dataset::add));
  }

  @Override
  public String destination() {
    return Destination.MEMORY;
  }

  @Override
  public void close() {
    // the caller's own
  }
}
