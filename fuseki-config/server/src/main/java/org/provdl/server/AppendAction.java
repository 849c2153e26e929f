package org.provdl.server;

import java.util.List;
import org.apache.jena.atlas.json.JsonObject;
import org.apache.jena.fuseki.servlets.ActionService;
import org.apache.jena.fuseki.servlets.HttpAction;
import org.apache.jena.fuseki.servlets.ServletOps;
import org.apache.jena.sparql.core.Quad;
import org.provdl.store.ProvenanceStore;
import org.provdl.store.StoreException;

/**
 * Adds the quads of a request to the store, all or none: {@code POST /provdl/append} for quads,
 * {@code POST /provdl/append?graph=RUN} for the triples of one graph.
 *
 * <p>The answer is {@code {"count": n}} with the number of quads in the request, all on disk by
 * then. To send a request again is harmless.
 */
final class AppendAction extends ActionService {

  private final ProvenanceStore store;

  AppendAction(ProvenanceStore store) {
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
    List<Quad> quads = new AppendRequest(action).quads();
    try {
      store.append(quads);
    } catch (IllegalArgumentException refused) {
      ServletOps.errorBadRequest(refused.getMessage());
    } catch (StoreException failure) {
      ServletOps.error(StoreFailure.status(failure), failure.getMessage());
    }
    JsonObject answer = new JsonObject();
    answer.put("count", quads.size());
    ServletOps.sendJsonReponse(action, answer);
  }
}
