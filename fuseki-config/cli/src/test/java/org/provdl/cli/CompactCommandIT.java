package org.provdl.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.Quad;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.provdl.server.ProvenanceServer;
import org.provdl.store.Compaction;
import org.provdl.store.ProvenanceStore;

/** A store is made small where it is, or by the server that holds it. */
final class CompactCommandIT {

  private static final int COMMITS = 20;
  private static final String LINE = "Compacted %s from \\d+\\.\\d [kM]B to \\d+\\.\\d kB\\.\\R";

  @TempDir private Path directory;
  private String store = "";

  @BeforeEach
  void fillAStore() {
    Node name = NodeFactory.createURI("http://example.org/run");
    try (ProvenanceStore created =
        ProvenanceStore.openOrCreate(directory.resolve("store"), Compaction.NEVER)) {
      for (int i = 0; i < COMMITS; i++) {
        created.append(
            List.of(new Quad(name, name, name, NodeFactory.createLiteralString("commit " + i))));
      }
      store = created.directory().toString();
    }
  }

  @Test
  void aStoreIsCompacted() {
    Outcome outcome = Outcome.of("compact", store);

    assertThat(outcome.error()).isEmpty();
    assertThat(outcome.exitCode()).isZero();
    assertThat(outcome.output()).matches(LINE.formatted(store));
    try (ProvenanceStore compacted = ProvenanceStore.open(Path.of(store))) {
      assertThat(count(compacted)).isEqualTo(COMMITS);
    }
  }

  @Test
  void aServerCompactsItsStore() {
    try (ProvenanceStore open = ProvenanceStore.open(Path.of(store), Compaction.NEVER);
        ProvenanceServer server = ProvenanceServer.builder(open).port(0).start()) {
      for (String url : new String[] {server.uri().toString(), server.uri() + "/"}) {
        Outcome outcome = Outcome.of("compact", "--server", url);

        assertThat(outcome.error()).isEmpty();
        assertThat(outcome.exitCode()).isZero();
        assertThat(outcome.output()).startsWith("Compacted " + url + " from ").hasLineCount(1);
      }
      assertThat(count(open)).isEqualTo(COMMITS);
    }
    assertThat(Path.of(store, "Data-0003")).exists();
  }

  @Test
  void aStoreThatCannotBeCompactedIsExplainedInOneLine() throws IOException {
    Path notes = Files.writeString(directory.resolve("notes.txt"), "text");

    Outcome.of("compact", directory.resolve("missing").toString())
        .isFailure(1, "There is no store at");
    Outcome.of("compact", directory.toString()).isFailure(1, "is not a store");
    Outcome.of("compact", notes.toString()).isFailure(1, "is not a directory");
    Outcome.of("compact", "--store", store).isFailure(2, "--store");
    Outcome.of("compact", store, "--server", "http://127.0.0.1:1/provdl").isFailure(2, "--server");
    try (ProvenanceStore open = ProvenanceStore.open(Path.of(store))) {
      Outcome.of("compact", open.directory().toString()).isFailure(1, "is open already");
    }
  }

  @Test
  void aServerThatCannotCompactIsExplainedInOneLine() throws IOException {
    Outcome.of("compact", "--server", "localhost").isFailure(2, "'localhost'", "http://127");
    Outcome.of("compact", "--server", "ftp://localhost/provdl").isFailure(2, "'ftp://");
    Outcome.of("compact", "--server", "http://127.0.0.1:1/provdl")
        .isFailure(1, "No server answers at http://127.0.0.1:1/provdl");
    try (ProvenanceStore open = ProvenanceStore.open(Path.of(store));
        ProvenanceServer reading =
            ProvenanceServer.builder(open).host("0.0.0.0").insecure().port(0).start()) {
      Outcome.of("compact", "--server", reading.uri().toString())
          .isFailure(1, "is not the service of a PROV-DL server", "404");
    }
    try (ProvenanceStore open = ProvenanceStore.open(Path.of(store));
        ProvenanceServer server = ProvenanceServer.builder(open).port(0).start()) {
      Outcome.of("compact", "--server", server.queryEndpoint().toString())
          .isFailure(1, "is not the service of a PROV-DL server");
      open.close();
      Outcome.of("compact", "--server", server.uri().toString())
          .isFailure(1, "answered 500", "The store is closed");
    }
  }

  @Test
  void aServerThatIsNotOursIsExplainedInOneLine() throws IOException {
    for (String answer :
        new String[] {
          "<html>\n<p>Hello</p>",
          "{}",
          "[1]",
          "{\"bytesBefore\": {}, \"bytesAfter\": 1}",
          " ".repeat(100_000),
          ""
        }) {
      HttpServer other =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      other.createContext(
          "/",
          exchange -> {
            byte[] body = answer.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
          });
      other.start();
      try {
        Outcome.of("compact", "--server", "http://127.0.0.1:" + other.getAddress().getPort())
            .isFailure(1, "is not the service of a PROV-DL server", "not that of a compaction");
      } finally {
        other.stop(0);
      }
    }
  }

  private static int count(ProvenanceStore store) {
    return store.read(dataset -> (int) dataset.stream().count());
  }
}
