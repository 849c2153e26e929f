package org.provdl.server;

import java.util.concurrent.Semaphore;
import org.apache.jena.atlas.json.JsonObject;
import org.apache.jena.fuseki.servlets.ActionErrorException;
import org.apache.jena.fuseki.servlets.ActionService;
import org.apache.jena.fuseki.servlets.HttpAction;
import org.apache.jena.fuseki.servlets.ServletOps;
import org.apache.jena.web.HttpSC;
import org.provdl.store.Compacted;
import org.provdl.store.ProvenanceStore;
import org.provdl.store.StoreException;

/**
 * Compacts the store: {@code POST /provdl/compact}. Reads and appends go on meanwhile.
 *
 * <p>The answer comes when it is done, and is {@code {"bytesBefore": n, "bytesAfter": n}}. Whoever
 * asks while a compaction runs is told so with the status 409.
 */
final class CompactAction extends ActionService {

  private final ProvenanceStore store;
  private final Semaphore turn = new Semaphore(1);

  CompactAction(ProvenanceStore store) {
    this.store = store;
  }

  @Override
  public void execPost(HttpAction action) {
    executeLifecycle(action);
  }

  @Override
  public void validate(HttpAction action) {}

  @Override
  public void execute(HttpAction action) {
    Compacted done = compact();
    JsonObject answer = new JsonObject();
    answer.put("bytesBefore", done.bytesBefore());
    answer.put("bytesAfter", done.bytesAfter());
    ServletOps.sendJsonReponse(action, answer);
  }

  private Compacted compact() {
    if (!turn.tryAcquire()) {
      throw new ActionErrorException(
          HttpSC.CONFLICT_409, "The store is being compacted. Wait for that.", null);
    }
    try {
      return store.compact();
    } catch (StoreException failure) {
      throw new ActionErrorException(StoreFailure.status(failure), failure.getMessage(), null);
    } finally {
      turn.release();
    }
  }
}
