package org.provdl.server;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.provdl.server.Client.encoded;
import static org.provdl.server.Client.iri;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.provdl.store.ProvenanceStore;

/** RDF/XML and JSON-LD are taken, and nothing that they can be made to do. */
@Timeout(60)
final class AppendSyntaxIT {

  private static final String XML = "application/rdf+xml";
  private static final String JSON = "application/ld+json";
  private static final String RUN = "/append?graph=" + encoded(iri("run"));

  private static final String RDF =
      """
      <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:x="https://example.org/">
        <rdf:Description rdf:about="https://example.org/s"><x:p>%s</x:p></rdf:Description>
      </rdf:RDF>
      """;

  @TempDir private Path directory;
  private ProvenanceStore store;
  private ProvenanceServer server;
  private Client client;
  private HttpServer other;
  private final AtomicInteger asked = new AtomicInteger();

  @BeforeEach
  void start() throws IOException {
    store = ProvenanceStore.openOrCreate(directory.resolve("store"));
    server = ProvenanceServer.builder(store).port(0).start();
    client = new Client(server.uri());
    other = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    other.createContext(
        "/",
        exchange -> {
          asked.incrementAndGet();
          byte[] body = "{\"@context\": {\"p\": \"https://example.org/p\"}}".getBytes(UTF_8);
          exchange.getResponseHeaders().add("Content-Type", JSON);
          exchange.sendResponseHeaders(200, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    other.start();
  }

  @AfterEach
  void stop() {
    assertThat(asked).as("requests to another host").hasValue(0);
    other.stop(0);
    server.close();
    store.close();
  }

  private String elsewhere() {
    return "http://127.0.0.1:" + other.getAddress().getPort() + "/context.jsonld";
  }

  @Test
  void rdfXmlGoesToTheGraphThatIsNamed() throws Exception {
    assertThat(client.post(RUN, XML, RDF.formatted("läufer &amp; &#23398;")).statusCode())
        .isEqualTo(200);
    assertThat(object()).isEqualTo("läufer & 学");
  }

  @Test
  void jsonLdGoesToTheGraphThatIsNamed() throws Exception {
    String json =
        """
        {"@context": {"p": "https://example.org/p"}, "@id": "https://example.org/s", "p": "läufer"}
        """;

    assertThat(client.post(RUN, JSON, json).statusCode()).isEqualTo(200);
    assertThat(object()).isEqualTo("läufer");
  }

  @Test
  void jsonLdMayHaveGraphsOfItsOwn() throws Exception {
    String json =
        """
        {"@id": "%s", "@graph": [{"@id": "https://example.org/s", "https://example.org/p": "both"}]}
        """
            .formatted(iri("run"));

    assertThat(client.post("/append", JSON, json).statusCode()).isEqualTo(200);
    assertThat(object()).isEqualTo("both");
    assertRefused(RUN, JSON, json, 400, "has a graph of its own");
  }

  private String object() throws Exception {
    String answer =
        client
            .query(
                "SELECT ?o { GRAPH <%s> { <https://example.org/s> <https://example.org/p> ?o } }"
                    .formatted(iri("run")))
            .body();
    return answer.lines().toList().get(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'@context': 'ELSEWHERE', '@id': 'x:s', 'p': 'v'}",
        "{'@context': ['ELSEWHERE'], '@id': 'x:s', 'p': 'v'}",
        "{'@context': {'@import': 'ELSEWHERE'}, '@id': 'x:s', 'p': 'v'}",
        "{'@context': {'p': {'@id': 'x:p', '@context': 'ELSEWHERE'}}, '@id': 'x:s', 'p': {'q': 1}}",
        "{'@context': {'T': {'@id': 'x:T', '@context': 'ELSEWHERE'}}, '@id': 'x:s', '@type': 'T'}",
        "{'@context': 'file:///etc/passwd', '@id': 'x:s', 'p': 'v'}",
        "{'@context': 'jar:file:/x.jar!/y', '@id': 'x:s', 'p': 'v'}",
        "{'@context': 'http://localhost:1/', '@id': 'x:s', 'p': 'v'}"
      })
  void aContextThatIsElsewhereIsRefused(String json) throws Exception {
    String body = json.replace('\'', '"').replace("ELSEWHERE", elsewhere());

    assertRefused(RUN, JSON, body, 400, "is elsewhere; write it into the document");
  }

  @Test
  void aLinkToAContextIsNotFollowed() throws Exception {
    HttpResponse<String> answer =
        client.send(
            client
                .request(RUN)
                .header("Content-Type", JSON)
                .header(
                    "Link",
                    "<%s>; rel=\"http://www.w3.org/ns/json-ld#context\"".formatted(elsewhere()))
                .POST(BodyPublishers.ofString("{\"@id\": \"x:s\", \"p\": 1}")));

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(client.count()).isZero();
  }

  @Test
  void jsonThatIsNestedTooDeeplyIsRefused() throws Exception {
    assertRefused(RUN, JSON, "[".repeat(1_000_000), 400, "nested too deeply");
    assertRefused(RUN, JSON, "{\"x:p\":".repeat(100_000), 400, "nested too deeply");
  }

  @Test
  void jsonThatIsTooLargeIsRefused() throws Exception {
    assertRefused(RUN, JSON, " ".repeat(AppendRequest.MAX_JSON_LD + 1), 413, "Send it in parts");
  }

  @Test
  void aSmallBodyCannotBecomeLargeByAContext() throws Exception {
    String body =
        "{\"@context\": {\"p\": \"https://example.org/%s\"}, \"@id\": \"p:s\", \"p:p\": [%s]}"
            .formatted("x".repeat(1_000_000), "{\"@id\": \"p:o\"},".repeat(50_000) + "1");

    assertRefused(RUN, JSON, body, 400, "more than 256 characters");
  }

  @Test
  void aSmallBodyCannotBecomeLargeByAPrefix() throws Exception {
    String prefix = "https://example.org/" + "x".repeat(1 << 20);
    StringBuilder turtle = new StringBuilder("PREFIX p: <" + prefix + ">\n");
    StringBuilder xml = new StringBuilder();
    for (int i = 0; i < 1000; i++) {
      turtle.append("<x:s> <x:p> p:").append(i).append(" .\n");
      xml.append("<p:e%d>1</p:e%d>".formatted(i, i));
    }
    String rdf =
        RDF.replace("https://example.org/\"", prefix + "\"")
            .replace("xmlns:x", "xmlns:p")
            .replace("<x:p>%s</x:p>", xml);

    assertRefused(RUN, "text/turtle", turtle.toString(), 400, "too long altogether");
    assertRefused(RUN, XML, rdf, 400, "exceeds"); // a limit of Java's own
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<!DOCTYPE x [<!ENTITY e 'v'>]>",
        "<!DOCTYPE x [<!ENTITY e SYSTEM 'FILE'>]>",
        "<!DOCTYPE x [<!ENTITY e SYSTEM 'ELSEWHERE'>]>",
        "<!DOCTYPE x SYSTEM 'ELSEWHERE'>",
        "<!DOCTYPE x PUBLIC 'p' 'ELSEWHERE'>",
        "<!DOCTYPE x [<!ENTITY % p SYSTEM 'ELSEWHERE'> %p;]>",
        "<?xml version='1.0'?><!-- c --><!DOCTYPE x [<!ENTITY a 'ha'><!ENTITY b '&a;&a;&a;&a;&a;&a;&a;&a;'><!ENTITY c '&b;&b;&b;&b;&b;&b;&b;&b;'><!ENTITY d '&c;&c;&c;&c;&c;&c;&c;&c;'><!ENTITY e '&d;&d;&d;&d;&d;&d;&d;&d;'>]>"
      })
  void aDoctypeIsRefused(String doctype) throws Exception {
    Path secret = Files.writeString(directory.resolve("secret"), "secret");
    String body =
        doctype.replace("FILE", secret.toUri().toString()).replace("ELSEWHERE", elsewhere())
            + RDF.formatted("&e;");

    HttpResponse<String> answer = client.post(RUN, XML, body);
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).containsIgnoringCase("doctype");
    HttpResponse<String> wide =
        client.send(
            client
                .request(RUN)
                .header("Content-Type", XML)
                .POST(BodyPublishers.ofByteArray(body.getBytes(UTF_16))));
    assertThat(wide.statusCode()).isEqualTo(400);
    assertThat(client.count()).isZero();
  }

  @Test
  void anUnknownEntityIsRefused() throws Exception {
    assertThat(client.post(RUN, XML, RDF.formatted("&e;")).statusCode()).isEqualTo(400);
    assertThat(client.count()).isZero();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "<",
        "no xml",
        "<a/>",
        "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">"
      })
  void xmlThatIsMalformedAddsNothing(String body) throws Exception {
    assertThat(client.post(RUN, XML, body).statusCode()).isEqualTo(400);
    assertThat(client.count()).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{", "no json", "{\"@context\": 1}", "{\"@id\": {}}"})
  void jsonThatIsMalformedAddsNothing(String body) throws Exception {
    assertThat(client.post(RUN, JSON, body).statusCode()).isEqualTo(400);
    assertThat(client.count()).isZero();
  }

  @Test
  void whatIsRelativeOrBlankIsRefusedInTheseToo() throws Exception {
    assertRefused(RUN, XML, RDF.formatted("v").replace("https://example.org/s", "s"), 400, "<s>");
    assertRefused(
        RUN,
        XML,
        RDF.formatted("v").replace("rdf:about", "rdf:nodeID").replace("https://example.org/s", "s"),
        400,
        "blank");
    assertRefused(RUN, JSON, "{\"@id\": \"s\", \"x:p\": 1}", 400, "<s>");
    assertRefused(RUN, JSON, "{\"x:p\": 1}", 400, "blank");
    assertRefused("/append", JSON, "{\"@id\": \"x:s\", \"x:p\": 1}", 400, "outside of all graphs");
  }

  private void assertRefused(String path, String type, String body, int status, String reason)
      throws Exception {
    int before = client.count();
    HttpResponse<String> answer = client.post(path, type, body);

    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    assertThat(answer.body().toLowerCase(Locale.ROOT)).contains(reason.toLowerCase(Locale.ROOT));
    assertThat(client.count()).isEqualTo(before);
  }
}
