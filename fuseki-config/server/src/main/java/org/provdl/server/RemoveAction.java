package org.provdl.server;

import java.util.OptionalLong;
import java.util.Set;
import org.apache.jena.atlas.json.JsonObject;
import org.apache.jena.fuseki.servlets.ActionErrorException;
import org.apache.jena.fuseki.servlets.ActionService;
import org.apache.jena.fuseki.servlets.HttpAction;
import org.apache.jena.fuseki.servlets.ServletOps;
import org.apache.jena.web.HttpSC;
import org.jspecify.annotations.Nullable;
import org.provdl.operations.Backup;
import org.provdl.operations.Choice;
import org.provdl.operations.OperationException;
import org.provdl.operations.Retention;
import org.provdl.store.ProvenanceStore;
import org.provdl.store.StoreException;

/**
 * Removes an experiment or a run: {@code POST /provdl/remove?experiment=NAME} or {@code ?run=IRI}.
 *
 * <p>The answer is {@code {"graphs": n, "quads": n}}. What stands against it is told with the
 * status 409, unless there is {@code &force=true}; so is that there are not as many quads as {@code
 * &quads=N} says, the number in an archive made before.
 */
final class RemoveAction extends ActionService {

  private static final Set<String> PARAMETERS = Set.of("experiment", "run", "force", "quads");

  private final ProvenanceStore store;

  RemoveAction(ProvenanceStore store) {
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
    Requested requested = Requested.of(action, PARAMETERS);
    Choice choice = requested.choice();
    if (choice == null) {
      throw Requested.malformed("Say what goes: experiment=NAME or run=IRI.");
    }
    boolean force = Boolean.parseBoolean(requested.value("force"));
    Backup.Summary removed =
        remove(new Retention(store, choice, force), number(requested.value("quads")));
    JsonObject answer = new JsonObject();
    answer.put("graphs", removed.graphs());
    answer.put("quads", removed.quads());
    ServletOps.sendJsonReponse(action, answer);
  }

  private static Backup.Summary remove(Retention retention, OptionalLong archived) {
    try {
      return retention.remove(archived);
    } catch (OperationException refused) {
      throw new ActionErrorException(HttpSC.CONFLICT_409, refused.getMessage(), null);
    } catch (StoreException failure) {
      throw new ActionErrorException(StoreFailure.status(failure), failure.getMessage(), null);
    }
  }

  private static OptionalLong number(@Nullable String text) {
    if (text == null) {
      return OptionalLong.empty();
    }
    try {
      return OptionalLong.of(Long.parseLong(text));
    } catch (NumberFormatException other) {
      throw Requested.malformed("The parameter quads is a whole number.");
    }
  }
}
