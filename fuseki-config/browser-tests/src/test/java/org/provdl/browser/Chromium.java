package org.provdl.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.args.AxeRunOptions;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The browser of the machine, without a window. Not thread-safe, as Playwright is not.
 *
 * <p>Whatever a page writes to its console as an error is kept: what the Content-Security-Policy
 * stops is among it.
 */
final class Chromium implements AutoCloseable {

  private static final Path SCREENSHOTS = Path.of("target/screenshots");
  private static final Set<String> GRAVE = Set.of("serious", "critical");

  /** Far more than a page takes, for machines that do other things too. */
  private static final double PATIENCE_MS = 20_000;

  private final List<String> errors = new ArrayList<>();
  private final Playwright playwright;
  private final Browser browser;

  /** Starts it; without a browser there is no test, and no pass. */
  Chromium() {
    Path program = Path.of(System.getProperty("chromium", "/usr/bin/chromium"));
    assertThat(program)
        .as("Chromium; install it (apt-get install chromium) or say -Dchromium=PROGRAM")
        .isExecutable();
    PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MS);
    playwright = Playwright.create();
    browser =
        playwright
            .chromium()
            .launch(
                new BrowserType.LaunchOptions()
                    .setExecutablePath(program)
                    // Its sandbox needs rights that root in a container has not.
                    .setArgs(List.of("--no-sandbox")));
  }

  Browser browser() {
    return browser;
  }

  /** A page on a desk, in light mode. */
  Page desktop() {
    return page(1280, 900, ColorScheme.LIGHT);
  }

  /** A page on a phone, in dark mode. */
  Page phone() {
    return page(390, 844, ColorScheme.DARK);
  }

  private Page page(int width, int height, ColorScheme mode) {
    BrowserContext context =
        browser.newContext(
            new Browser.NewContextOptions()
                .setViewportSize(width, height)
                .setColorScheme(mode)
                .setTimezoneId("UTC"));
    Page page = context.newPage();
    page.setDefaultTimeout(PATIENCE_MS);
    page.onConsoleMessage(
        message -> {
          if (message.type().equals("error")) {
            errors.add(message.text());
          }
        });
    page.onPageError(errors::add);
    return page;
  }

  /** What went wrong in pages since the last time. */
  List<String> errors() {
    List<String> told = List.copyOf(errors);
    errors.clear();
    return told;
  }

  /** Closes all pages, so that none goes on asking. */
  void closePages() {
    List.copyOf(browser.contexts()).forEach(BrowserContext::close);
    errors.clear();
  }

  /** Keeps a picture of the whole page for people to look at. */
  static void keep(Page page, String name) {
    page.screenshot(
        new Page.ScreenshotOptions().setPath(SCREENSHOTS.resolve(name + ".png")).setFullPage(true));
    assertThat(Files.exists(SCREENSHOTS.resolve(name + ".png"))).isTrue();
  }

  /** The serious and critical findings of axe, and where. */
  static List<String> barriers(Page page) {
    AxeRunOptions options = new AxeRunOptions();
    options.setResultTypes(List.of("violations")); // what passes is not told one by one
    return new AxeBuilder(page)
            .options(options)
            .setLegacyMode(true) // no page has frames, whose findings would be put together
            .analyze()
            .getViolations()
            .stream()
            .filter(finding -> GRAVE.contains(finding.getImpact()))
            .map(Chromium::told)
            .toList();
  }

  private static String told(Rule finding) {
    return finding.getId()
        + ": "
        + finding.getHelp()
        + " "
        + finding.getNodes().stream().map(node -> node.getHtml()).toList();
  }

  @Override
  public void close() {
    browser.close();
    playwright.close();
  }
}
