package org.provdl.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.provdl.server.ProvenanceServer;
import org.provdl.store.ProvenanceStore;

/** The page of the ontology, with its diagram. */
final class OntologyIT {

  @TempDir private static Path directory;
  private static ProvenanceStore store;
  private static ProvenanceServer server;
  private static Chromium chromium;

  @BeforeAll
  static void start() {
    store = ProvenanceStore.openOrCreate(directory.resolve("store"));
    server = ProvenanceServer.builder(store).port(0).start();
    chromium = new Chromium();
  }

  @AfterAll
  static void stop() {
    chromium.close();
    server.close();
    store.close();
  }

  @Test
  void theDiagramIsSeenOnADeskAndLeadsToDefinitions() {
    Page page = chromium.desktop();
    page.navigate(server.uri() + "/ontology");
    page.screenshot(
        new Page.ScreenshotOptions().setPath(Path.of("target/screenshots/ontology.png")));

    page.locator("figure svg a", new Page.LocatorOptions().setHasText("ModelConfiguration"))
        .click();

    PlaywrightAssertions.assertThat(page.locator("article#ModelConfiguration h3")).isInViewport();
    assertThat(chromium.errors()).isEmpty();
    assertThat(Chromium.barriers(page)).isEmpty();
  }

  @Test
  void anAnchorShowsItsTermInTheDarkToo() {
    Page page = chromium.phone();
    page.navigate(server.uri() + "/ontology#MetricSummary");
    page.screenshot(
        new Page.ScreenshotOptions().setPath(Path.of("target/screenshots/ontology-anchor.png")));

    PlaywrightAssertions.assertThat(page.locator("article#MetricSummary h3")).isInViewport();
    assertThat(chromium.errors()).isEmpty();
    assertThat(Chromium.barriers(page)).isEmpty();
  }
}
