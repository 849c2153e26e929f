package org.provdl.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.provdl.server.Client.encoded;

import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Base64;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import org.apache.commons.codec.digest.DigestUtils;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.provdl.queries.Catalogue;
import org.provdl.store.ProvenanceStore;

/** The catalogue as people with a browser see it. */
final class CataloguePagesIT {

  private static final String BROWSER =
      "text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,*/*;q=0.8";
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
                PREFIX provdl: <https://w3id.org/provdl#>
                PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
                GRAPH <http://localhost:3030/provdl/run/evil> {
                  <http://localhost:3030/provdl/run/evil#training> a provdl:TrainingRun ;
                    rdfs:label "<script>alert('1')</script>\\" onload='x'" .
                }
                """,
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
  void theListShowsEveryQuestionByTheme() throws Exception {
    Document page = page("/queries", 200);

    assertThat(page.select("dt").eachText())
        .containsExactlyInAnyOrderElementsOf(
            Catalogue.standard().queries().stream().map(query -> query.name()).toList());
    assertThat(page.select("h2").eachText())
        .isSorted()
        .containsExactlyInAnyOrderElementsOf(
            Catalogue.standard().queries().stream()
                .map(query -> query.theme())
                .distinct()
                .toList());
  }

  @Test
  void aNeededParameterIsAskedForByAForm() throws Exception {
    Document page = page("/queries/adaptations", 200);
    Element field = page.selectXpath("//input[@name='run']").get(0);

    assertThat(page.select("form.parameters").attr("action"))
        .isEqualTo("/provdl/queries/adaptations");
    assertThat(field.hasAttr("required")).isTrue();
    assertThat(page.select(".field small").get(0).text()).isEqualTo("the run (run, needed)");
    assertThat(page.select("table")).isEmpty();
  }

  @Test
  void defaultsAreShownAndWhatWasGivenStays() throws Exception {
    Document page = page("/queries/best-runs?metric=loss&limit=", 200);

    assertThat(page.selectXpath("//input[@name='limit']").attr("placeholder")).isEqualTo("10");
    assertThat(page.selectXpath("//input[@name='limit']").attr("value")).isEmpty();
    assertThat(page.selectXpath("//input[@name='metric']").attr("value")).isEqualTo("loss");
  }

  @Test
  void aRefusedParameterIsSaidAboveTheForm() throws Exception {
    Document page = page("/queries/best-runs?limit=" + encoded(EVIL), 400);

    assertThat(page.select(".refusal").text())
        .startsWith("Parameter 'limit' of query 'best-runs' takes an integer such as 10, not '");
    assertThat(page.selectXpath("//input[@name='limit']").attr("value")).isEqualTo(EVIL);
    assertThat(page.select("script, [onload]")).isEmpty();
  }

  @Test
  void anAnswerIsATableWhoseRunsLeadToTheirQuestions() throws Exception {
    Document page = page("/queries/list-runs?limit=10", 200);
    Element run =
        page.select("td a").stream()
            .filter(it -> it.text().equals(Documented.RUN))
            .findFirst()
            .orElseThrow();
    Document about = page(run.attr("href").substring("/provdl".length()), 200);

    assertThat(page.select("th").eachText().get(0)).isEqualTo("run");
    assertThat(about.select("dt").eachText()).contains("adaptations").doesNotContain("list-runs");
    assertThat(about.select("dt a").get(0).attr("href"))
        .endsWith("?run=" + encoded("http://localhost:3030/provdl/run/" + Documented.RUN));
    assertThat(page.select(".downloads a").eachText())
        .containsExactly("json", "csv", "markdown", "table");
    assertThat(page.select(".downloads a").get(1).attr("href"))
        .isEqualTo("/provdl/queries/list-runs?limit=10&format=csv");
  }

  @Test
  void whatAnybodyWroteIntoTheStoreIsTextAndNoMarkup() throws Exception {
    Document page = page("/queries/list-runs", 200);

    assertThat(page.select("td").eachText()).contains(EVIL);
    assertThat(page.select("script, [onload]")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/queries/<script>alert(1)</script>",
        "/queries?search=<script>",
        "/queries?<script>=x",
        "/queries?run=\"><script>x</script>",
        "/queries/list-runs?\"><script>=1"
      })
  void noAddressBringsMarkupIntoAPage(String path) throws Exception {
    String address = path.replace("<", "%3C").replace(">", "%3E").replace("\"", "%22");
    HttpResponse<String> answer = client.get(address, BROWSER);

    assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("text/html");
    assertThat(Jsoup.parse(answer.body()).select("script")).isEmpty();
    assertThat(answer.body()).doesNotContain("<script");
  }

  @Test
  void yesAndNoAreSaidInWords() throws Exception {
    assertThat(page("/queries/is-diverging?run=" + Documented.RUN, 200).select(".answer").text())
        .isEqualTo("No");
    assertThat(page("/queries/adaptations?run=evil", 200).select(".answer").text())
        .isEqualTo("No rows");
  }

  @Test
  void problemsArePagesToo() throws Exception {
    assertThat(page("/queries/best-run", 404).select(".refusal").text())
        .startsWith("There is no query 'best-run'; the nearest names are best-runs");
    assertThat(page("/queries/best-run?format=html", 404, "*/*").select("h1").text())
        .isEqualTo("Not Found");
  }

  @Test
  void aPageLoadsNothingAndItsStyleIsTheOneAllowed() throws Exception {
    HttpResponse<String> answer = client.get("/queries/list-runs", BROWSER);
    String style = Jsoup.parse(answer.body()).select("style").get(0).data();

    assertThat(answer.headers().firstValue("Content-Security-Policy").orElse(""))
        .startsWith("default-src 'none'; style-src 'sha256-")
        .contains(
            Base64.getEncoder().encodeToString(DigestUtils.sha256(style)),
            "frame-ancestors 'none'");
    assertThat(Jsoup.parse(answer.body()).select("[src], link, [style]")).isEmpty();
  }

  @Test
  void everyLinkOfEveryPageLeadsSomewhere() throws Exception {
    Set<String> seen = new HashSet<>();
    Deque<String> next = new ArrayDeque<>(Set.of("/provdl/queries"));
    while (!next.isEmpty()) {
      String path = next.pop();
      if (seen.add(path)) {
        HttpResponse<String> answer = client.get(path.substring("/provdl".length()), BROWSER);
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        if (answer.headers().firstValue("Content-Type").orElse("").startsWith("text/html")) {
          for (Element link : Jsoup.parse(answer.body()).select("a:not([href^=http], [href^=#])")) {
            URI linked = URI.create(path).resolve(link.attr("href"));
            assertThat(linked.getPath()).startsWith("/provdl/");
            next.push(linked.toString().replaceFirst("#.*", ""));
          }
        }
      }
    }
    assertThat(seen).hasSizeGreaterThan(100);
  }

  private static Document page(String path, int status) throws Exception {
    return page(path, status, BROWSER);
  }

  private static Document page(String path, int status, String accept) throws Exception {
    HttpResponse<String> answer = client.get(path, accept);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    return Jsoup.parse(answer.body());
  }
}
