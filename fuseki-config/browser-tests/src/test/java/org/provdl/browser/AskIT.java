package org.provdl.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.provdl.capture.Setting;
import org.provdl.capture.TrainingRun;

/** The catalogue as forms, and the editor for SPARQL. */
class AskIT {

  @TempDir private static Path directory;

  @SuppressWarnings("NullAway.Init") // before all tests
  private static Stage stage;

  @SuppressWarnings("NullAway.Init")
  private static Chromium chromium;

  private static String slow = "";

  @BeforeAll
  static void open() {
    chromium = new Chromium();
    stage = new Stage(directory);
    slow = stage.trained("slow", Stage.EXPERIMENT, 0.01, 16, 8);
    stage.trained("fast", Stage.EXPERIMENT, 0.05, 64, 8);
    try (TrainingRun run = stage.start(Stage.HOSTILE, "hostile")) {
      run.choose(Setting.ofModel("learningRate", 0.5));
      Stage.epoch(run, 1, 0.1);
    }
    stage.deliver();
  }

  @AfterAll
  static void close() {
    stage.close();
    chromium.close();
  }

  @AfterEach
  void nothingWentWrongInThePage() {
    List<String> errors = chromium.errors();
    chromium.closePages();
    assertThat(errors).isEmpty();
  }

  @Test
  void questionsAreListedByThemeAndFoundByTheirWords() {
    Page page = chromium.desktop();
    page.navigate(stage.explorer("#/ask"));
    assertThat(page.locator("h2").first()).hasText("Environment");
    page.getByLabel("Find a question").fill("retrained changes");
    assertThat(page.locator("dt")).hasText(new String[] {"Impact of data or a model"});
    assertThat(page).hasURL(Pattern.compile(".*#/ask\\?find=retrained\\+changes$"));
    page.getByLabel("Find a question").fill("xyz");
    assertThat(page.getByText("No question has the words “xyz”.")).isVisible();
    assertThat(Chromium.barriers(page)).isEmpty();
  }

  @Test
  void anAddressAsksAndTheAnswerIsTableChartAndCsv() throws Exception {
    Page page = chromium.desktop();
    page.navigate(stage.explorer("#/ask?query=best-runs&metric=accuracy"));
    assertThat(page.locator("tbody tr")).hasCount(2);
    assertThat(page.locator("tbody tr").first()).containsText("fast");
    assertThat(page.locator("tbody tr").first()).containsText("0.95");
    assertThat(page.getByLabel("Draw")).hasValue("bars");
    assertThat(page.locator(".ask-chart[data-drawn]")).isVisible();
    assertThat(page.locator("tbody tr").last().getByRole(AriaRole.LINK).first())
        .hasAttribute("href", "#/run?iri=" + encoded(slow));
    Download csv = page.waitForDownload(() -> page.getByText("CSV").click());
    assertThat(csv.suggestedFilename()).isEqualTo("best-runs.csv");
    assertThat(Files.readAllLines(csv.path()))
        .hasSize(3)
        .first()
        .asString()
        .startsWith("run,name,value");
    assertThat(Chromium.barriers(page)).isEmpty();
    Chromium.keep(page, "ask-desktop");
  }

  @Test
  void whatAQuestionNeedsIsSaidAndSuggested() {
    Page page = chromium.desktop();
    page.navigate(stage.explorer("#/ask?query=metrics-by-epoch"));
    assertThat(page.getByText("To ask this, say run.")).isVisible();
    assertThat(page.locator("#known-run option")).hasCount(3);
    page.locator("#ask-run").fill("slow");
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Ask")).click();
    assertThat(page).hasURL(Pattern.compile(".*#/ask\\?query=metrics-by-epoch&run=slow$"));
    assertThat(page.locator("tbody tr")).hasCount(3 * 8 + 1);
    assertThat(page.getByLabel("Draw")).hasValue("line");
    assertThat(page.locator(".ask-chart[data-drawn]")).isVisible();
    Chromium.keep(page, "ask-curve-desktop");
    page.locator(".ask-choices select").nth(1).selectOption("seconds");
    assertThat(page).hasURL(Pattern.compile(".*&y=seconds$"));
  }

  @Test
  void theChartFollowsFromTheColumns() {
    Page page = chromium.desktop();
    page.navigate(stage.explorer("#/ask"));
    assertThat(
            page.evaluate(
                """
                async () => {
                  const { chartOf, pointsOf } = await import('./ask/charts.js');
                  const number = (value) => ({ type: 'literal', value: String(value), datatype: 'http://www.w3.org/2001/XMLSchema#double' });
                  const text = (value) => ({ type: 'literal', value });
                  const columns = ['epoch', 'split', 'value'].map((name) => ({ name }));
                  const curve = [
                    { epoch: number(2), split: text('test'), value: number('NaN') },
                    { epoch: number(1), split: text('test'), value: number(0.5) },
                    { epoch: number(1), split: text('training'), value: number(0.25) },
                  ];
                  const line = chartOf(columns, curve);
                  const named = [{ name: text('a'), value: number(1) }, { name: text('b'), value: number(2) }];
                  return [
                    line,
                    pointsOf(columns, curve, line).series,
                    chartOf([{ name: 'name' }, { name: 'value' }], named),
                    chartOf([{ name: 'name' }], [{ name: text('a') }, { name: text('b') }]),
                  ];
                }
                """))
        .isEqualTo(
            Arrays.asList(
                Map.of("kind", "line", "x", "epoch", "y", "value"),
                List.of(
                    Map.of(
                        "name", "test", "points", List.of(List.of(1, 0.5), Arrays.asList(2, null))),
                    Map.of("name", "training", "points", List.of(List.of(1, 0.25)))),
                Map.of("kind", "bars", "x", "name", "y", "value"),
                null));
  }

  @Test
  void theSparqlBehindAnAnswerIsShownAndOpenedInTheEditor() {
    Page page = chromium.desktop();
    List<String> elsewhere = new ArrayList<>();
    page.onRequest(
        request -> {
          if (!request.url().startsWith(stage.service()) && !request.url().startsWith("data:")) {
            elsewhere.add(request.url());
          }
        });
    page.navigate(stage.explorer("#/ask?query=best-runs&metric=loss&split=validation&limit=2"));
    page.getByText("SPARQL", new Page.GetByTextOptions().setExact(true)).click();
    assertThat(page.locator("details pre")).containsText("provdl:loss");
    page.getByText("Open in the editor").click();
    assertThat(page.locator("h1")).hasText("SPARQL");
    assertThat(page.locator(".CodeMirror")).containsText("provdl:loss");
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Run")).click();
    assertThat(page.locator("tbody tr")).hasCount(2);
    assertThat(elsewhere).isEmpty();
  }

  @Test
  void whatIsWrittenIsAskedWithThePrefixesThatItNeeds() throws Exception {
    Page page = chromium.desktop();
    page.navigate(
        stage.explorer(
            "#/sparql?query="
                + encoded(
                    "SELECT ?name { ?run a provdl:TrainingRun ; rdfs:label ?name } ORDER BY ?name")));
    assertThat(page.locator(".CodeMirror")).containsText("SELECT ?name");
    assertThat(page.locator("table")).hasCount(0);
    page.locator(".CodeMirror").click();
    page.keyboard().press("Control+Enter");
    assertThat(page.locator("tbody td")).hasText(new String[] {Stage.HOSTILE, "fast", "slow"});
    assertThat(page.locator(".CodeMirror")).containsText("PREFIX rdfs:");
    assertThat(page).hasURL(Pattern.compile(".*&run=true$"));
    Download csv = page.waitForDownload(() -> page.getByText("Download CSV").click());
    assertThat(Files.readAllLines(csv.path())).first().isEqualTo("name");
    assertThat(page.evaluate("window.hacked === undefined")).isEqualTo(true);
    assertThat(Chromium.barriers(page)).isEmpty();
    Chromium.keep(page, "sparql-desktop");
  }

  @Test
  void aGraphIsShownAsTurtleAndAMistakeIsSaid() {
    Page page = chromium.desktop();
    page.navigate(
        stage.explorer(
            "#/sparql?run=true&query=" + encoded("CONSTRUCT WHERE { <" + slow + "> ?p ?o }")));
    assertThat(page.locator("pre:not(.error)").last()).containsText("prov:Bundle");
    page.navigate(stage.explorer("#/sparql?run=true&query=" + encoded("SELECT ?x WHERE { ?x ")));
    assertThat(page.getByRole(AriaRole.ALERT)).containsText("Parse error");
    expectErrors(page, "400");
  }

  @Test
  void theEditorIsLeftWithTab() {
    Page page = chromium.desktop();
    page.navigate(stage.explorer("#/sparql"));
    page.locator(".CodeMirror").click();
    page.keyboard().press("Tab");
    assertThat(page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Run")))
        .isFocused();
  }

  @Test
  void aLongTextIsOpenedByWhoWantsIt() {
    Page page = chromium.desktop();
    String query = "SELECT ('" + "y".repeat(200) + " end' AS ?long) { }";
    page.navigate(stage.explorer("#/sparql?run=true&query=" + encoded(query)));
    assertThat(page.locator("tbody details")).not().hasAttribute("open", "");
    page.locator("tbody summary").click();
    assertThat(page.locator("tbody details")).containsText("y end");
    assertThat(page.locator("tbody details")).hasAttribute("open", "");
  }

  @Test
  void anExampleIsAQuestionWithItsDefaults() {
    Page page = chromium.desktop();
    page.navigate(stage.explorer("#/sparql"));
    assertThat(page.getByLabel("Examples").locator("option[value=best-runs]")).hasCount(1);
    page.getByLabel("Examples").selectOption("best-runs");
    assertThat(page.locator(".CodeMirror")).containsText("provdl:accuracy");
  }

  @Test
  void aPhoneShowsTheAnswerFirst() {
    Page page = chromium.phone();
    for (String view :
        List.of("ask", "ask?query=best-runs", "sparql?run=true&query=" + encoded("ASK { }"))) {
      page.navigate(stage.explorer("#/" + view));
      Locator there =
          view.equals("ask") ? page.locator("dt").first() : page.locator("tbody tr").first();
      assertThat(there).isVisible();
      assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(390);
      assertThat(Chromium.barriers(page)).isEmpty();
      Chromium.keep(
          page, view.replaceAll("\\W.*", "") + (view.contains("best") ? "-answer" : "") + "-phone");
    }
  }

  @Test
  void whatCannotBeAskedIsSaid() {
    Page page = chromium.desktop();
    page.navigate(stage.explorer("#/ask?query=best-run"));
    assertThat(page.getByRole(AriaRole.ALERT)).containsText("There is no question “best-run”.");
    page.navigate(stage.explorer("#/ask?query=best-runs&limit=0"));
    assertThat(page.getByRole(AriaRole.ALERT)).containsText("a limit must be at least 1");
    expectErrors(page, "400");
    page.navigate(stage.explorer("#/ask?query=best-runs&metric=perplexity"));
    assertThat(page.getByRole(AriaRole.ALERT)).containsText("perplexity");
    expectErrors(page, "400");
  }

  /** The browser itself tells the console of an answer that refuses, maybe after the page did. */
  private static void expectErrors(Page page, String part) {
    List<String> errors = new ArrayList<>();
    page.waitForCondition(
        () -> {
          errors.addAll(chromium.errors());
          return !errors.isEmpty();
        });
    assertThat(errors).allMatch(error -> error.contains(part));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
