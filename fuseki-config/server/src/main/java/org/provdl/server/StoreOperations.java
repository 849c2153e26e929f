package org.provdl.server;

import org.apache.jena.fuseki.main.FusekiServer;
import org.apache.jena.fuseki.server.DataService;
import org.apache.jena.fuseki.server.Operation;
import org.provdl.store.ProvenanceStore;

/**
 * Operations on the whole store, beside {@code append} and {@code compact}. Both are for an
 * administrator; holding a graph against shapes ({@link ShaclAction}) is for who may read, and
 * {@link HealthServlet} for anybody.
 */
final class StoreOperations {

  private static final Operation BACKUP =
      Operation.alloc("https://w3id.org/provdl#backup", "backup", "Send a copy of the store");

  private static final Operation REMOVE =
      Operation.alloc("https://w3id.org/provdl#remove", "remove", "Remove runs of the store");

  private StoreOperations() {}

  /** Adds those that are an administrator's. */
  static void add(FusekiServer.Builder fuseki, DataService.Builder service, ProvenanceStore store) {
    fuseki.registerOperation(BACKUP, new BackupAction(store));
    service.addEndpoint(BACKUP, BACKUP.getName());
    fuseki.registerOperation(REMOVE, new RemoveAction(store));
    service.addEndpoint(REMOVE, REMOVE.getName());
  }
}
