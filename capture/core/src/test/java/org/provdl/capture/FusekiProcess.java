package org.provdl.capture;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.core.DatasetGraph;

/** A stock Fuseki in a process of its own, over TDB2 on disk, that can be killed and comes back. */
public final class FusekiProcess implements AutoCloseable {

  private static final int SECONDS = 60;

  private final Path directory;
  private final int port = freePort();
  private Process process;

  public FusekiProcess(Path directory) throws IOException, InterruptedException {
    this.directory = directory;
    start();
  }

  public URI endpoint(String service) {
    return URI.create("http://localhost:" + port + "/dataset/" + service);
  }

  /** As {@code kill -9} does. */
  public void kill() {
    process.destroyForcibly();
    try {
      process.waitFor();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** At the same port, with the same database. */
  public void start() throws IOException, InterruptedException {
    Path database = Files.createDirectories(directory.resolve("database"));
    Path output = directory.resolve("fuseki.log");
    process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                // starts fastest
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                // or else it wants Log4j
                "-Dlog4j.configurationFile=none",
                "-cp",
                System.getProperty("java.class.path"),
                "org.apache.jena.fuseki.main.cmds.FusekiMainCmd",
                "--localhost",
                "--port=" + port,
                "--update",
                "--tdb2",
                "--loc=" + database,
                "/dataset")
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(output.toFile()))
            .start();
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
    while (!answers()) {
      if (!process.isAlive() || System.nanoTime() > end) {
        throw new IllegalStateException(Files.readString(output));
      }
      Thread.sleep(50);
    }
  }

  /** All that it holds. */
  public DatasetGraph content() {
    return RDFParser.source(endpoint("").toString())
        .acceptHeader(Lang.NQUADS.getHeaderString())
        .toDatasetGraph();
  }

  private boolean answers() throws InterruptedException {
    HttpRequest ping = HttpRequest.newBuilder(endpoint("query?query=ASK%7B%7D")).build();
    try {
      return HttpClient.newHttpClient().send(ping, BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException notYet) {
      return false;
    }
  }

  /** Below those that clients get, so that it is still free after a restart. */
  private static int freePort() {
    while (true) {
      int candidate = ThreadLocalRandom.current().nextInt(20_000, 32_000);
      try (ServerSocket free = new ServerSocket(candidate, 1, InetAddress.getLoopbackAddress())) {
        return free.getLocalPort();
      } catch (IOException taken) {
        // the next one
      }
    }
  }

  @Override
  public void close() {
    kill();
  }
}
