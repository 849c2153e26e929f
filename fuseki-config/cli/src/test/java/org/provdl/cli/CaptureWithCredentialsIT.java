package org.provdl.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.Quad;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.provdl.capture.Capture;
import org.provdl.capture.Credentials;
import org.provdl.capture.HttpAccess;
import org.provdl.capture.QuadSink;
import org.provdl.capture.RunDescription;
import org.provdl.queries.Catalogue;
import org.provdl.queries.SparqlEndpoint;
import org.provdl.server.ProvenanceServer;
import org.provdl.server.Role;
import org.provdl.server.Users;
import org.provdl.store.ProvenanceStore;

/** Trainings are sent to a server that asks who is there. */
final class CaptureWithCredentialsIT {

  private static final String PASSWORD = "correct horse 学習";

  @TempDir private Path directory;
  private Users users;
  private ProvenanceStore store;
  private ProvenanceServer server;

  @BeforeEach
  void start() {
    users = Users.file(directory.resolve("users"));
    users.add("writer", Role.WRITER, PASSWORD.toCharArray());
    users.add("reader", Role.READER, PASSWORD.toCharArray());
    store = ProvenanceStore.openOrCreate(directory.resolve("store"));
    server = ProvenanceServer.builder(store).users(users).port(0).start();
  }

  @AfterEach
  void stop() {
    server.close();
    store.close();
  }

  private QuadSink sink(Credentials credentials) {
    return QuadSink.graphStore(URI.create(server.uri() + "/append"), HttpAccess.with(credentials));
  }

  private void record(String name, QuadSink sink) {
    try (Capture capture =
        Capture.builder(sink).journal(directory.resolve(name + "-journal")).open()) {
      capture.start(RunDescription.named(name)).close();
      assertThat(capture.flush(Duration.ofSeconds(30))).isTrue();
    }
  }

  private String runs() {
    return Catalogue.standard()
        .query("list-runs")
        .on(SparqlEndpoint.of(store::read))
        .rows()
        .toString();
  }

  @Test
  void aWritersPasswordAndTokenLetARunIn() {
    record("by password", sink(Credentials.basic("writer", PASSWORD)));
    record("by token", sink(Credentials.bearer(users.issueToken("writer"))));

    assertThat(runs()).contains("by password", "by token");
  }

  @Test
  void aReaderIsForbiddenAndNobodyUnknown() {
    assertThatThrownBy(() -> write(sink(Credentials.basic("reader", PASSWORD))))
        .hasMessageContaining("answered 403 (it does not accept Basic credentials of reader)")
        .hasMessageContaining("this needs writer");
    assertThatThrownBy(() -> write(sink(Credentials.bearer("provdl_guess"))))
        .hasMessageContaining("answered 401");
    assertThatThrownBy(() -> write(QuadSink.graphStore(URI.create(server.uri() + "/append"))))
        .hasMessageContaining("answered 401 (it asks for credentials");
    assertThat(runs()).doesNotContain("refused");
  }

  private static void write(QuadSink sink) throws Exception {
    try (sink) {
      Node run = NodeFactory.createURI("x:refused");
      sink.write(List.of(new Quad(run, run, run, run)));
    }
  }
}
