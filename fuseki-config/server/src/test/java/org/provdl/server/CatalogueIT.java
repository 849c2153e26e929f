package org.provdl.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.provdl.server.Client.encoded;

import java.io.ByteArrayOutputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonObject;
import org.apache.jena.atlas.json.JsonValue;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.provdl.queries.CannedQuery;
import org.provdl.queries.Catalogue;
import org.provdl.queries.Format;
import org.provdl.queries.SparqlEndpoint;
import org.provdl.store.ProvenanceStore;

/** The catalogue as programs use it. */
final class CatalogueIT {

  private static final Catalogue STANDARD = Catalogue.standard();

  @TempDir private static Path directory;
  private static ProvenanceStore store;
  private static ProvenanceServer server;
  private static Client client;

  @BeforeAll
  static void start() throws Exception {
    store = ProvenanceStore.openOrCreate(directory.resolve("store"));
    Documented.append(store);
    Path own = Files.createDirectories(directory.resolve("own/mine"));
    Files.writeString(
        own.resolve("labels.rq"),
        """
        #+ title: Labels
        #+ question: What is called how?
        #+ parameters:
        #+   labels: {type: string, list: true, meaning: which of them}
        #+ columns:
        #+   label: the label
        SELECT DISTINCT ?label { VALUES ?labels { UNDEF } ?thing <http://www.w3.org/2000/01/rdf-schema#label> ?label FILTER(!BOUND(?labels) || ?labels = ?label) } ORDER BY ?label
        """);
    Files.writeString(
        own.resolve("elsewhere.rq"),
        """
        #+ title: Elsewhere
        #+ question: What does another server know?
        #+ columns:
        #+   thing: a thing
        SELECT ?thing { SERVICE <http://127.0.0.1:1/> { ?thing ?p ?o } }
        """);
    server =
        ProvenanceServer.builder(store)
            .catalogue(STANDARD.plus(directory.resolve("own")))
            .port(0)
            .start();
    client = new Client(server.uri());
  }

  @AfterAll
  static void stop() {
    server.close();
    store.close();
  }

  static List<CannedQuery> queries() {
    return List.copyOf(STANDARD.queries());
  }

  @ParameterizedTest
  @MethodSource("queries")
  void everyQueryAnswersOverHttpAsInJava(CannedQuery query) throws Exception {
    String address =
        query.example().entrySet().stream()
            .map(value -> "&" + value.getKey() + "=" + encoded(value.getValue()))
            .collect(Collectors.joining());
    for (Format format : Format.values()) {
      if (format == Format.HTML) {
        continue;
      }
      ByteArrayOutputStream expected = new ByteArrayOutputStream();
      format.write(query.with(query.example()).on(SparqlEndpoint.of(store::read)), expected);
      String name = format.name().toLowerCase(Locale.ROOT);
      HttpResponse<String> answer =
          client.get("/queries/" + query.name() + "?format=" + name + address, "*/*");

      assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
      assertThat(answer.body()).isEqualTo(expected.toString(UTF_8));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "text/csv, text/csv;charset=utf-8",
    "application/sparql-results+json, application/sparql-results+json",
    "application/json, application/json",
    "*/*, application/sparql-results+json",
    "text/markdown, text/markdown;charset=utf-8",
    "text/plain, text/plain;charset=utf-8",
    "text/html, text/html;charset=utf-8",
  })
  void theHeaderAcceptChoosesTheForm(String accept, String type) throws Exception {
    HttpResponse<String> answer = client.get("/queries/list-runs", accept);

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(header(answer, "Content-Type")).isEqualToIgnoringCase(type);
    assertThat(header(answer, "Vary")).isEqualTo("Accept");
    assertThat(header(answer, "X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(answer.body()).contains(Documented.RUN);
  }

  @Test
  void theListHoldsAllThatAHeaderSays() throws Exception {
    JsonObject query = requireNonNull(listed("?search=adaptations").get("adaptations"));

    assertThat(text(query, "href")).isEqualTo("/provdl/queries/adaptations");
    assertThat(text(query, "sparql")).isEqualTo("/provdl/queries/adaptations.rq");
    assertThat(query.get("parameters").getAsArray().get(0).getAsObject())
        .hasToString(
            JSON.parse(
                    "{\"name\":\"run\",\"meaning\":\"the run\",\"type\":\"run\",\"list\":false,\"required\":true}")
                .toString());
    assertThat(query.get("columns").getAsArray().stream().map(it -> text(it, "name")))
        .containsExactlyElementsOf(
            STANDARD.query("adaptations").columns().stream().map(it -> it.name()).toList());
  }

  @Test
  void theListHasEveryQueryAndThoseOfTheUser() throws Exception {
    assertThat(listed("").keySet())
        .containsAll(STANDARD.queries().stream().map(CannedQuery::name).toList())
        .contains("labels", "elsewhere")
        .hasSize(STANDARD.queries().size() + 2);
  }

  @Test
  void wordsAndSubjectsSelect() throws Exception {
    assertThat(listed("?search=BEST%20runs")).containsKey("best-runs").doesNotContainKey("labels");
    assertThat(listed("?search=nothing-like-this")).isEmpty();
    assertThat(listed("?run=x%26y"))
        .containsKey("adaptations")
        .doesNotContainKeys("compare-runs", "list-runs");
    assertThat(text(requireNonNull(listed("?run=x%26y").get("adaptations")), "href"))
        .isEqualTo("/provdl/queries/adaptations?run=x%26y");
  }

  @Test
  void theTextOfAQueryIsSparql() throws Exception {
    HttpResponse<String> text = client.get("/queries/best-runs.rq", "*/*");

    assertThat(header(text, "Content-Type")).isEqualTo("application/sparql-query");
    assertThat(text.body()).isEqualTo(STANDARD.query("best-runs").text());
  }

  @Test
  void theTextOfAQueryHasTheValuesThatAreGiven() throws Exception {
    assertThat(client.get("/queries/best-runs.rq?metric=loss&limit=3", "*/*").body())
        .isEqualTo(
            STANDARD
                .query("best-runs")
                .with(Map.of("metric", "loss", "limit", "3"))
                .toQuery()
                .serialize());
  }

  @Test
  void listsAreGivenAsRepeatedParametersOrWithCommas() throws Exception {
    String all = client.get("/queries/labels", "text/csv").body();
    List<String> labels = all.lines().skip(1).limit(2).toList();
    assertThat(labels).hasSize(2);

    for (String given :
        new String[] {
          "?labels=" + encoded(labels.get(0)) + "&labels=" + encoded(labels.get(1)),
          "?labels=" + encoded(String.join(",", labels))
        }) {
      assertThat(client.get("/queries/labels" + given, "text/csv").body().lines().skip(1))
          .isEqualTo(labels);
    }
  }

  @Test
  void anEmptyFieldOfAFormSaysNothing() throws Exception {
    assertThat(client.get("/queries/list-runs?limit=", "text/csv").body())
        .isEqualTo(client.get("/queries/list-runs", "text/csv").body());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/queries/best-run               | 404 | There is no query 'best-run'; the nearest names are best-runs",
        "/queries/best-run.rq            | 404 | There is no query 'best-run'",
        "/queries/a/b                    | 404 | There is no query 'a/b'",
        "/queries/adaptations            | 400 | Query 'adaptations' needs the parameter 'run'",
        "/queries/adaptations?run=nobody | 400 | nobody",
        "/queries/best-runs?limit=many   | 400 | Parameter 'limit' of query 'best-runs' takes an integer",
        "/queries/best-runs?limit=0      | 400 | a limit must be at least 1",
        "/queries/best-runs?limit=1&limit=2 | 400 | takes one value, not 2",
        "/queries/best-runs?format=json&format=csv | 400 | The parameter format takes one value, not 2.",
        "/queries/best-runs?limits=1     | 400 | Query 'best-runs' has no parameter 'limits'; it takes metric, split, worst, experiment",
        "/queries/best-runs?format=xml   | 400 | The parameter format is one of json, html, csv, markdown, table.",
        "/queries?serach=x               | 400 | The parameters here are run, study, search, format.",
        "/queries/best-runs.rq?limits=1  | 400 | Query 'best-runs' has no parameter 'limits'",
        "/queries/adaptations.rq?metric=loss | 400 | Query 'adaptations' needs the parameter 'run'",
      })
  void whatCannotBeAnsweredIsSaid(String path, int status, String detail) throws Exception {
    HttpResponse<String> answer = client.get(path, "text/csv, application/json;q=0.5, */*;q=0.1");

    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(header(answer, "Content-Type")).isEqualTo("application/problem+json");
    JsonObject problem = JSON.parse(answer.body());
    assertThat(problem.getNumber("status").intValue()).isEqualTo(status);
    assertThat(text(problem, "detail")).contains(detail);
  }

  @Test
  void tooManyAndTooLongParametersAreRefused() throws Exception {
    assertThat(client.get("/queries/labels?labels=x" + "&labels=x".repeat(50), "*/*").body())
        .contains("There are more than 50 parameters.");
    assertThat(client.get("/queries/labels?labels=" + "x".repeat(10_001), "*/*").body())
        .contains("it is longer than 10000 characters");
    assertThat(client.get("/queries?search=" + "x".repeat(201), "*/*").statusCode()).isEqualTo(400);
  }

  @Test
  void whoeverLikesNoFormIsToldTheForms() throws Exception {
    HttpResponse<String> answer = client.get("/queries/list-runs", "image/png");

    assertThat(answer.statusCode()).isEqualTo(406);
    assertThat(answer.body()).contains("text/csv");
  }

  @ParameterizedTest
  @ValueSource(strings = {"POST", "PUT", "DELETE", "PATCH", "TRACE", "NONSENSE"})
  void questionsAreAskedWithGet(String method) throws Exception {
    for (String path : new String[] {"/queries", "/queries/list-runs", "/openapi.json"}) {
      HttpResponse<String> answer =
          client.send(client.request(path).method(method, BodyPublishers.noBody()));

      assertThat(answer.statusCode()).isEqualTo(405);
      assertThat(header(answer, "Allow")).isEqualTo("GET, HEAD, OPTIONS");
    }
  }

  @Test
  void headSaysWhatGetWouldSendAndOptionsWhatThereIs() throws Exception {
    HttpResponse<String> get = client.get("/queries/list-runs", "text/csv");
    HttpResponse<String> head =
        client.send(
            client
                .request("/queries/list-runs")
                .header("Accept", "text/csv")
                .method("HEAD", BodyPublishers.noBody()));
    HttpResponse<String> options =
        client.send(client.request("/queries").method("OPTIONS", BodyPublishers.noBody()));

    assertThat(head.body()).isEmpty();
    assertThat(header(head, "Content-Length")).isEqualTo(header(get, "Content-Length"));
    assertThat(header(head, "Content-Type")).isEqualTo(header(get, "Content-Type"));
    assertThat(options.statusCode()).isEqualTo(200);
    assertThat(header(options, "Allow")).isEqualTo("GET, HEAD, OPTIONS");
  }

  @Test
  void otherServersAreNotAskedAndAFailureTellsNothingOfTheInside() throws Exception {
    HttpResponse<String> answer = client.get("/queries/elsewhere", "*/*");

    assertThat(answer.statusCode()).isEqualTo(500);
    assertThat(text(JSON.parse(answer.body()), "detail"))
        .isEqualTo("The server failed; its log says why.");
  }

  @Test
  void aQueryWhoseParameterIsCalledFormatIsRefusedAtTheStart(@TempDir Path folder)
      throws Exception {
    Files.writeString(
        folder.resolve("files.rq"),
        """
        #+ title: Files
        #+ question: Which files have a format?
        #+ parameters:
        #+   format: {type: string, meaning: the format}
        #+ columns:
        #+   file: a file
        SELECT ?file { ?file <http://purl.org/dc/terms/format> ?format }
        """);
    ProvenanceServer.Builder builder =
        ProvenanceServer.builder(store).catalogue(Catalogue.of(folder)).port(0);

    assertThatIllegalArgumentException()
        .isThrownBy(builder::start)
        .withMessageStartingWith("The query files cannot be served: its parameter format");
  }

  @Test
  void parametersThatAreNotEncodedAreRefused() throws Exception {
    try (Wire wire = new Wire(server)) {
      wire.send("GET /provdl/queries/list-runs?limit=%ZZ HTTP/1.1\r\nHost: localhost\r\n\r\n");
      assertThat(wire.answer().status()).isEqualTo(400);
    }
  }

  @Test
  void webPagesOfOthersAreRefusedHereToo() throws Exception {
    try (Wire wire = new Wire(server)) {
      wire.send("GET /provdl/queries HTTP/1.1\r\nHost: evil.example\r\n\r\n");
      assertThat(wire.answer().status()).isEqualTo(421);
    }
  }

  private static Map<String, JsonObject> listed(String search) throws Exception {
    HttpResponse<String> answer = client.get("/queries" + search, "application/json");
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return JSON.parse(answer.body()).get("themes").getAsArray().stream()
        .flatMap(theme -> theme.getAsObject().get("queries").getAsArray().stream())
        .map(JsonValue::getAsObject)
        .collect(Collectors.toMap(query -> text(query, "name"), query -> query));
  }

  private static String text(JsonValue json, String key) {
    return json.getAsObject().get(key).getAsString().value();
  }

  private static String header(HttpResponse<?> answer, String name) {
    return answer.headers().firstValue(name).orElse("");
  }
}
