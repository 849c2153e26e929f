package org.provdl.cli;

import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.provdl.server.ProvenanceServer;
import org.provdl.store.ProvenanceStore;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Serves a store until the process is stopped. */
@Command(
    name = "serve",
    description = "Serve a store as a SPARQL endpoint until stopped with Ctrl-C.")
final class ServeCommand implements Runnable {

  /** How long a query under way may hold up the end. */
  private static final long GRACE_SECONDS = 5;

  @Spec
  @SuppressWarnings("NullAway.Init") // set by picocli
  private CommandSpec spec;

  @Parameters(
      paramLabel = "STORE",
      arity = "0..1",
      description = "The directory of the store (default: ${DEFAULT-VALUE}).")
  private Path directory = Path.of(Provdl.DEFAULT_STORE);

  @Option(names = "--create", description = "Make the store if it is missing.")
  private boolean create;

  @Option(
      names = "--host",
      description =
          "The address to listen on (default: ${DEFAULT-VALUE}). Another than loopback needs --users or --insecure.")
  private String host = ProvenanceServer.DEFAULT_HOST;

  @Option(
      names = "--port",
      description = "The port to listen on, 0 for any (default: ${DEFAULT-VALUE}).")
  private int port = ProvenanceServer.DEFAULT_PORT;

  @Option(
      names = "--cors",
      paramLabel = "ORIGIN",
      description =
          "Let web pages of another origin read, such as https://example.org, or '*' for any. Can be repeated.")
  private String[] origins = {};

  @ArgGroup(exclusive = false)
  private RequestLogOption requestLog = new RequestLogOption();

  @Mixin private CatalogueOption questions = new CatalogueOption();

  @Mixin private SecurityOptions security = new SecurityOptions();

  @Override
  public void run() {
    CountDownLatch stop = new CountDownLatch(1);
    CountDownLatch closed = new CountDownLatch(1);
    if (create) {
      ProvenanceStore.openOrCreate(directory).close();
    }
    try (ProvenanceStore store = Stores.open(directory, spec.commandLine().getErr());
        ProvenanceServer server = start(store)) {
      Runtime.getRuntime().addShutdownHook(new Thread(() -> stopAndWait(stop, closed)));
      spec.commandLine().getOut().println("SPARQL endpoint: " + server.queryEndpoint());
      spec.commandLine().getOut().println("Questions: " + server.queries());
      spec.commandLine().getOut().println("Explorer: " + server.explorer());
      spec.commandLine().getOut().flush();
      server.warmUp();
      stop.await();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    } finally {
      closed.countDown();
    }
  }

  private ProvenanceServer start(ProvenanceStore store) {
    ProvenanceServer.Builder server =
        ProvenanceServer.builder(store)
            .host(host)
            .port(port)
            .crossOrigin(origins)
            .catalogue(questions.catalogue());
    security.apply(server);
    return requestLog.addTo(server, spec.commandLine().getOut()).start();
  }

  /** The JVM ends when this returns; the store stays as of its last commit in any case. */
  private static void stopAndWait(CountDownLatch stop, CountDownLatch closed) {
    stop.countDown();
    try {
      closed.await(GRACE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException now) {
      Thread.currentThread().interrupt();
    }
  }
}
