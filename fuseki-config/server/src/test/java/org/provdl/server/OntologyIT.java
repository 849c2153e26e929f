package org.provdl.server;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFLanguages;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.vocabulary.OWL2;
import org.apache.jena.vocabulary.RDF;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.provdl.store.ProvenanceStore;
import org.provdl.vocabulary.Ontology;
import org.provdl.vocabulary.PROVDL;

/** The ontology at its address. */
final class OntologyIT {

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
  @ValueSource(
      strings = {
        "text/turtle",
        "application/trig",
        "application/ld+json",
        "application/rdf+xml",
        "application/n-triples",
        "application/n-quads"
      })
  void itIsTheSameInEveryForm(String type) throws Exception {
    HttpResponse<String> answer = client.get("/ontology", type);
    Model model =
        RDFParser.fromString(answer.body(), RDFLanguages.contentTypeToLang(type)).toModel();

    assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith(type);
    assertThat(model.isIsomorphicWith(Ontology.model())).isTrue();
  }

  static List<String> alignments() {
    return Ontology.ALIGNMENTS;
  }

  @ParameterizedTest
  @MethodSource("alignments")
  void howItRelatesToAnotherVocabularyIsAGraphOfItsOwn(String name) throws Exception {
    HttpResponse<String> answer = client.get("/ontology/alignments/" + name, "text/turtle");

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(
            RDFParser.fromString(answer.body(), Lang.TURTLE)
                .toModel()
                .isIsomorphicWith(Ontology.alignment(name)))
        .isTrue();
    assertThat(page().select("a[href$=/ontology/alignments/%s]".formatted(name))).hasSize(1);
  }

  @Test
  void anotherAlignmentIsNotFound() throws Exception {
    assertThat(client.get("/ontology/alignments/none", "text/turtle").statusCode()).isEqualTo(404);
  }

  @Test
  void theDiagramLeadsToEveryClass() throws Exception {
    Document page = page();
    Set<String> classes =
        Ontology.model().listSubjectsWithProperty(RDF.type, OWL2.Class).toList().stream()
            .filter(type -> type.isURIResource() && type.getURI().startsWith(PROVDL.NS))
            .map(type -> "#" + type.getURI().substring(PROVDL.NS.length()))
            .collect(Collectors.toSet());

    assertThat(page.select("figure svg a").eachAttr("href"))
        .containsExactlyInAnyOrderElementsOf(classes);
    assertThat(page.select("figure svg title").text()).contains("classes of PROV-DL");
    assertThat(page.select("figure svg style, figure svg script, figure [style]")).isEmpty();
  }

  @Test
  void everyTermHasItsAnchorAndNoAnchorIsThereTwice() throws Exception {
    Document page = page();
    Set<String> terms =
        Ontology.model().listSubjects().toList().stream()
            .filter(term -> term.isURIResource() && term.getURI().startsWith(PROVDL.NS))
            .map(term -> term.getURI().substring(PROVDL.NS.length()))
            .collect(Collectors.toSet());

    assertThat(page.select("article").eachAttr("id")).containsExactlyInAnyOrderElementsOf(terms);
    assertThat(page.select("[id]").eachAttr("id")).doesNotHaveDuplicates();
    assertThat(page.select("a[href^=#]"))
        .hasSizeGreaterThan(terms.size())
        .allSatisfy(
            link ->
                assertThat(page.getElementById(link.attr("href").substring(1)))
                    .as(link.attr("href"))
                    .isNotNull());
  }

  @Test
  void aTermIsDefinedAndRelatedToOthers() throws Exception {
    Document page = page();
    Element run = page.selectXpath("//article[@id='TrainingRun']").get(0);

    assertThat(run.select("h3 .hint").text()).isEqualTo("training run");
    assertThat(run.select("p").text()).startsWith("One execution of training");
    assertThat(facts(run, "is a kind of")).containsExactly("mls:Run", "prov:Activity");
    assertThat(run.select("a[href=http://www.w3.org/ns/prov#Activity]")).hasSize(1);
    assertThat(facts(run, "elsewhere nearly"))
        .containsExactly("annett-o:TrainingSession", "provone:Execution", "schema:CreateAction");
    assertThat(facts(run, "has")).contains("epochCount", "settingsSha256");
    assertThat(facts(page.selectXpath("//article[@id='labels']").get(0), "is said of"))
        .containsExactly("ConfusionMatrix", "DatasetSplit", "MetricBreakdown");
    assertThat(facts(page.selectXpath("//article[@id='accuracy']").get(0), "higher is better"))
        .containsExactly("true");
  }

  @Test
  void thePageIsReadableByMachinesThatReadAloud() throws Exception {
    Document page = page();

    assertThat(page.select("h1")).hasSize(1);
    assertThat(page.select("html").attr("lang")).isEqualTo("en");
    assertThat(page.select("nav:not([aria-label])")).hasSizeLessThanOrEqualTo(1);
    assertThat(page.select("a")).noneMatch(link -> link.text().isBlank());
    assertThat(page.select("h2").eachText())
        .containsExactly(
            "Classes",
            "Relations",
            "Properties with values",
            "Individuals: hyperparameter",
            "Individuals: metric",
            "Individuals: role",
            "Individuals: run status",
            "Individuals: split role",
            "Individuals: transfer status");
  }

  private static List<String> facts(Element term, String name) {
    return term.select("dt").stream()
        .filter(it -> it.text().equals(name))
        .flatMap(
            it -> requireNonNull(it.nextElementSibling()).select("a, span").eachText().stream())
        .toList();
  }

  private static Document page() throws Exception {
    HttpResponse<String> answer = client.get("/ontology", "text/html");
    assertThat(answer.statusCode()).isEqualTo(200);
    return Jsoup.parse(answer.body());
  }
}
