package org.provdl.server;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonNumber;
import org.apache.jena.atlas.json.JsonObject;
import org.apache.jena.atlas.json.JsonString;
import org.apache.jena.web.HttpSC;
import org.jspecify.annotations.Nullable;
import org.provdl.store.ProvenanceStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Says whether the store can be read, which it tries: {@code GET /$/health}. The answer is {@code
 * {"status": "up", "milliseconds": n}}, or has the status 503 and says {@code down} and a reason.
 *
 * <p>Whoever asks costs the store nothing: there is one try at a time, whose outcome is for all.
 */
final class HealthServlet extends HttpServlet {

  static final String PATH = "/$/health";

  private static final long serialVersionUID = 1;

  private static final Logger LOG = LoggerFactory.getLogger(HealthServlet.class);

  private final transient ProvenanceStore store;
  private final Duration patience;
  private transient @Nullable CompletableFuture<Long> attempt;

  /**
   * Looks at a store.
   *
   * @param patience after which a read that has not ended counts as a failure
   */
  HealthServlet(ProvenanceStore store, Duration patience) {
    this.store = store;
    this.patience = patience;
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    JsonObject answer = new JsonObject();
    try {
      long milliseconds = attempt().get(patience.toMillis(), TimeUnit.MILLISECONDS);
      answer.put("status", "up");
      answer.put("milliseconds", JsonNumber.value(milliseconds));
    } catch (TimeoutException slow) {
      fail(answer, response, "The store does not answer in time.");
    } catch (ExecutionException failure) {
      LOG.warn("The store cannot be read", failure.getCause());
      fail(answer, response, "The store cannot be read; the server's log says why.");
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      fail(answer, response, "The server is stopping.");
    }
    response.setContentType("application/json");
    response.setHeader("Cache-Control", "no-store");
    response.getWriter().println(JSON.toStringFlat(answer));
  }

  private static void fail(JsonObject answer, HttpServletResponse response, String reason) {
    response.setStatus(HttpSC.SERVICE_UNAVAILABLE_503);
    answer.put("status", "down");
    answer.put("reason", new JsonString(reason));
  }

  private synchronized CompletableFuture<Long> attempt() {
    CompletableFuture<Long> current = attempt;
    if (current == null || current.isDone()) {
      current = new CompletableFuture<>();
      attempt = current;
      start(current);
    }
    return current;
  }

  private void start(CompletableFuture<Long> outcome) {
    Thread thread =
        new Thread(
            () -> {
              long start = System.nanoTime();
              try {
                store.<Boolean>read(dataset -> dataset.find().hasNext());
                outcome.complete(TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start));
              } catch (RuntimeException | Error failure) {
                outcome.completeExceptionally(failure);
              }
            },
            "provdl-health");
    thread.setDaemon(true);
    thread.start();
  }
}
