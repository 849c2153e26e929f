package org.provdl.capture;

import java.nio.file.Path;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.junit.jupiter.api.io.TempDir;
import org.provdl.store.ProvenanceStore;

class StoreSinkTest extends QuadSinkContract {

  @TempDir private Path directory;

  @Override
  QuadSink open() {
    return QuadSink.store(directory.resolve("store"));
  }

  @Override
  DatasetGraph content() {
    DatasetGraph copy = DatasetGraphFactory.create();
    try (ProvenanceStore store = ProvenanceStore.open(directory.resolve("store"))) {
      store.read(
          dataset -> {
            dataset.find().forEachRemaining(copy::add);
            return null;
          });
    }
    return copy;
  }
}
