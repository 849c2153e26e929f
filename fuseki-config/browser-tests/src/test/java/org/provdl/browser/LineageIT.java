package org.provdl.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;

/** The lineage of anything, opened step by step. */
class LineageIT {

  private static final int LINKS = 110;

  @TempDir private static Path directory;

  @SuppressWarnings("NullAway.Init") // before all tests
  private static Stage stage;

  @SuppressWarnings("NullAway.Init")
  private static Chromium chromium;

  @BeforeAll
  static void open() {
    chromium = new Chromium();
    stage = new Stage(directory);
    GeneratedLineage.append(stage.service(), GeneratedLineage.chain(LINKS));
    GeneratedLineage.append(stage.service(), GeneratedLineage.fan(1010, Stage.HOSTILE));
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
  void aThingIsFoundByAPartOfItsNameAndDrawnAsProvDrawsIt() {
    Page page = chromium.desktop();
    page.navigate(stage.explorer("#/lineage"));
    page.getByLabel("Name, id or hash").fill("MODEL 42");
    assertThat(page.locator(".lineage-found li")).hasCount(1);
    page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("model 42")).click();

    assertThat(page.locator("h1")).hasText("Lineage of model 42");
    assertThat(tree(page))
        .hasText(
            new String[] {
              "model 42 TrainedModel",
              "wasGeneratedBy link 42 TrainingRun",
              "wasAssociatedWith ada Person",
              "used model 41 TrainedModel +"
            });
    assertThat(page.locator(".lineage-canvas canvas").first()).isVisible();
    assertThat(shapes(page))
        .isEqualTo(
            Map.of(
                "model 42", "ellipse",
                "link 42", "rectangle",
                "model 41", "ellipse",
                "ada", "polygon"));
    assertThat(page.locator(".lineage-legend li"))
        .hasText(
            new String[] {
              "entity",
              "activity",
              "agent",
              "wasGeneratedBy",
              "used",
              "wasAssociatedWith",
              "+ leads further: choose it"
            });
    assertThat(details(page)).containsText("41 kB");
    assertThat(details(page).getByText("Its run"))
        .hasAttribute("href", "#/run?iri=" + encoded(GeneratedLineage.BASE + "run/chain-042"));
    assertThat(Chromium.barriers(page)).isEmpty();
    Chromium.keep(page, "lineage-desktop");
  }

  @Test
  void aClickLoadsTheNextStepAndNothingElse() {
    Page page = chromium.desktop();
    List<String> asked = new ArrayList<>();
    page.onRequest(
        request -> {
          if (request.url().contains("/lineage-one-step")) {
            asked.add(request.url().replaceFirst(".*entity=%3C.*%2F([^&]*)%3E.*", "$1"));
          }
        });
    page.navigate(lineage(GeneratedLineage.model(5), "&steps=1"));
    assertThat(tree(page)).hasCount(2);
    assertThat(asked).containsExactly("chain-005%23model");

    click(page, "chain-005#training");
    assertThat(tree(page)).hasCount(4);
    assertThat(asked).containsExactly("chain-005%23model", "chain-005%23training");
    assertThat(page).hasURL(Pattern.compile(".*open=up\\+http.*&selected=http.*training$"));
    assertThat(details(page).locator("h2")).hasText("link 5 TrainingRun");

    // What was opened is in the address, and the browser's Back closes it.
    Page again = chromium.desktop();
    again.navigate(page.url());
    assertThat(tree(again)).hasCount(4);
    page.goBack();
    assertThat(tree(page)).hasCount(2);
  }

  @Test
  void theTreeIsUsedWithTheKeyboardAlone() {
    Page page = chromium.desktop();
    page.navigate(lineage(GeneratedLineage.model(7), "&steps=1"));
    tree(page).first().focus();
    page.keyboard().press("ArrowDown");
    Locator training = tree(page).nth(1);
    assertThat(training).isFocused();
    assertThat(training).hasAttribute("aria-expanded", "false");
    page.keyboard().press("Enter");
    assertThat(tree(page)).hasCount(4);
    assertThat(training).isFocused();
    assertThat(training).hasAttribute("aria-expanded", "true");
    assertThat(training).hasAttribute("aria-selected", "true");
    assertThat(tree(page).nth(2)).hasAttribute("aria-level", "3");
    page.keyboard().press("ArrowLeft");
    assertThat(tree(page)).hasCount(2);
    page.keyboard().press("ArrowRight");
    page.keyboard().press("End");
    assertThat(tree(page).last()).isFocused();
    page.keyboard().press("ArrowLeft");
    assertThat(training).isFocused();
  }

  @Test
  void whatCameFromAThingIsOnTheOtherSide() {
    Page page = chromium.desktop();
    page.navigate(lineage(GeneratedLineage.model(5), "&direction=both&steps=1"));
    assertThat(tree(page))
        .hasText(
            new String[] {
              "model 5 TrainedModel",
              "wasGeneratedBy link 5 TrainingRun +",
              "wasUsedBy link 6 TrainingRun +"
            });
    assertThat(page.locator(".lineage-canvas canvas").first()).isVisible();
    assertThat(
            page.evaluate(
                "() => "
                    + CY
                    + ".nodes().map(it => Math.sign(it.position().x - "
                    + CY
                    + ".nodes()[0].position().x))"))
        .isEqualTo(List.of(0, -1, 1));
  }

  @Test
  void aHundredStepsAreShown() {
    Page page = chromium.desktop();
    page.navigate(lineage(GeneratedLineage.model(LINKS), "&steps=100"));
    assertThat(page.locator("#lineage-list")).hasText("As a list 102 things", patiently());
    assertThat(tree(page).getByText("model 60")).isVisible();
    assertThat(page.locator("[role=treeitem][aria-level='101']"))
        .hasText(
            new String[] {
              "wasAssociatedWith ada Person, see above", "used model 60 TrainedModel +"
            });
    assertThat(page.locator(".lineage-canvas canvas").first()).isVisible();
    Chromium.keep(page, "lineage-deep-desktop");
  }

  @Test
  void aThousandThingsAreShownAndNoMore() {
    Page page = chromium.desktop();
    page.navigate(lineage(GeneratedLineage.DATA, "&direction=down&steps=1"));
    assertThat(page.locator("#lineage-list")).hasText("As a list 100 things");
    page.getByText("More that came from it").click();
    assertThat(page.locator("#lineage-list")).hasText("As a list 199 things");

    page.navigate(
        lineage(
            GeneratedLineage.DATA,
            "&direction=down&steps=1&open=" + encoded("down12 " + GeneratedLineage.DATA)));
    assertThat(page.locator("#lineage-list")).hasText("As a list 1000 things", patiently());
    assertThat(page.getByText("The nearest 1000 things are shown.")).isVisible();
    assertThat(tree(page)).hasCount(1000);
    assertThat(page.locator(".lineage-canvas canvas").first()).isVisible();
    // Nothing lies on anything else.
    assertThat(
            page.evaluate(
                "() => new Set(" + CY + ".nodes().map(it => JSON.stringify(it.position()))).size"))
        .isEqualTo(1000);
    Chromium.keep(page, "lineage-wide-desktop");
  }

  @Test
  void thePictureIsSavedAsSvgInWhichALabelIsText() throws Exception {
    Page page = chromium.desktop();
    page.navigate(lineage(GeneratedLineage.DATA, "&direction=down&steps=1"));
    Download download = page.waitForDownload(() -> page.getByText("Save as SVG").click());
    assertThat(download.suggestedFilename()).startsWith("lineage-").endsWith(".svg");
    DocumentBuilderFactory parsers = DocumentBuilderFactory.newInstance();
    parsers.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
    Document svg = parsers.newDocumentBuilder().parse(download.path().toFile());
    assertThat(svg.getDocumentElement().getTagName()).isEqualTo("svg");
    assertThat(svg.getElementsByTagName("title").item(0).getTextContent())
        .isEqualTo("lineage of " + Stage.HOSTILE);
    assertThat(svg.getElementsByTagName("path").getLength()).isEqualTo(99);
    // One more in the legend
    assertThat(svg.getElementsByTagName("ellipse").getLength()).isEqualTo(2);
    assertThat(svg.getElementsByTagName("img").getLength()).isZero();
    assertThat(svg.getElementsByTagName("script").getLength()).isZero();
  }

  @Test
  void aHostileLabelIsText() {
    Page page = chromium.desktop();
    page.navigate(lineage(GeneratedLineage.DATA, "&direction=down&steps=1"));
    assertThat(page.locator("h1")).hasText("Lineage of " + Stage.HOSTILE);
    assertThat(details(page).locator("h2")).containsText(Stage.HOSTILE);
    page.navigate(stage.explorer("#/lineage?kind=Dataset"));
    assertThat(page.locator(".lineage-found a")).hasText(Stage.HOSTILE);
    assertThat(page.evaluate("window.hacked === undefined")).isEqualTo(true);
  }

  @Test
  void arrowsLeadFromLayerToLayer() {
    Page page = chromium.desktop();
    page.navigate(stage.explorer("#/lineage"));
    // An agent stands next to the nearest thing that it took part in; a circle, which PROV forbids,
    // ends too.
    assertThat(
            page.evaluate(
                """
                async () => {
                  const { rank } = await import('./lineage/layers.js');
                  const nodes = new Map(['model', 'run', 'old', 'before', 'ada', 'x', 'y'].map((iri) => [iri, { iri, kind: iri === 'ada' ? 'Agent' : 'Entity' }]));
                  const edges = [['model', 'run'], ['run', 'old'], ['model', 'old'], ['old', 'before'], ['run', 'ada'], ['before', 'ada'], ['x', 'y'], ['y', 'x']];
                  return Object.fromEntries(rank(nodes, edges.map(([from, to]) => ({ from, to }))));
                }
                """))
        .isEqualTo(Map.of("model", 0, "run", 1, "old", 2, "before", 3, "ada", 2, "x", 0, "y", 1));
  }

  @Test
  void aPhoneShowsPictureDetailsAndTreeOneBelowTheOther() {
    Page page = chromium.phone();
    page.navigate(lineage(GeneratedLineage.model(42), "&direction=both"));
    assertThat(tree(page).first()).isVisible();
    assertThat(page.locator(".lineage-canvas canvas").first()).isVisible();
    assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(390);
    assertThat(Chromium.barriers(page)).isEmpty();
    Chromium.keep(page, "lineage-phone");
  }

  @Test
  void whatIsNotThereIsSaid() {
    Page page = chromium.desktop();
    page.navigate(lineage(GeneratedLineage.BASE + "artifact/sha256-none", ""));
    assertThat(page.getByRole(AriaRole.ALERT)).containsText("sha256-none");
    assertThat(page.getByRole(AriaRole.ALERT).getByText("Another thing…")).isVisible();
    page.navigate(stage.explorer("#/lineage?find=nothing-like-it"));
    assertThat(page.getByText("Nothing here is called “nothing-like-it”.")).isVisible();
    page.navigate(lineage("no such: thing", ""));
    assertThat(page.getByRole(AriaRole.ALERT)).containsText("entity");
    page.navigate(lineage(GeneratedLineage.BASE + "agent/person/ada", ""));
    assertThat(page.getByText("Nothing more is recorded here: what it comes from.")).isVisible();
    page.route("**/queries/**", route -> route.abort());
    page.navigate(lineage(GeneratedLineage.model(1), ""));
    assertThat(page.getByRole(AriaRole.ALERT))
        .containsText("The server does not answer. Is it still running?");
    page.unroute("**/queries/**");
    page.getByText("Try again").click();
    assertThat(page.locator("h1")).hasText("Lineage of model 1");
    List<String> errors = new ArrayList<>();
    page.waitForCondition(
        () -> {
          errors.addAll(chromium.errors());
          return errors.size() >= 3;
        });
    assertThat(errors).allMatch(error -> error.contains("Failed to load resource"));
  }

  private static final String CY = "document.querySelector('.lineage-canvas')._cyreg.cy";

  /** Clicks on a thing in the picture. */
  private static void click(Page page, String part) {
    assertThat(page.locator(".lineage-canvas canvas").first()).isVisible();
    Object place =
        page.evaluate(
            "part => { const { x, y } = "
                + CY
                + ".nodes().filter(it => it.id().endsWith(part)).renderedPosition(); return [x, y]; }",
            part);
    List<?> coordinates = (List<?>) place;
    page.locator(".lineage-canvas")
        .click(
            new Locator.ClickOptions()
                .setPosition(number(coordinates.get(0)), number(coordinates.get(1))));
  }

  /** A step after the other takes its time. */
  private static LocatorAssertions.HasTextOptions patiently() {
    return new LocatorAssertions.HasTextOptions().setTimeout(60_000);
  }

  private static double number(Object value) {
    return ((Number) value).doubleValue();
  }

  private static Object shapes(Page page) {
    return page.evaluate(
        "() => Object.fromEntries("
            + CY
            + ".nodes().map(it => [it.data('text').split('\\n')[0], it.style('shape')]))");
  }

  private static Locator tree(Page page) {
    return page.getByRole(AriaRole.TREEITEM);
  }

  private static Locator details(Page page) {
    return page.getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName("Details"));
  }

  private static String lineage(String entity, String more) {
    return stage.explorer("#/lineage?entity=" + encoded(entity) + more);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
