package org.provdl.capture;

import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;

class MemorySinkTest extends QuadSinkContract {

  private final DatasetGraph dataset = DatasetGraphFactory.createTxnMem();

  @Override
  QuadSink open() {
    return QuadSink.memory(dataset);
  }

  @Override
  DatasetGraph content() {
    return dataset;
  }
}
