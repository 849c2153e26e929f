package org.provdl.server;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Set;
import java.util.concurrent.Semaphore;
import org.apache.jena.fuseki.servlets.ActionErrorException;
import org.apache.jena.fuseki.servlets.ActionService;
import org.apache.jena.fuseki.servlets.HttpAction;
import org.apache.jena.web.HttpSC;
import org.provdl.operations.Backup;
import org.provdl.operations.Choice;
import org.provdl.operations.OperationException;
import org.provdl.operations.Retention;
import org.provdl.store.ProvenanceStore;
import org.provdl.store.StoreException;

/**
 * Sends the store as of now, in the form of a {@link Backup}: {@code POST /provdl/backup}, or only
 * what a removal would remove: {@code POST /provdl/backup?experiment=NAME} or {@code ?run=IRI}, and
 * {@code &force=true}.
 *
 * <p>The answer is whole if its last line is there. One at a time; whoever asks for another is told
 * so with the status 409.
 */
final class BackupAction extends ActionService {

  private static final Set<String> PARAMETERS = Set.of("experiment", "run", "force");

  private final ProvenanceStore store;
  private final Semaphore turn = new Semaphore(1);

  BackupAction(ProvenanceStore store) {
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
    if (!turn.tryAcquire()) {
      throw new ActionErrorException(
          HttpSC.CONFLICT_409, "The store is being backed up. Wait for that.", null);
    }
    try (OutputStream out = new LateOutput(action)) {
      if (choice == null) {
        Backup.write(store, out);
      } else {
        boolean force = Boolean.parseBoolean(requested.value("force"));
        new Retention(store, choice, force).archive(out);
      }
    } catch (OperationException refused) {
      throw new ActionErrorException(HttpSC.CONFLICT_409, refused.getMessage(), null);
    } catch (StoreException failure) {
      throw new ActionErrorException(HttpSC.INTERNAL_SERVER_ERROR_500, failure.getMessage(), null);
    } catch (IOException gone) {
      throw new ActionErrorException(HttpSC.INTERNAL_SERVER_ERROR_500, "cut off", gone);
    } finally {
      turn.release();
    }
  }

  /** The body of the answer, begun when there is something to send: until then it may fail. */
  private static final class LateOutput extends OutputStream {

    private final HttpAction action;

    LateOutput(HttpAction action) {
      this.action = action;
    }

    @Override
    public void write(int octet) throws IOException {
      write(new byte[] {(byte) octet}, 0, 1);
    }

    @Override
    public void write(byte[] octets, int from, int length) throws IOException {
      if (!action.getResponse().isCommitted()) {
        action.setResponseStatus(HttpSC.OK_200);
        action.setResponseContentType(Backup.MEDIA_TYPE);
        action.setResponseHeader(
            "Content-Disposition", "attachment; filename=\"provdl-backup.nq.gz\"");
      }
      action.getResponseOutputStream().write(octets, from, length);
    }
  }
}
