package org.provdl.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.apache.commons.codec.digest.DigestUtils;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.provdl.store.ProvenanceStore;

/** The files of the explorer, as a browser asks for them. */
final class ExplorerPageIT {

  private static final String BROWSER =
      "text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,*/*;q=0.8";

  private static final Pattern LIBRARY = Pattern.compile("\"\\./(lib/[^\"]+)\"");

  @TempDir private static Path directory;
  private static ProvenanceStore store;
  private static ProvenanceServer server;
  private static Client client;

  @BeforeAll
  static void start() {
    store = ProvenanceStore.openOrCreate(directory.resolve("store"));
    server = ProvenanceServer.builder(store).port(0).start();
    client = new Client(server.uri());
  }

  @AfterAll
  static void stop() {
    server.close();
    store.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "/", "/explorer"})
  void peopleAreLedThere(String path) throws Exception {
    HttpResponse<String> answer = client.get(path, BROWSER);
    assertThat(answer.statusCode()).isEqualTo(307);
    assertThat(answer.headers().firstValue("Location")).hasValue("/provdl/explorer/");
  }

  @Test
  void soAreThoseWhoOpenTheServer() throws Exception {
    HttpResponse<String> answer =
        client.send(HttpRequest.newBuilder(server.uri().resolve("/")).header("Accept", BROWSER));
    assertThat(answer.statusCode()).isEqualTo(307);
    assertThat(answer.headers().firstValue("Location")).hasValue("/provdl/explorer/");
  }

  @Test
  void programsAndQuestionsAreNot() throws Exception {
    assertThat(client.get("", "*/*").statusCode()).isNotEqualTo(307);
    assertThat(client.get("?query=ASK%7B%7D", BROWSER).statusCode()).isEqualTo(200);
    assertThat(client.get("/queries", BROWSER).body()).contains("list-runs");
  }

  @Test
  void everythingThatThePageNamesIsThere() throws Exception {
    HttpResponse<String> answer = client.get("/explorer/", BROWSER);
    assertThat(answer.statusCode()).isEqualTo(200);
    Document page = Jsoup.parse(answer.body(), server.explorer().toString());
    assertThat(page.select("[src], link[href]"))
        .isNotEmpty()
        .allSatisfy(
            it -> {
              String file = it.hasAttr("src") ? it.absUrl("src") : it.absUrl("href");
              HttpResponse<String> found = client.get(path(file), "*/*");
              assertThat(found.statusCode()).as(file).isEqualTo(200);
              assertThat(found.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
            });
    String libraries = page.select("script[type=importmap]").html();
    String hash =
        Base64.getEncoder()
            .encodeToString(DigestUtils.sha256(libraries.getBytes(StandardCharsets.UTF_8)));
    assertThat(answer.headers().firstValue("Content-Security-Policy").orElseThrow())
        .contains("default-src 'none'; script-src 'self' 'sha256-" + hash + "';")
        .doesNotContain("unsafe", "http");
    List<MatchResult> files = LIBRARY.matcher(libraries).results().toList();
    assertThat(files).hasSizeGreaterThan(4);
    for (MatchResult file : files) {
      HttpResponse<String> found = client.get("/explorer/" + file.group(1), "*/*");
      assertThat(found.statusCode()).as(file.group(1)).isEqualTo(200);
      assertThat(found.headers().firstValue("Cache-Control").orElseThrow()).contains("immutable");
    }
  }

  @Test
  void whatIsKnownIsNotSentAgain() throws Exception {
    HttpResponse<String> first = client.get("/explorer/app.js", "*/*");
    String tag = first.headers().firstValue("ETag").orElseThrow();
    HttpResponse<String> again =
        client.send(client.request("/explorer/app.js").header("If-None-Match", tag));
    assertThat(again.statusCode()).isEqualTo(304);
    assertThat(again.body()).isEmpty();
    HttpResponse<String> other =
        client.send(client.request("/explorer/app.js").header("If-None-Match", "\"other\""));
    assertThat(other.statusCode()).isEqualTo(200);
    HttpResponse<String> head =
        client.send(client.request("/explorer/app.js").method("HEAD", BodyPublishers.noBody()));
    assertThat(head.statusCode()).isEqualTo(200);
    assertThat(head.body()).isEmpty();
    assertThat(head.headers().firstValue("Content-Type")).hasValue("text/javascript;charset=utf-8");
    HttpResponse<String> packed =
        client.send(client.request("/explorer/app.js").header("Accept-Encoding", "gzip"));
    assertThat(packed.headers().firstValue("Content-Encoding")).hasValue("gzip");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "index.html",
        "app",
        "../libraries.properties",
        "..%2flibraries.properties",
        "views/../../Files.class",
        "views//runs.js",
        "lib/preact/10.26.4/package.json",
        "lib/../app.js",
        "vendor/",
        ".js",
        "%00.js",
        "app.js%00",
        "app.js;x=1",
      })
  void nothingElseIsServed(String name) throws Exception {
    assertThat(client.get("/explorer/" + name, "*/*").statusCode()).isBetween(400, 404);
  }

  @Test
  void nothingIsTaken() throws Exception {
    HttpResponse<String> answer = client.post("/explorer/", "text/plain", "hello");
    assertThat(answer.statusCode()).isEqualTo(405);
    assertThat(answer.headers().firstValue("Allow")).hasValue("GET, HEAD, OPTIONS");
  }

  private static String path(String address) {
    return URI.create(address).getPath().substring("/provdl".length());
  }
}
