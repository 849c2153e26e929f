package org.provdl.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.StringReader;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.rdf.model.InfModel;
import org.apache.jena.rdf.model.ModelFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.RDF;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.provdl.capture.Capture;
import org.provdl.capture.Dimension;
import org.provdl.capture.QuadSink;
import org.provdl.capture.Split;
import org.provdl.capture.Study;
import org.provdl.queries.BoundQuery;
import org.provdl.queries.CannedQuery;
import org.provdl.queries.Catalogue;
import org.provdl.queries.Format;
import org.provdl.queries.Parameter;
import org.provdl.queries.ResultTable;
import org.provdl.queries.SparqlEndpoint;
import org.provdl.server.ProvenanceServer;
import org.provdl.store.ProvenanceStore;
import org.provdl.vocabulary.Ontology;
import org.provdl.vocabulary.PROV;
import org.provdl.vocabulary.PROVDL;
import org.provdl.vocabulary.RunProperties;

/**
 * Deeplearning4j and Fuseki in one process: their libraries clash over HTTP only, so it is asked
 * over HTTP, for every kind of answer. What is asked about are the three trainings of the Iris
 * example.
 */
class SameProcessIT {

  @TempDir private static Path directory;
  private static ProvenanceStore store;
  private static ProvenanceServer server;

  @BeforeAll
  static void trainAndServe() throws Exception {
    store = ProvenanceStore.openOrCreate(directory.resolve("store"));
    server = ProvenanceServer.builder(store).port(0).start();
    new Example1Iris().train(store);
    search();
  }

  /** A study whose trials are no runs. */
  private static void search() {
    try (Capture capture = Capture.to(QuadSink.store(store));
        Study study =
            Study.builder(capture, "search")
                .maximize("accuracy", Split.TEST)
                .over(Dimension.integers("hidden", 1, 2))
                .grid()
                .withoutProgress()
                .start()) {
      study.run(trial -> 0.5);
    }
  }

  @AfterAll
  static void close() {
    server.close();
    store.close();
  }

  @Test
  void everyQueryOfTheCatalogueAboutAllRunsHasRowsOverHttp() {
    SparqlEndpoint endpoint = SparqlEndpoint.remote(server.queryEndpoint());
    for (String query : new String[] {"list-runs", "best-runs", "trained-models"}) {
      assertThat(Catalogue.standard().query(query).on(endpoint).rows()).as(query).hasSize(3);
    }
  }

  @Test
  void everyQueryOfTheCatalogueAboutOneRunHasRowsOverHttp() {
    SparqlEndpoint endpoint = SparqlEndpoint.remote(server.queryEndpoint());
    Node stepped =
        value(Catalogue.standard().query("best-runs").on(endpoint), "name", "stepped", "run");
    for (String query :
        new String[] {"hyperparameters", "metrics-by-epoch", "adaptations", "iteration-curve"}) {
      assertThat(Catalogue.standard().query(query).with("run", stepped).on(endpoint).rows())
          .as(query)
          .isNotEmpty();
    }
    assertThat(Catalogue.standard().query("adaptations").with("run", stepped).on(endpoint).rows())
        .hasSize(2);
  }

  @Test
  void theCatalogueAnswersOverHttpAsItDoesInJava() throws Exception {
    SparqlEndpoint inJava = SparqlEndpoint.of(store::read);
    for (CannedQuery query : Catalogue.standard().queries()) {
      BoundQuery bound = query.with(Map.of());
      StringBuilder address = new StringBuilder(server.queries() + "/" + query.name() + "?");
      for (Parameter parameter : query.parameters()) {
        if (parameter.required()) {
          String value = valueOf(parameter, inJava);
          bound = bound.with(parameter.name(), value);
          address
              .append(parameter.name())
              .append('=')
              .append(URLEncoder.encode(value, StandardCharsets.UTF_8))
              .append('&');
        }
      }
      ByteArrayOutputStream expected = new ByteArrayOutputStream();
      Format.JSON.write(bound.on(inJava), expected);
      assertThat(get(URI.create(address.toString()), Format.JSON.mediaType()))
          .as(query.name())
          .isEqualTo(expected.toString(StandardCharsets.UTF_8));
    }
  }

  /** What the store has for a parameter that must be given. */
  private static String valueOf(Parameter parameter, SparqlEndpoint endpoint) {
    String first = Cells.iri(rowsOf("list-runs", endpoint).get(0), "run");
    return switch (parameter.type()) {
      case RUN ->
          parameter.name().equals("runB")
              ? Cells.iri(rowsOf("list-runs", endpoint).get(1), "run")
              : first;
      case STUDY -> "search";
      case ENTITY, IRI -> Cells.iri(rowsOf("trained-models", endpoint).get(0), "model");
      case METRIC -> "accuracy";
      case HYPERPARAMETER -> "learningRate";
      case SPLIT -> "test";
      case STATUS -> "completed";
      case INTEGER, DECIMAL -> "1";
      case BOOLEAN -> "true";
      case STRING -> "stepped";
      case DATE_TIME -> "2026-01-01T00:00:00Z";
    };
  }

  private static List<Map<String, Node>> rowsOf(String query, SparqlEndpoint endpoint) {
    return Catalogue.standard().query(query).on(endpoint).rows();
  }

  @Test
  void lineageReachesDataSettingsCodeConfigurationAndPeople() {
    SparqlEndpoint endpoint = SparqlEndpoint.remote(server.queryEndpoint());
    Node model =
        Cells.term(
            Catalogue.standard().query("trained-models").on(endpoint).rows().get(0), "model");
    ResultTable lineage = Catalogue.standard().query("lineage").with("entity", model).on(endpoint);
    assertThat(lineage.rows().stream().map(row -> Cells.iri(row, "kind")))
        .contains(
            PROVDL.Dataset.getURI(),
            PROVDL.DatasetSplit.getURI(),
            PROVDL.HyperparameterSetting.getURI(),
            PROVDL.ModelConfiguration.getURI(),
            PROVDL.TrainingRun.getURI(),
            PROV.Person.getURI(),
            PROV.SoftwareAgent.getURI());
  }

  @Test
  void everyResultFormatAnswers() throws Exception {
    String query =
        URLEncoder.encode("SELECT * { GRAPH ?g { ?s ?p ?o } } LIMIT 3", StandardCharsets.UTF_8);
    for (String type :
        new String[] {
          "application/sparql-results+json", "application/sparql-results+xml", "text/csv"
        }) {
      assertThat(get(URI.create(server.queryEndpoint() + "?query=" + query), type))
          .as(type)
          .isNotBlank();
    }
  }

  @Test
  void everyRdfFormatGivesTheSameGraphOfARun() throws Exception {
    Graph expected = graphOfARun("text/turtle", Lang.TURTLE);
    assertThat(expected.isEmpty()).isFalse();
    assertThat(graphOfARun("application/n-triples", Lang.NTRIPLES).isIsomorphicWith(expected))
        .isTrue();
    assertThat(graphOfARun("application/ld+json", Lang.JSONLD).isIsomorphicWith(expected)).isTrue();
    assertThat(graphOfARun("application/rdf+xml", Lang.RDFXML).isIsomorphicWith(expected)).isTrue();
  }

  @Test
  void theGraphOfARealTrainingMakesSense() throws Exception {
    Graph graph = graphOfARun("text/turtle", Lang.TURTLE);
    graph
        .find()
        .forEachRemaining(triple -> assertThat(hasBlank(triple)).as("%s", triple).isFalse());
    InfModel closed =
        ModelFactory.createRDFSModel(
            Ontology.withImports(), ModelFactory.createModelForGraph(graph));
    Set<Node> activities = instances(closed.getGraph(), PROV.Activity.asNode());
    Set<Node> entities = instances(closed.getGraph(), PROV.Entity.asNode());
    Set<Node> agents = instances(closed.getGraph(), PROV.Agent.asNode());
    assertThat(activities)
        .hasSizeGreaterThan(40)
        .doesNotContainAnyElementsOf(entities)
        .doesNotContainAnyElementsOf(agents);
    assertThat(entities).hasSizeGreaterThan(40).doesNotContainAnyElementsOf(agents);
  }

  @Test
  void everyTermInTheGraphOfARealTrainingIsDefined() throws Exception {
    Graph graph = graphOfARun("text/turtle", Lang.TURTLE);
    Graph ontology = Ontology.model().add(RunProperties.declarations()).getGraph();
    Set<Node> terms = new HashSet<>();
    graph
        .find()
        .forEachRemaining(
            triple -> Set.of(triple.getPredicate(), triple.getObject()).forEach(terms::add));
    terms.removeIf(term -> !term.isURI() || !term.getURI().startsWith(PROVDL.NS));
    assertThat(terms)
        .hasSizeGreaterThan(40)
        .allMatch(term -> ontology.contains(term, RDF.type.asNode(), Node.ANY));
  }

  private static Graph graphOfARun(String type, Lang language) throws Exception {
    ResultTable runs =
        Catalogue.standard().query("list-runs").on(SparqlEndpoint.remote(server.queryEndpoint()));
    String run = Cells.iri(runs.rows().get(0), "run");
    URI address =
        URI.create(server.uri() + "?graph=" + URLEncoder.encode(run, StandardCharsets.UTF_8));
    Graph graph = GraphFactory.createDefaultGraph();
    RDFParser.create().source(new StringReader(get(address, type))).lang(language).parse(graph);
    return graph;
  }

  private static String get(URI address, String type) throws Exception {
    HttpRequest request = HttpRequest.newBuilder(address).header("Accept", type).build();
    HttpResponse<String> response =
        HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
    assertThat(response.statusCode())
        .as("%s as %s: %s", address, type, response.body())
        .isEqualTo(200);
    assertThat(response.headers().firstValue("Content-Type").orElse("")).startsWith(type);
    return response.body();
  }

  private static Node value(ResultTable table, String column, String label, String wanted) {
    return table.rows().stream()
        .filter(row -> Cells.text(row, column).equals(label))
        .map(row -> Cells.term(row, wanted))
        .findFirst()
        .orElseThrow();
  }

  private static Set<Node> instances(Graph graph, Node type) {
    return graph.find(Node.ANY, RDF.type.asNode(), type).mapWith(Triple::getSubject).toSet();
  }

  private static boolean hasBlank(Triple triple) {
    return triple.getSubject().isBlank() || triple.getObject().isBlank();
  }
}
