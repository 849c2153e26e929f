package org.provdl.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.provdl.server.Client.encoded;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.provdl.store.ProvenanceStore;
import org.provdl.vocabulary.Base;

/** The IRIs of a store as people with a browser follow them. */
final class ThingPagesIT {

  private static final String BROWSER = "text/html,application/xhtml+xml,*/*;q=0.8";
  private static final String RUN = Base.DEFAULT + "run/" + Documented.RUN;
  private static final String EVIL = "<script>alert('1')</script>\" onload='x'";

  @TempDir private static Path directory;
  private static ProvenanceStore store;
  private static ProvenanceServer server;
  private static Client client;

  @BeforeAll
  static void start() {
    store = ProvenanceStore.openOrCreate(directory.resolve("store"));
    Documented.append(store);
    store.append(
        Documented.quads(
            RDFParser.fromString(
                """
                PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
                PREFIX prov: <http://www.w3.org/ns/prov#>
                BASE <http://localhost:3030/provdl/run/evil>
                GRAPH <> {
                  <> a <javascript:alert(1)> ;
                    rdfs:label "<script>alert('1')</script>\\" onload='x'" ;
                    prov:used <javascript:alert(2)> , <data:text/html,x> , <https://evil.example/> ;
                    <javascript:alert(3)> "<img src=x onerror=alert(4)>" , "%s" .
                  <#training> a prov:Activity .
                }
                """
                    .formatted("x".repeat(5_000)),
                Lang.TRIG)));
    server = ProvenanceServer.builder(store).port(0).start();
    client = new Client(server.uri());
  }

  @AfterAll
  static void stop() {
    server.close();
    store.close();
  }

  @Test
  void aRunShowsWhatItIsAndLeadsOn() throws Exception {
    Document page = page("/run/" + Documented.RUN);

    assertThat(page.select("h1").text()).isEqualTo("digits");
    assertThat(page.select(".class").eachText()).containsExactly("prov:Entity", "prov:Bundle");
    assertThat(page.select(".iri").text()).isEqualTo(RUN);
    assertThat(page.select(".actions a").eachAttr("href"))
        .containsExactly(
            "/provdl/explorer/#/run?iri=" + encoded(RUN), "/provdl/queries?run=" + encoded(RUN));
    assertThat(page.select("h2").eachText())
        .startsWith("What is said of it", "The training", "In its graph");
    assertThat(values(page, "provdl:status")).containsExactly("provdl:completed");
    assertThat(values(page, "provdl:Epoch")).containsExactly("2");
    assertThat(values(page, "is provdl:hasRun of"))
        .containsExactly("study/01JD8W0000000000000000000S#trial-1 digits search, trial 1");
    assertThat(page.select(".downloads a").eachText())
        .containsExactly(
            "turtle",
            "trig",
            "jsonld",
            "rdfxml",
            "ntriples",
            "nquads",
            "prov-n",
            "prov-json",
            "prov-xml",
            "prov-jsonld");
  }

  @Test
  void anythingElseShowsWhoRefersToIt() throws Exception {
    Document page = page("/experiment/digits");

    assertThat(page.select("h1").text()).isEqualTo("digits");
    assertThat(page.select("a.class").eachAttr("href"))
        .containsExactly("/provdl/ontology#Experiment", "http://www.w3.org/ns/prov#Entity");
    assertThat(values(page, "is provdl:partOfExperiment of"))
        .contains("run/" + Documented.RUN + "#training digits");
    assertThat(page.select(".actions")).isEmpty();
  }

  @Test
  void aPartLeadsToTheWhole() throws Exception {
    Document page = page("/provenance?target=" + encoded(RUN + "#epoch-1"));

    assertThat(page.select("h1").text()).isEqualTo("#epoch-1");
    assertThat(page.select(".actions a").text()).isEqualTo("The whole run");
  }

  @Test
  void everyLinkOfTheFirstPagesLeadsSomewhere() throws Exception {
    Set<String> seen = new HashSet<>();
    for (String start : List.of("/run/" + Documented.RUN, "/experiment/digits", "/void")) {
      for (Element link : page(start).select("a[href^=/]")) {
        String path = link.attr("href");
        if (seen.add(path)) {
          assertThat(client.get(path.substring("/provdl".length()), BROWSER).statusCode())
              .as(path)
              .isEqualTo(200);
        }
      }
    }
    assertThat(seen).hasSizeGreaterThan(50);
  }

  @Test
  void whatAnybodyWroteIntoTheStoreIsTextAndNoAddress() throws Exception {
    Document page = page("/run/evil");

    assertThat(page.select("h1").text()).isEqualTo(EVIL);
    assertThat(page.select("script, img, [onload], [onerror]")).isEmpty();
    assertThat(page.select("a").eachAttr("href"))
        .allSatisfy(
            address ->
                assertThat(address)
                    .matches(
                        "/provdl/.*|http://www\\.w3\\.org/.*|https?://purl\\.org/dc/terms/.*"));
    assertThat(page.select("dd").eachText()).noneMatch(text -> text.length() > 1_000);
    assertThat(Objects.requireNonNull(page.select("title").first()).text()).contains(EVIL);
  }

  @Test
  void whatIsNotKnownIsSaidOnAPage() throws Exception {
    HttpResponse<String> answer = client.get("/run/nobody", BROWSER);

    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(Jsoup.parse(answer.body()).select(".refusal").text())
        .isEqualTo("The store knows nothing of that IRI.");
  }

  @Test
  void theServiceIsShown() throws Exception {
    Document page = page("/query");

    assertThat(page.select("h2").eachText())
        .containsExactly("The data", "The SPARQL endpoint", "The provenance of one thing");
  }

  private static List<String> values(Document page, String property) {
    return page.select("dt").stream()
        .filter(it -> it.text().equals(property))
        .map(it -> Objects.requireNonNull(it.nextElementSibling()))
        .flatMap(
            it ->
                it.select("li").isEmpty()
                    ? Stream.of(it.text())
                    : it.select("li").eachText().stream())
        .toList();
  }

  private static Document page(String path) throws Exception {
    HttpResponse<String> answer = client.get(path, BROWSER);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return Jsoup.parse(answer.body());
  }
}
