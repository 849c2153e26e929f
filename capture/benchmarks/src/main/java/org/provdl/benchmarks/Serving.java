package org.provdl.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import org.provdl.server.ProvenanceServer;
import org.provdl.store.ProvenanceStore;

/** An embedded store and its server in this process. */
record Serving(ProvenanceStore store, ProvenanceServer server) implements AutoCloseable {

  static Serving in(Path directory) throws IOException {
    ProvenanceStore store = ProvenanceStore.openOrCreate(directory);
    return new Serving(store, ProvenanceServer.builder(store).port(0).start());
  }

  @Override
  public void close() {
    server.close();
    store.close();
  }
}
