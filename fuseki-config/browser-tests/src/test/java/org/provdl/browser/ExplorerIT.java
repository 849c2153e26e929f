package org.provdl.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.util.IsoMatcher;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.provdl.capture.Setting;
import org.provdl.capture.Split;
import org.provdl.capture.TrainingRun;
import org.provdl.interchange.Document;
import org.provdl.interchange.DocumentSource;
import org.provdl.interchange.Losses;
import org.provdl.interchange.Syntax;

/** Experiments and runs, one run, and comparison. */
class ExplorerIT {

  @TempDir private static Path directory;

  @SuppressWarnings("NullAway.Init") // before all tests
  private static Stage stage;

  @SuppressWarnings("NullAway.Init")
  private static Chromium chromium;

  private static String slow = "";
  private static String fast = "";

  @BeforeAll
  static void open() {
    chromium = new Chromium();
    stage = new Stage(directory);
    slow = stage.trained("slow", Stage.EXPERIMENT, 0.01, 16, 8);
    fast = stage.trained("fast", Stage.EXPERIMENT, 0.05, 64, 8);
    stage.trained("other data", "iris", 0.02, 32, 4);
    try (TrainingRun run = stage.start("exploded", Stage.EXPERIMENT)) {
      run.choose(Setting.ofModel("learningRate", 10.0));
      run.startEpoch();
      run.fail(new IllegalStateException("the loss is NaN"));
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
  void whoeverOpensTheServerInABrowserSeesTheRuns() {
    Page page = chromium.desktop();
    page.navigate(stage.service());
    assertThat(page).hasURL(Pattern.compile(".*/provdl/explorer/.*"));
    assertThat(page).hasTitle("Runs · PROV-DL");
    assertThat(row(page, "slow")).containsText("completed");
    assertThat(row(page, "exploded")).containsText("failed");
    // Best values, and what differs
    assertThat(row(page, "slow")).containsText("0.91");
    assertThat(row(page, "fast")).containsText("64");
    assertThat(row(page, "slow").locator("svg")).isVisible();
    assertThat(Chromium.barriers(page)).isEmpty();
    Chromium.keep(page, "runs-desktop");
  }

  @Test
  void runsAreFilteredAndSortedAndEachStateIsALink() {
    Page page = chromium.desktop();
    page.navigate(stage.explorer("#/runs"));
    page.getByLabel("Status").selectOption("failed");
    assertThat(names(page)).hasText(new String[] {"exploded"});
    page.getByLabel("Status").selectOption("");
    page.getByLabel("Experiment").selectOption(Stage.EXPERIMENT);
    page.getByRole(AriaRole.BUTTON, named("accuracy, test")).click();
    assertThat(names(page)).hasText(new String[] {"fast", "slow"});
    assertThat(page.locator("th[aria-sort=descending]")).containsText("accuracy, test");

    Page again = chromium.desktop();
    again.navigate(page.url());
    assertThat(names(again)).hasText(new String[] {"fast", "slow"});
    again.getByRole(AriaRole.BUTTON, named("Name")).click();
    assertThat(names(again)).hasText(new String[] {"exploded", "fast", "slow"});
    again.getByLabel("Text").fill("SLO");
    assertThat(names(again)).hasText(new String[] {"slow"});
    again.getByLabel("Text").fill("nothing like it");
    assertThat(again.getByText("No run is like this.")).isVisible();
  }

  @Test
  void epochsAppearWhileATrainingRuns() {
    Page page = chromium.desktop();
    page.navigate(stage.explorer("#/runs"));
    assertThat(row(page, "slow")).isVisible();
    Page one = chromium.desktop();
    try (TrainingRun run = stage.start("live", "live")) {
      one.navigate(stage.explorer("#/runs?experiment=live"));
      run.choose(Setting.ofModel("learningRate", 0.1));
      Stage.epoch(run, 1, 0.1);
      Stage.epoch(run, 2, 0.1);
      stage.deliver();
      assertThat(row(page, "live")).containsText("running");
      assertThat(row(page, "live").locator("td").nth(2)).hasText("2");
      assertThat(page.locator("#announcement")).hasText("live: running");
      one.navigate(stage.explorer("#/run?iri=" + encoded(run.iri())));
      one.reload();
      assertThat(fact(one, "Epochs")).hasText("2");
      Stage.epoch(run, 3, 0.1);
      stage.deliver();
      assertThat(row(page, "live").locator("td").nth(2)).hasText("3");
      assertThat(fact(one, "Epochs")).hasText("3");
      one.getByText("The same as a table").click();
      assertThat(
              one.getByRole(AriaRole.TABLE, new Page.GetByRoleOptions().setName("loss by epoch"))
                  .locator("tbody tr"))
          .hasCount(3);
      Chromium.keep(one, "run-live-desktop");
    }
    stage.deliver();
    assertThat(row(page, "live")).containsText("completed");
    assertThat(fact(one, "Status")).hasText("completed");
  }

  @Test
  void aRunShowsItsCurvesSettingsLayersAndWhatChanged() {
    Page page = chromium.desktop();
    page.navigate(stage.explorer("#/run?iri=" + encoded(slow)));
    assertThat(page.getByRole(AriaRole.HEADING, named(AriaRole.HEADING, "slow"))).isVisible();
    Locator curves = page.locator(".chart[data-drawn]");
    assertThat(curves).isVisible();
    assertThat(curves)
        .hasAttribute(
            "aria-label",
            Pattern.compile(
                "loss by epoch: training from 0.990.* Changes: epoch .*learningRate: 0.01 → 0.005"));
    assertThat(table(page, "Changes of settings in mid-training")).containsText("the loss is flat");
    assertThat(table(page, "Settings of model")).containsText("adapted later");
    assertThat(table(page, "Layers of the model")).containsText("DenseLayer");
    assertThat(
            page.getByText("java.version")
                .or(page.getByText("Java", new Page.GetByTextOptions().setExact(true)))
                .first())
        .isVisible();
    assertThat(Chromium.barriers(page)).isEmpty();
    Chromium.keep(page, "run-desktop");
  }

  @Test
  void eachFormInWhichARunIsDownloadedHoldsItWhole() throws Exception {
    Page page = chromium.desktop();
    page.navigate(stage.explorer("#/run?iri=" + encoded(slow)));
    Locator links = page.locator("section:has(h2:text-is('Downloads'))").getByRole(AriaRole.LINK);
    assertThat(links)
        .hasText(
            new String[] {
              "Turtle",
              "TriG",
              "JSON-LD",
              "PROV-N",
              "PROV-JSON",
              "PROV-XML",
              "PROV-JSONLD",
              "Metrics as CSV"
            });
    List<DatasetGraph> read = new ArrayList<>();
    for (int i = 0; i < 7; i++) {
      read.add(downloaded(page, links.nth(i)));
    }

    Node run = NodeFactory.createURI(slow);
    DatasetGraph trig = read.get(1);
    assertThat(trig.getGraph(run).isIsomorphicWith(stage.content().getGraph(run))).isTrue();
    for (DatasetGraph unnamed : List.of(read.get(0), read.get(2))) {
      assertThat(unnamed.listGraphNodes()).isExhausted();
      assertThat(unnamed.getDefaultGraph().isIsomorphicWith(trig.getUnionGraph())).isTrue();
    }
    // These say what PROV has words for.
    DatasetGraph provN = read.get(3);
    assertThat(provN.getGraph(run).size()).isGreaterThan(100);
    assertThat(read.subList(4, 7)).allMatch(it -> IsoMatcher.isomorphic(it, provN));
  }

  private static DatasetGraph downloaded(Page page, Locator link) throws IOException {
    Download download = page.waitForDownload(link::click);
    assertThat(download.suggestedFilename()).startsWith(slow.replaceFirst(".*/", "") + ".");
    Path file = directory.resolve(download.suggestedFilename());
    download.saveAs(file);
    return new Document(DocumentSource.of(file), Syntax.of(file).orElseThrow())
        .dataset(new Losses());
  }

  @Test
  void theMetricsOfARunAreDownloadedAsCsv() throws Exception {
    Page page = chromium.desktop();
    page.navigate(stage.explorer("#/run?iri=" + encoded(slow)));
    Locator link =
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Metrics as CSV"));
    Download download = page.waitForDownload(link::click);
    assertThat(Files.readAllLines(download.path()))
        .startsWith("epoch,split,metric,value,seconds")
        .hasSize(1 + 3 * 8 + 1);
  }

  @Test
  void chosenRunsStandSideBySideWithOnlyWhatDiffers() {
    Page page = chromium.desktop();
    page.navigate(stage.explorer("#/runs?experiment=" + Stage.EXPERIMENT));
    page.getByLabel("Choose slow").check();
    page.getByLabel("Choose fast").check();
    page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Compare 2 runs")).click();
    Locator differences = table(page, "What differs between the runs");
    assertThat(differences.locator("thead th"))
        .hasText(new String[] {"differs", "of", "slow", "fast"});
    Locator rate =
        differences.locator("tr", new Locator.LocatorOptions().setHasText("learningRate")).first();
    assertThat(rate.locator("td")).hasText(new String[] {"model", "0.01", "0.05"});
    assertThat(differences).not().containsText("updater");
    assertThat(page.locator(".chart[data-drawn]")).hasCount(3);
    assertThat(page.getByText("2 runs; 1 more have no number.")).isVisible();
    assertThat(Chromium.barriers(page)).isEmpty();
    Chromium.keep(page, "compare-desktop");
  }

  @Test
  void aRunThatFailedSaysWhy() {
    Page page = chromium.desktop();
    page.navigate(stage.explorer("#/runs?status=failed"));
    page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("exploded")).click();
    assertThat(fact(page, "Reason")).containsText("the loss is NaN");
  }

  @ParameterizedTest
  @ValueSource(strings = {"runs", "run", "compare"})
  void aPhoneShowsEverythingWithoutScrollingThePageSideways(String view) {
    Page page = chromium.phone();
    String parameters =
        switch (view) {
          case "run" -> "?iri=" + encoded(slow);
          case "compare" -> "?run=" + encoded(slow) + "&run=" + encoded(fast);
          default -> "";
        };
    page.navigate(stage.explorer("#/" + view + parameters));
    assertThat(page.getByText(view.equals("run") ? "DenseLayer" : "slow").first()).isVisible();
    if (!view.equals("runs")) {
      assertThat(page.locator(".chart[data-drawn]").last()).isVisible();
    }
    assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(390);
    assertThat(Chromium.barriers(page)).isEmpty();
    Chromium.keep(page, view + "-phone");
  }

  /** Each in a browser that has never seen the page, and without the way there. */
  @Test
  void eachStateIsALinkThatOpensByItself() {
    String run = encoded(slow);
    Map.ofEntries(
            entry(
                "runs?sort=accuracy%2Ftest&experiment=digits&status=completed&run=" + run,
                "Compare 1 run"),
            entry(
                "runs?text=fast&curve=loss%2Fvalidation&settings=all", "loss, validation by epoch"),
            entry("run?metric=accuracy&scale=log&iri=" + run, "DenseLayer"),
            entry("compare?run=" + run + "&run=" + encoded(fast), "What differs"),
            entry("compare?experiment=digits", "Against all that vary"),
            entry("lineage?entity=" + run + "&direction=both&steps=1&details=true", "As a list"),
            entry("ask?find=curve", "Learning curves of several runs"),
            entry(
                "ask?query=metrics-by-epoch&chart=scatter&y=value&x=epoch&run=" + run,
                "points of value over epoch"),
            entry("sparql?run=true&query=" + encoded("ASK { }"), "true"))
        .forEach(
            (state, shown) -> {
              Page page = chromium.desktop();
              page.navigate(stage.explorer("#/" + state));
              assertThat(page.getByText(shown).or(page.getByLabel(shown)).first()).isAttached();
              assertThat(page.locator("[role=alert]")).hasCount(0);
            });
  }

  @Test
  void scriptInWhatARunSaysIsText() {
    try (TrainingRun run = stage.start(Stage.HOSTILE, Stage.HOSTILE)) {
      run.choose(Setting.ofModel("note", Stage.HOSTILE));
      run.choose(Setting.ofModel(Stage.HOSTILE, 1));
      Stage.epoch(run, 1, 0.1);
      run.measure(Stage.HOSTILE, 1, Split.TEST);
    }
    stage.deliver();
    Page page = chromium.desktop();
    for (String view :
        List.of("runs?settings=all&text=img", "compare?experiment=" + encoded(Stage.HOSTILE))) {
      page.navigate(stage.explorer("#/" + view));
      assertThat(page.getByText(Stage.HOSTILE).first()).isAttached();
    }
    page.navigate(stage.explorer("#/runs?text=img"));
    page.getByRole(AriaRole.ROWHEADER).getByRole(AriaRole.LINK).click();
    assertThat(page.locator("h1")).hasText(Stage.HOSTILE);
    assertThat(table(page, "Settings of model")).containsText(Stage.HOSTILE);
    assertThat(page.evaluate("window.hacked === undefined")).isEqualTo(true);
  }

  @Test
  void whatIsNotThereIsSaid() {
    Page page = chromium.desktop();
    page.navigate(stage.explorer("#/nowhere"));
    assertThat(page.getByRole(AriaRole.ALERT)).hasText("There is no view “nowhere”.");
    page.navigate(stage.explorer("#/run"));
    assertThat(page.getByText("Which run?")).isVisible();
    page.navigate(stage.explorer("#/compare"));
    assertThat(page.getByText("Tick runs in the")).isVisible();
    page.route("**/queries/**", route -> route.abort());
    page.navigate(stage.explorer("#/runs"));
    assertThat(page.getByRole(AriaRole.ALERT).first())
        .hasText("The server does not answer. Is it still running?");
    assertThat(chromium.errors()).allMatch(error -> error.contains("Failed to load resource"));
  }

  @Test
  void theKeyboardAloneLeadsFromTheTableToARun() {
    Page page = chromium.desktop();
    page.navigate(stage.explorer("#/runs?text=slow"));
    assertThat(row(page, "slow")).isVisible();
    page.keyboard().press("Tab");
    assertThat(page.getByText("Skip to content")).isFocused();
    page.getByLabel("Choose slow").focus();
    page.keyboard().press("Space");
    assertThat(page.getByLabel("Choose slow")).isChecked();
    page.keyboard().press("Tab");
    page.keyboard().press("Enter");
    assertThat(page.locator("h1")).hasText("slow");
    assertThat(page.locator("main")).isFocused();
    page.goBack();
    assertThat(page.getByLabel("Choose slow")).isChecked();
  }

  private static Locator row(Page page, String name) {
    return page.locator(
        "tbody tr",
        new Page.LocatorOptions()
            .setHas(
                page.getByRole(
                    AriaRole.LINK, new Page.GetByRoleOptions().setName(name).setExact(true))));
  }

  private static Locator names(Page page) {
    return page.locator("tbody th a");
  }

  private static Locator table(Page page, String caption) {
    return page.getByRole(AriaRole.TABLE, new Page.GetByRoleOptions().setName(caption));
  }

  private static Locator fact(Page page, String name) {
    return page.locator("dl.facts > div", new Page.LocatorOptions().setHasText(name))
        .first()
        .locator("dd");
  }

  private static Page.GetByRoleOptions named(String name) {
    return new Page.GetByRoleOptions().setName(name);
  }

  private static Page.GetByRoleOptions named(AriaRole role, String name) {
    return new Page.GetByRoleOptions().setName(name).setExact(role == AriaRole.HEADING);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
