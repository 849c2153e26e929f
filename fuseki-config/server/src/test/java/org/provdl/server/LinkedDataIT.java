package org.provdl.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.provdl.server.Client.encoded;

import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFLanguages;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.util.IsoMatcher;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.provdl.interchange.BundleExport;
import org.provdl.interchange.Document;
import org.provdl.interchange.DocumentSource;
import org.provdl.interchange.Losses;
import org.provdl.interchange.Profile;
import org.provdl.interchange.Syntax;
import org.provdl.store.ProvenanceStore;
import org.provdl.vocabulary.Base;
import org.provdl.vocabulary.PROV;
import org.provdl.vocabulary.PROVDL;

/** The IRIs of a store as programs follow them. */
final class LinkedDataIT {

  private static final String RUN = Base.DEFAULT + "run/" + Documented.RUN;
  private static final String DATA =
      "artifact/sha256-2c26b46b68ffc68ff99b453c1d30413413422d706483bfa0f98a5e886266e7ae";

  @TempDir private static Path directory;
  private static ProvenanceStore store;
  private static ProvenanceServer server;
  private static Client client;

  @BeforeAll
  static void start() {
    store = ProvenanceStore.openOrCreate(directory.resolve("store"));
    Documented.append(store);
    server = ProvenanceServer.builder(store).port(0).start();
    client = new Client(server.uri());
  }

  @AfterAll
  static void stop() {
    server.close();
    store.close();
  }

  @Test
  void everyIriOfTheDocumentedGraphsLeadsToItsDescription() throws Exception {
    Set<String> iris = new TreeSet<>();
    store.<Boolean>read(
        dataset -> {
          dataset
              .find()
              .forEachRemaining(
                  quad ->
                      Stream.of(quad.getSubject(), quad.getObject())
                          .filter(term -> term.isURI() && term.getURI().startsWith(Base.DEFAULT))
                          .forEach(term -> iris.add(term.getURI())));
          return true;
        });
    Set<String> kinds = new TreeSet<>();
    for (String iri : iris) {
      String path = iri.substring(Base.DEFAULT.length() - 1);
      if (path.contains("#")) {
        path = "/provenance?target=" + encoded(iri);
      } else {
        kinds.add(path.substring(1, path.indexOf('/', 1)));
      }
      HttpResponse<String> answer = client.get(path, "application/n-triples");
      assertThat(answer.statusCode()).as(iri).isEqualTo(200);
      assertThat(answer.body()).contains("<" + iri + ">");
    }
    assertThat(kinds).contains("agent", "artifact", "experiment", "parameters", "run", "study");
    assertThat(iris).hasSizeGreaterThan(100);
  }

  @ParameterizedTest
  @CsvSource({
    "text/provenance-notation, PROV_N",
    "application/provenance+json, PROV_JSON",
    "application/provenance+xml, PROV_XML",
    "?format=prov-jsonld, PROV_JSON_LD"
  })
  void aRunIsTheSameInEverySyntaxOfProv(String form, Syntax syntax, @TempDir Path directory)
      throws Exception {
    boolean named = form.startsWith("?");
    HttpResponse<String> answer =
        client.get("/run/" + Documented.RUN + (named ? form : ""), named ? "text/html" : form);
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Content-Type"))
        .hasValueSatisfying(type -> assertThat(type).startsWith(syntax.mediaType()));
    Path file = Files.writeString(directory.resolve("run"), answer.body());
    ByteArrayOutputStream expected = new ByteArrayOutputStream();
    BundleExport export =
        BundleExport.of(Profile.INTERCHANGE, Syntax.N_QUADS, expected, new Losses());
    Node run = NodeFactory.createURI(RUN);
    store.<Boolean>read(
        dataset -> {
          export.begin(Map.of(), List.of(run));
          export.add(run, dataset.getGraph(run));
          export.finish();
          return true;
        });

    DatasetGraph same = DatasetGraphFactory.create();
    RDFParser.fromString(expected.toString(StandardCharsets.UTF_8), Lang.NQUADS).parse(same);
    assertThat(
            IsoMatcher.isomorphic(
                new Document(DocumentSource.of(file), syntax).dataset(new Losses()), same))
        .isTrue();
  }

  @Test
  void whatASyntaxCannotSayIsCountedAndTheWholeIsLinked() throws Exception {
    HttpResponse<String> run = client.get("/run/" + Documented.RUN, Syntax.PROV_JSON.mediaType());
    assertThat(run.headers().firstValue("Provdl-Unsaid")).isEmpty();
    assertThat(header(run, "Link")).doesNotContain("alternate");

    Node metric = NodeFactory.createURI(Base.DEFAULT + "metric/dice");
    Node graph = NodeFactory.createURI(Base.DEFAULT + "document/metrics");
    Node label = NodeFactory.createLiteralString("dice");
    store.append(
        List.of(
            Quad.create(graph, metric, RDF.type.asNode(), PROVDL.Metric.asNode()),
            Quad.create(graph, metric, RDFS.label.asNode(), label)));
    HttpResponse<String> unknown = client.get("/metric/dice", Syntax.PROV_JSON.mediaType());
    assertThat(header(unknown, "Provdl-Unsaid")).isEqualTo("2");
    String whole = "/provenance?target=" + encoded(metric.getURI()) + "&format=trig";
    assertThat(header(unknown, "Link"))
        .contains("/provdl" + whole + ">; rel=\"alternate\"; type=\"application/trig\"");
    assertThat(client.get(whole, "*/*").body()).contains("\"dice\"");
    assertThat(client.get("/metric/dice", "application/trig").headers().map())
        .doesNotContainKey("provdl-unsaid");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "text/turtle",
        "application/trig",
        "application/ld+json",
        "application/rdf+xml",
        "application/n-triples",
        "application/n-quads"
      })
  void aRunIsItsGraphInEveryForm(String type) throws Exception {
    DatasetGraph expected = DatasetGraphFactory.create();
    Node run = NodeFactory.createURI(RUN);
    store.<Boolean>read(
        dataset -> {
          dataset.find(run, Node.ANY, Node.ANY, Node.ANY).forEachRemaining(expected::add);
          return true;
        });

    assertSame(expected, client.get("/run/" + Documented.RUN, type), type);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "text/turtle",
        "application/trig",
        "application/ld+json",
        "application/rdf+xml",
        "application/n-triples",
        "application/n-quads"
      })
  void anythingElseIsWhatAllGraphsSayOfItAndWhatRefersToIt(String type) throws Exception {
    Node data = NodeFactory.createURI(Base.DEFAULT + DATA);
    DatasetGraph expected = DatasetGraphFactory.create();
    store.<Boolean>read(
        dataset -> {
          dataset.find(Node.ANY, data, Node.ANY, Node.ANY).forEachRemaining(expected::add);
          dataset.find(Node.ANY, Node.ANY, Node.ANY, data).forEachRemaining(expected::add);
          return true;
        });
    assertThat(Iter.count(expected.listGraphNodes())).isGreaterThan(1);

    assertSame(expected, client.get("/" + DATA, type), type);
    assertSame(expected, client.get("/provenance?target=" + encoded(data.getURI()), type), type);
  }

  private static void assertSame(DatasetGraph expected, HttpResponse<String> answer, String type) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    assertThat(header(answer, "Content-Type")).startsWith(type);
    Lang lang = RDFLanguages.contentTypeToLang(type);
    DatasetGraph actual =
        RDFParser.fromString(answer.body(), lang).base("x:other").toDatasetGraph();
    if (RDFLanguages.isQuads(lang) && !lang.equals(Lang.JSONLD)) {
      assertThat(IsoMatcher.isomorphic(expected, actual)).isTrue();
    } else {
      DatasetGraph triples = DatasetGraphFactory.create();
      expected.find().forEachRemaining(quad -> triples.getDefaultGraph().add(quad.asTriple()));
      assertThat(actual.getDefaultGraph().isIsomorphicWith(triples.getDefaultGraph())).isTrue();
      assertThat(Iter.count(actual.listGraphNodes())).isZero();
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "*/*                                | text/turtle;charset=utf-8",
        "text/html,application/xhtml+xml,*/*;q=0.8 | text/html;charset=utf-8",
        "application/ld+json;q=0.9, text/turtle;q=0.1 | application/ld+json",
        "text/turtle;q=0, application/*     | application/trig",
      })
  void theHeaderAcceptChooses(String accept, String type) throws Exception {
    HttpResponse<String> answer = client.get("/run/" + Documented.RUN, accept);

    assertThat(header(answer, "Content-Type")).isEqualToIgnoringCase(type);
    assertThat(header(answer, "Vary")).isEqualTo("Accept");
    assertThat(header(answer, "X-Content-Type-Options")).isEqualTo("nosniff");
  }

  @Test
  void theFormatHasTheLastWord() throws Exception {
    HttpResponse<String> answer =
        client.get("/run/" + Documented.RUN + "?format=nquads", "text/html");

    assertThat(header(answer, "Content-Type")).isEqualTo("application/n-quads");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/run/01JD8XNOTHING                | text/turtle | 404",
        "/artifact/sha256-0                | text/html   | 404",
        "/run/                             | text/turtle | 404",
        "/runs/x                           | text/turtle | 404",
        "/run/" + Documented.RUN + "       | image/png   | 406",
        "/run/" + Documented.RUN + "?format=png | */*    | 400",
        "/run/" + Documented.RUN + "?graph=x:y  | */*    | 400",
        "/run/" + Documented.RUN + "/      | text/turtle | 404",
        "/run/../experiment/nothing        | text/turtle | 404",
        "/run/%2e%2e/%2e%2e/etc/passwd     | text/turtle | 400",
        "/run/..%2f..%2fetc                | text/turtle | 400",
        "/run/a%00b                        | text/turtle | 400",
        "/run/a%0d%0aSet-Cookie:%20x       | text/turtle | 400",
        "/run/%3Cscript%3E                 | text/html   | 404",
        "/run/%FF                          | text/turtle | 400",
        "/provenance?target=               | text/turtle | 400",
        "/provenance?target=nothing        | text/turtle | 400",
        "/provenance?target=/etc/passwd    | text/turtle | 400",
        "/provenance?target=x:a%20b        | text/turtle | 400",
        "/provenance?target=x:a%0Ab        | text/turtle | 400",
        "/provenance?target=x:%3Ca%3E      | text/turtle | 400",
        "/provenance?target=x:a&target=x:b | text/turtle | 400",
        "/provenance?target=javascript:alert(1) | text/html | 404",
        "/provenance?target=file:///etc/passwd  | text/turtle | 404",
        "/provenance?target=urn:x-arq:DefaultGraph | text/turtle | 404",
        "/provenance?target=urn:x-arq:DefaultGraphNode | text/turtle | 404",
        "/provenance?target=urn:x-arq:UnionGraph | text/turtle | 404",
        "/provenance?format=turtle         | text/turtle | 400",
      })
  void whatIsNotKnownOrNoIriIsRefused(String path, String accept, int status) throws Exception {
    try (Wire wire = new Wire(server)) {
      wire.send(
          "GET /provdl%s HTTP/1.1\r\nHost: localhost\r\nAccept: %s\r\n\r\n"
              .formatted(path, accept));
      Wire.Answer answer = wire.answer();

      assertThat(answer.status()).as(answer.body()).isEqualTo(status);
      assertThat(answer.headers()).doesNotContainKeys("set-cookie", "etag");
      assertThat(answer.body()).doesNotContain("<script");
    }
  }

  @Test
  void anIriOfAnyLengthIsRefused() throws Exception {
    String name = "x".repeat(3_000);

    assertThat(client.get("/run/" + name, "*/*").statusCode()).isEqualTo(404);
    assertThat(client.get("/provenance?target=x:" + name, "*/*").statusCode()).isEqualTo(400);
  }

  @ParameterizedTest
  @ValueSource(strings = {"POST", "PUT", "DELETE", "PATCH"})
  void descriptionsAreRead(String method) throws Exception {
    for (String path :
        new String[] {"/run/" + Documented.RUN, "/provenance", "/void", "/ontology"}) {
      HttpResponse<String> answer =
          client.send(client.request(path).method(method, BodyPublishers.ofString("x")));

      assertThat(answer.statusCode()).isEqualTo(405);
      assertThat(header(answer, "Allow")).isEqualTo("GET, HEAD, OPTIONS");
    }
  }

  @Test
  void theIriItselfIsTheAddressWhereItsHostIsThisServer() throws Exception {
    String base = server.uri() + "/";
    Node experiment = NodeFactory.createURI(base + "experiment/" + Base.segment("bücher & co, 50"));
    Node run = NodeFactory.createURI(base + "run/own");
    store.append(List.of(new Quad(run, run, RDFS.seeAlso.asNode(), experiment)));

    HttpResponse<String> answer =
        client.send(
            HttpRequest.newBuilder(URI.create(URI.create(experiment.getURI()).toASCIIString()))
                .header("Accept", "application/n-triples"));

    assertThat(answer.body())
        .isEqualTo(
            "<%s> <%s> <%s> .\n"
                .formatted(run.getURI(), RDFS.seeAlso.getURI(), experiment.getURI()));
  }

  @Test
  void aPathWithSeveralMeaningsIsForTheClientToChoose(@TempDir Path merged) throws Exception {
    try (ProvenanceStore two = ProvenanceStore.openOrCreate(merged.resolve("store"))) {
      for (String host : new String[] {"one", "two"}) {
        Node run = NodeFactory.createURI("https://" + host + ".example/p/run/" + host);
        two.append(
            List.of(
                new Quad(
                    run,
                    run,
                    PROV.wasAttributedTo.asNode(),
                    NodeFactory.createURI("https://" + host + ".example/p/agent/person/ada"))));
      }
      try (ProvenanceServer other = ProvenanceServer.builder(two).port(0).start()) {
        Client asking = new Client(other.uri());
        HttpResponse<String> answer = asking.get("/agent/person/ada", "text/turtle");

        assertThat(answer.statusCode()).isEqualTo(300);
        assertThat(answer.body())
            .contains("https://one.example/p/agent/person/ada", "https://two.example/p/agent");
        assertThat(asking.get("/run/one", "text/turtle").body()).contains("one.example");
        assertThat(
                asking
                    .get(
                        "/provenance?target=" + encoded("https://two.example/p/agent/person/ada"),
                        "application/n-triples")
                    .body())
            .contains("two.example")
            .doesNotContain("one.example");
      }
    }
  }

  @Test
  void aDescriptionIsBoundedAndSaysSo() throws Exception {
    Node graph = NodeFactory.createURI(Base.DEFAULT + "run/many");
    Node agent = NodeFactory.createURI(Base.DEFAULT + "agent/person/everybody");
    store.append(
        IntStream.range(0, Description.MOST + 1)
            .mapToObj(
                i ->
                    new Quad(
                        graph,
                        NodeFactory.createURI(graph.getURI() + "#" + i),
                        PROV.wasAttributedTo.asNode(),
                        agent))
            .toList());

    List<String> lines =
        client.get("/agent/person/everybody", "application/n-triples").body().lines().toList();

    assertThat(lines).hasSize(Description.MOST + 1);
    assertThat(lines)
        .filteredOn(line -> line.contains("rdf-schema#comment"))
        .singleElement()
        .asString()
        .startsWith("<" + server.uri() + "/provenance?target=");
    assertThat(client.get("/run/many", "application/n-triples").body().lines())
        .hasSize(Description.MOST + 1);
  }

  @Test
  void aFormThatCannotHoldTheGraphSaysSo() throws Exception {
    Node run = NodeFactory.createURI(Base.DEFAULT + "run/odd");
    store.append(List.of(new Quad(run, run, NodeFactory.createURI("http://example.org/1"), run)));
    HttpResponse<String> answer = client.get("/run/odd", "application/rdf+xml");

    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.body()).contains("cannot be written as RDF/XML");
    assertThat(client.get("/run/odd", "text/turtle").statusCode()).isEqualTo(200);
  }

  @Test
  void anAnswerThatIsKnownIsNotSentAgain() throws Exception {
    Node run = NodeFactory.createURI(Base.DEFAULT + "run/growing");
    store.append(List.of(new Quad(run, run, RDFS.label.asNode(), run)));
    HttpResponse<String> first = client.get("/run/growing", "text/turtle");
    String tag = header(first, "ETag");

    assertThat(tag).matches("\"[0-9a-f]{64}\"");
    assertThat(header(first, "Last-Modified")).isEmpty();
    assertThat(header(first, "Cache-Control")).isEqualTo("no-cache");
    for (String known : new String[] {tag, "W/" + tag, "\"x\", " + tag, "*"}) {
      HttpResponse<String> same = conditional("/run/growing", known);
      assertThat(same.statusCode()).isEqualTo(304);
      assertThat(same.body()).isEmpty();
      assertThat(header(same, "ETag")).isEqualTo(tag);
      assertThat(header(same, "Vary")).isEqualTo("Accept");
    }
    assertThat(conditional("/run/growing", "\"x\"").statusCode()).isEqualTo(200);
    assertThat(header(client.get("/run/growing", "application/trig"), "ETag")).isNotEqualTo(tag);
    store.append(List.of(new Quad(run, run, RDFS.comment.asNode(), run)));
    HttpResponse<String> later = conditional("/run/growing", tag);
    assertThat(later.statusCode()).isEqualTo(200);
    assertThat(later.body()).contains("comment");
  }

  private static HttpResponse<String> conditional(String path, String tag) throws Exception {
    return client.send(
        client.request(path).header("Accept", "text/turtle").header("If-None-Match", tag));
  }

  @Test
  void headSaysWhatGetWouldSend() throws Exception {
    for (String path : new String[] {"/run/" + Documented.RUN, "/" + DATA, "/void", "/ontology"}) {
      HttpResponse<String> get = client.get(path, "text/turtle");
      HttpResponse<String> head =
          client.send(
              client
                  .request(path)
                  .header("Accept", "text/turtle")
                  .method("HEAD", BodyPublishers.noBody()));

      assertThat(head.statusCode()).isEqualTo(200);
      assertThat(head.body()).isEmpty();
      for (String name : new String[] {"Content-Length", "Content-Type", "ETag", "Link"}) {
        assertThat(header(head, name)).isEqualTo(header(get, name));
      }
    }
  }

  @Test
  void theAnswerLeadsToTheProvenance() throws Exception {
    String service = server.uri() + "/provenance";
    HttpResponse<String> artifact = client.get("/" + DATA, "text/turtle");

    assertThat(header(artifact, "Link"))
        .isEqualTo(
            "<%1$s?target=%2$s>; rel=\"http://www.w3.org/ns/prov#has_provenance\"; anchor=\"%3$s\", <%1$s>; rel=\"http://www.w3.org/ns/prov#has_query_service\""
                .formatted(service, encoded(Base.DEFAULT + DATA), Base.DEFAULT + DATA));
    assertThat(header(artifact, "Content-Location"))
        .isEqualTo("/provdl/provenance?target=" + encoded(Base.DEFAULT + DATA));
    assertThat(header(client.get("/run/" + Documented.RUN, "text/html"), "Link"))
        .contains("has_provenance");
  }

  private static String header(HttpResponse<String> answer, String name) {
    return answer.headers().firstValue(name).orElse("");
  }
}
