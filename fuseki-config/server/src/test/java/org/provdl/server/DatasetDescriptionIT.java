package org.provdl.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.provdl.server.Client.encoded;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.RDFNode;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.rdf.model.ResourceFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFLanguages;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.provdl.store.ProvenanceStore;
import org.provdl.vocabulary.Base;
import org.provdl.vocabulary.PROV;
import org.provdl.vocabulary.PROVDL;

/** The service as programs find it that know only its host. */
final class DatasetDescriptionIT {

  private static final String VOID = "http://rdfs.org/ns/void#";
  private static final String SD = "http://www.w3.org/ns/sparql-service-description#";

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
  void theWellKnownAddressLeadsToTheDataset() throws Exception {
    HttpClient following =
        HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NORMAL).build();
    HttpResponse<String> answer =
        following.send(
            HttpRequest.newBuilder(server.uri().resolve("/.well-known/void"))
                .header("Accept", "text/turtle")
                .build(),
            HttpResponse.BodyHandlers.ofString());
    Model model = model(answer, Lang.TURTLE);
    Resource dataset = model.createResource(server.uri() + "/void#dataset");

    assertThat(answer.uri()).isEqualTo(URI.create(server.uri() + "/void"));
    assertThat(model.contains(dataset, RDF.type, model.createResource(VOID + "Dataset"))).isTrue();
    assertThat(model.contains(dataset, DCTerms.title, (RDFNode) null)).isTrue();
    assertThat(values(dataset, VOID + "sparqlEndpoint"))
        .containsExactly(server.queryEndpoint().toString());
    assertThat(values(dataset, VOID + "uriSpace")).containsExactly(Base.DEFAULT);
    assertThat(values(dataset, VOID + "vocabulary")).contains(PROV.NS, PROVDL.NS);
    long graphs = store.read(it -> Iter.count(it.listGraphNodes()));
    assertThat(values(dataset, VOID + "documents")).containsExactly(Long.toString(graphs));
    assertThat(values(dataset, VOID + "feature"))
        .hasSize(6)
        .contains("http://www.w3.org/ns/formats/Turtle", "http://www.w3.org/ns/formats/JSON-LD");
  }

  @Test
  void whatItNamesAnswers() throws Exception {
    Model model = model(client.get("/void", "text/turtle"), Lang.TURTLE);
    Resource dataset = model.createResource(server.uri() + "/void#dataset");
    String example = values(dataset, VOID + "exampleResource").iterator().next();
    String lookup = values(dataset, VOID + "uriLookupEndpoint").iterator().next();
    Resource direct = model.createResource(server.uri() + "/void#provenance");
    String template = values(direct, PROV.NS + "provenanceUriTemplate").iterator().next();
    String endpoint =
        values(model.createResource(server.uri() + "/void#sparql"), SD + "endpoint")
            .iterator()
            .next();

    for (String address :
        List.of(
            lookup + encoded(example),
            template.replace("{?target}", "?target=" + encoded(example)),
            endpoint + "?query=" + encoded("ASK {}"))) {
      assertThat(client.send(HttpRequest.newBuilder(URI.create(address))).statusCode())
          .as(address)
          .isEqualTo(200);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"/query", "/sparql", "/provenance", "/void"})
  void whatIsAskedForNothingDescribesItself(String path) throws Exception {
    Model model = model(client.get(path, "text/turtle"), Lang.TURTLE);

    assertThat(model.isIsomorphicWith(model(client.get("/void", "text/turtle"), Lang.TURTLE)))
        .isTrue();
    Resource service = model.createResource(server.uri() + "/provenance");
    assertThat(
            model.contains(service, RDF.type, model.createResource(PROV.NS + "ServiceDescription")))
        .isTrue();
    assertThat(values(service, PROV.NS + "describesService"))
        .containsExactlyInAnyOrder(
            server.uri() + "/void#provenance", server.uri() + "/void#sparql");
    assertThat(
            values(model.createResource(server.uri() + "/void#sparql"), SD + "supportedLanguage"))
        .containsExactly(SD + "SPARQL11Query");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "application/trig",
        "application/ld+json",
        "application/rdf+xml",
        "application/n-triples",
        "application/n-quads"
      })
  void everyFormSaysTheSame(String type) throws Exception {
    assertThat(
            model(client.get("/void", type), RDFLanguages.contentTypeToLang(type))
                .isIsomorphicWith(model(client.get("/void", "text/turtle"), Lang.TURTLE)))
        .isTrue();
  }

  @Test
  void anEmptyStoreIsDescribedToo(@TempDir Path empty) throws Exception {
    try (ProvenanceStore nothing = ProvenanceStore.openOrCreate(empty.resolve("store"));
        ProvenanceServer other = ProvenanceServer.builder(nothing).port(0).start()) {
      Client asking = new Client(other.uri());
      Model model = model(asking.get("/void", "text/turtle"), Lang.TURTLE);

      assertThat(values(model.createResource(other.uri() + "/void#dataset"), VOID + "documents"))
          .containsExactly("0");
      assertThat(asking.get("/void", "text/html").body()).contains("<h1>What this server has</h1>");
    }
  }

  private static Model model(HttpResponse<String> answer, Lang lang) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return RDFParser.fromString(answer.body(), lang).toModel();
  }

  private static Set<String> values(Resource thing, String property) {
    return thing.listProperties(ResourceFactory.createProperty(property)).toList().stream()
        .map(said -> said.getObject())
        .map(it -> it.isLiteral() ? it.asLiteral().getLexicalForm() : it.toString())
        .collect(Collectors.toSet());
  }
}
