package org.provdl.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.provdl.server.Client.NQUADS;
import static org.provdl.server.Client.encoded;
import static org.provdl.server.Client.quads;

import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.provdl.queries.SparqlEndpoint;
import org.provdl.queries.SparqlEndpointException;
import org.provdl.store.ProvenanceStore;

/** Who may do what on a server that has users. */
@SuppressWarnings("NullAway.Init") // set by serve()
final class LoginIT {

  private static final String PASSWORD = "correct horse 学習";
  private static final String ASK = "/query?query=ASK%7B%7D";

  @TempDir private static Path directory;

  private static Users users;
  private static ProvenanceStore store;
  private static ProvenanceServer server;
  private static Client anybody;
  private static Client reader;
  private static Client writer;
  private static Client admin;

  @BeforeAll
  static void start() {
    users = Users.file(directory.resolve("users"));
    for (Role role : Role.values()) {
      users.add("the-" + role, role, PASSWORD.toCharArray());
    }
    store = ProvenanceStore.openOrCreate(directory.resolve("store"));
    serve();
  }

  private static void serve() {
    server = ProvenanceServer.builder(store).users(users).host("0.0.0.0").port(0).start();
    anybody = new Client(server.uri());
    reader = anybody.as("the-reader", PASSWORD);
    writer = anybody.as("the-writer", PASSWORD);
    admin = anybody.as("the-admin", PASSWORD);
  }

  @AfterAll
  static void stop() {
    server.close();
    store.close();
  }

  @Test
  void anybodyMayAskWhetherItLives() throws Exception {
    assertThat(status(anybody, "GET", "/../$/ping")).isEqualTo(200);
    assertThat(status(anybody, "GET", "/../$/health")).isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource({
    "GET, /query?query=ASK%7B%7D, 200, 200, 200",
    "GET, /queries, 200, 200, 200",
    "GET, /queries/list-runs, 200, 200, 200",
    "GET, /openapi.json, 200, 200, 200",
    "GET, ?default, 200, 200, 200",
    "GET, /run/x, 404, 404, 404",
    "GET, /ontology, 200, 200, 200",
    "GET, /explorer/, 200, 200, 200",
    "GET, /../$/metrics, 200, 200, 200",
    "POST, /shacl?graph=x:g, 404, 404, 404",
    "GET, /backup, 403, 403, 405",
    "POST, /backup, 403, 403, 200",
    "POST, /remove, 403, 403, 400",
    "POST, /query?query=ASK%7B%7D, 200, 200, 200",
    "POST, /append, 403, 415, 415",
    "POST, /append/, 403, 403, 404",
    "POST, /%61ppend, 403, 404, 404",
    "POST, /compact, 403, 403, 200",
    "POST, /update, 403, 403, 404",
    "PUT, /data?graph=x:g, 403, 403, 405",
    "DELETE, /data?graph=x:g, 403, 403, 405",
    "DELETE, /query, 403, 403, 405",
    "GET, /../$/stats, 403, 403, 404"
  })
  void eachRoleMayDoSoMuch(String method, String path, int asReader, int asWriter, int asAdmin)
      throws Exception {
    assertThat(status(anybody, method, path)).isEqualTo(401);
    assertThat(status(reader, method, path)).isEqualTo(asReader);
    assertThat(status(writer, method, path)).isEqualTo(asWriter);
    assertThat(status(admin, method, path)).isEqualTo(asAdmin);
  }

  private static int status(Client client, String method, String path) throws Exception {
    return client.send(client.request(path).method(method, BodyPublishers.noBody())).statusCode();
  }

  @Test
  void aWriterAddsAndAReaderCannot() throws Exception {
    assertThat(anybody.post("/append", NQUADS, quads("run", 1)).statusCode()).isEqualTo(401);
    HttpResponse<String> refused = reader.post("/append", NQUADS, quads("run", 1));
    assertThat(refused.statusCode()).isEqualTo(403);
    assertThat(refused.body()).contains("the-reader has the role reader; this needs writer.");
    assertThat(writer.post("/append", NQUADS, quads("run", 1)).statusCode()).isEqualTo(200);
    assertThat(reader.count()).isPositive();
  }

  @Test
  void whoIsUnknownIsAskedForCredentialsAndNothingIsReadFromThem() throws Exception {
    HttpResponse<String> answer = anybody.get(ASK, "*/*");

    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(answer.headers().firstValue("WWW-Authenticate").orElseThrow())
        .contains("Basic realm=\"PROV-DL\"", "Bearer");
    try (Wire wire = new Wire(server)) {
      assertThat(wire.append("Content-Length: 30000000").answer().status()).isEqualTo(401);
      assertThat(wire.isClosed()).isTrue();
    }
  }

  @Test
  void whetherTheServerIsThereEverybodyMayAsk() throws Exception {
    assertThat(anybody.ping()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Basic",
        "Basic ?",
        "Basic dGhlLXJlYWRlcg==",
        "Basic OnNlY3JldA==",
        "Bearer",
        "Bearer a b",
        "Digest username=the-admin",
        "the-admin"
      })
  void whatIsNoCredentialIsRefused(String header) throws Exception {
    assertThat(anybody.as(header).get(ASK, "*/*").statusCode()).isEqualTo(401);
  }

  @Test
  void aTokenStandsForItsUserUntilItIsRevoked() throws Exception {
    String token = users.issueToken("the-writer");
    Client program = anybody.as("Bearer " + token);

    assertThat(program.post("/append", NQUADS, quads("run", 1)).statusCode()).isEqualTo(200);
    assertThat(program.post("/compact", "text/plain", "").statusCode()).isEqualTo(403);
    assertThat(anybody.as("Bearer " + token + "x").get(ASK, "*/*").statusCode()).isEqualTo(401);
    users.issueToken("the-writer");
    assertThat(program.get(ASK, "*/*").statusCode()).isEqualTo(200);
    users.revokeTokens("the-writer");
    assertThat(program.get(ASK, "*/*").statusCode()).isEqualTo(401);
  }

  @Test
  void aUserWhoIsRemovedIsUnknownAtOnce() throws Exception {
    users.add("another", Role.READER, PASSWORD.toCharArray());
    Client another = anybody.as("another", PASSWORD);
    assertThat(another.get(ASK, "*/*").statusCode()).isEqualTo(200);
    users.remove("another");
    assertThat(another.get(ASK, "*/*").statusCode()).isEqualTo(401);
  }

  @Test
  void aFileThatBreaksLaterLeavesTheUsers() throws Exception {
    String before = Files.readString(users.path());
    Files.writeString(users.path(), "broken");
    try {
      assertThat(reader.get(ASK, "*/*").statusCode()).isEqualTo(200);
    } finally {
      Files.writeString(users.path(), before);
    }
  }

  @Test
  void passwordsCannotBeTriedOut() throws Exception {
    server.close();
    serve();
    assertThat(reader.get(ASK, "*/*").statusCode()).isEqualTo(200);
    for (int i = 0; i < FailedLogins.ALLOWED; i++) {
      assertThat(anybody.as("the-admin", "guess " + i).get(ASK, "*/*").statusCode()).isEqualTo(401);
    }
    HttpResponse<String> stopped = admin.get(ASK, "*/*");

    assertThat(stopped.statusCode()).isEqualTo(429);
    assertThat(Integer.parseInt(stopped.headers().firstValue("Retry-After").orElseThrow()))
        .isBetween(1, 60);
    assertThat(reader.get(ASK, "*/*").statusCode()).as("was right before").isEqualTo(200);
    assertThat(anybody.as("Bearer " + users.issueToken("the-admin")).get(ASK, "*/*").statusCode())
        .as("cannot be tried out")
        .isEqualTo(200);
    server.close();
    serve();
  }

  @ParameterizedTest
  @CsvSource({
    "POST, Sec-Fetch-Site, cross-site, 403",
    "POST, Sec-Fetch-Site, same-site, 403",
    "GET, Sec-Fetch-Site, cross-site, 403",
    "POST, Origin, https://evil.example, 403",
    "POST, Origin, null, 403",
    "GET, Origin, https://evil.example, 403",
    "POST, Sec-Fetch-Site, same-origin, 200",
    "POST, Sec-Fetch-Site, none, 200",
  })
  void aWebPageOfOthersCannotUseThePasswordThatABrowserKeeps(
      String method, String header, String value, int status) throws Exception {
    String path = method.equals("POST") ? "/append" : ASK;
    int before = reader.count();
    HttpResponse<String> answer =
        writer.send(
            writer
                .request(path)
                .header(header, value)
                .header("Content-Type", NQUADS)
                .method(method, BodyPublishers.ofString(quads(method + header + value, 1))));

    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(reader.count()).isEqualTo(status == 200 ? before + 1 : before);
  }

  @Test
  void aLinkOnAnotherPageMayBeFollowed() throws Exception {
    HttpResponse<String> answer =
        reader.send(
            reader
                .request("/queries")
                .header("Sec-Fetch-Site", "cross-site")
                .header("Sec-Fetch-Mode", "navigate")
                .header("Sec-Fetch-Dest", "document"));

    assertThat(answer.statusCode()).isEqualTo(200);
  }

  @Test
  void aPageOfThisServerMayWrite() throws Exception {
    String here = "http://" + server.uri().getAuthority();
    HttpResponse<String> answer =
        writer.send(
            writer
                .request("/append")
                .header("Origin", here)
                .header("Content-Type", NQUADS)
                .POST(BodyPublishers.ofString(quads("run", 1))));

    assertThat(answer.statusCode()).isEqualTo(200);
  }

  @Test
  void questionsAreAskedFromElsewhereWithAToken() throws Exception {
    URI endpoint = server.queryEndpoint();
    Query query = QueryFactory.create("ASK {}");
    Duration timeout = Duration.ofSeconds(10);

    assertThat(
            SparqlEndpoint.remote(endpoint, timeout, users.issueToken("the-reader"))
                .select(query)
                .rows())
        .hasSize(1);
    assertThatThrownBy(() -> SparqlEndpoint.remote(endpoint, timeout, "guess").select(query))
        .isInstanceOf(SparqlEndpointException.class)
        .hasMessageContaining("401");
  }

  @Test
  void nobodyIsTheUserOfARefusedRequest() throws Exception {
    String pages = "/queries?search=" + encoded("run");

    assertThat(reader.get(pages, "text/html").body()).contains("<html");
    assertThat(anybody.get(pages, "text/html").body()).doesNotContain("list-runs");
  }

  @Test
  void otherAddressesNeedUsersOrAWord() throws Exception {
    assertThatThrownBy(ProvenanceServer.builder(store).host("0.0.0.0").port(0)::start)
        .isInstanceOf(ServerException.class)
        .hasMessageContaining("--users FILE")
        .hasMessageContaining("--insecure");
    assertThatThrownBy(ProvenanceServer.builder(store).users(users).insecure().port(0)::start)
        .isInstanceOf(ServerException.class)
        .hasMessageContaining("Leave out the one or the other");
    Users missing = Users.file(directory.resolve("missing"));
    assertThatThrownBy(ProvenanceServer.builder(store).users(missing).port(0)::start)
        .isInstanceOf(ServerException.class)
        .hasMessageContaining("provdl user add");
  }
}
