package org.provdl.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Measures how soon somebody who opens the explorer sees the runs of a store. Each row has the
 * median and the worst of several loads, in milliseconds since the address was entered; {@code
 * fuseki-config/browser-tests/first-view} starts it.
 *
 * <p>Server, browser and whatever else the machine does share it.
 */
final class FirstView {

  private static final int LOADS = 10;

  /** So long somebody who has started a server takes at least to open a browser. */
  private static final Duration PAUSE = Duration.ofSeconds(3);

  /** Tells when the rows, the metrics and the curves of the table were drawn. */
  private static final String WATCH =
      """
      window.seen = {};
      const PARTS = {
        rows: () => document.querySelector('table.runs tbody tr'),
        metrics: () => [...document.querySelectorAll('table.runs thead th')].some((it) => /, /.test(it.textContent) && it.matches('.number')),
        curves: () => document.querySelector('table.runs .sparkline'),
      };
      new MutationObserver(() => {
        for (const [part, there] of Object.entries(PARTS)) {
          if (part in window.seen || !there()) continue;
          window.seen[part] = null;
          requestAnimationFrame(() => setTimeout(() => {
            window.seen[part] = performance.now();
            document.documentElement.classList.add(`seen-${part}`);
          }));
        }
      }).observe(document, { childList: true, subtree: true });
      """;

  private static final String REQUESTS =
      """
      () => performance.getEntriesByType('resource').filter((it) => it.name.includes('/queries/')).map((it) => ({
        query: it.name.replace(/.*\\/queries\\/([^?]*).*/, '$1'),
        begins: it.startTime,
        ends: it.responseEnd,
        bytes: it.decodedBodySize,
      }))
      """;

  private final Browser browser;
  private final Path store;

  private FirstView(Browser browser, Path store) {
    this.browser = browser;
    this.store = store;
  }

  /**
   * Measures stores, one after the other.
   *
   * @param stores the directory of each
   * @throws IOException if a server cannot be started
   */
  public static void main(String[] stores) throws IOException {
    System.out.printf(
        Locale.ROOT,
        "%d processors, load %.1f; ms, median and worst of %d loads%n",
        Runtime.getRuntime().availableProcessors(),
        java.lang.management.ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage(),
        LOADS);
    try (Chromium chromium = new Chromium()) {
      for (String store : stores) {
        new FirstView(chromium.browser(), Path.of(store)).measure();
      }
    }
  }

  private void measure() throws IOException {
    first("server just started", Duration.ZERO);
    first("server started 3 s ago", PAUSE);
    try (ServerProcess server = ServerProcess.serve(store)) {
      List<Load> loads = new ArrayList<>();
      for (int i = 0; i < 2 * LOADS; i++) {
        Load load = fresh(server);
        if (i >= LOADS) {
          loads.add(load);
        }
      }
      report("server warm, browser new", loads);
      loads.clear();
      try (BrowserContext context = browser.newContext()) {
        load(context, server);
        for (int i = 0; i < LOADS; i++) {
          loads.add(load(context, server));
        }
      }
      report("server warm, page known", loads);
      loads.get(0).requests().forEach(it -> System.out.println("    " + told(it)));
    }
  }

  private void first(String how, Duration pause) throws IOException {
    List<Load> loads = new ArrayList<>();
    for (int i = 0; i < LOADS; i++) {
      try (ServerProcess server = ServerProcess.serve(store)) {
        Thread.sleep(pause.toMillis());
        loads.add(fresh(server));
      } catch (InterruptedException stopped) {
        Thread.currentThread().interrupt();
        throw new IOException("It was interrupted.", stopped);
      }
    }
    report(how, loads);
  }

  private Load fresh(ServerProcess server) {
    try (BrowserContext context = browser.newContext()) {
      return load(context, server);
    }
  }

  /**
   * One look.
   *
   * @param seen when the rows, the metrics and the curves were there
   * @param requests what was asked meanwhile
   */
  private record Load(Map<String, Object> seen, List<Map<String, Object>> requests) {}

  @SuppressWarnings("unchecked") // what the scripts above give
  private static Load load(BrowserContext context, ServerProcess server) {
    Page page = context.newPage();
    page.setDefaultTimeout(60_000);
    page.addInitScript(WATCH);
    page.navigate(server.explorer());
    page.waitForSelector(".seen-rows.seen-metrics.seen-curves");
    Load load =
        new Load(
            (Map<String, Object>) page.evaluate("window.seen"),
            (List<Map<String, Object>>) page.evaluate(REQUESTS));
    page.close();
    return load;
  }

  private void report(String how, List<Load> loads) {
    StringBuilder row =
        new StringBuilder("%-16s %-24s".formatted(store.getFileName() + " runs", how));
    for (String part : List.of("rows", "metrics", "curves")) {
      double[] times = loads.stream().mapToDouble(it -> number(it.seen(), part)).sorted().toArray();
      row.append(
          String.format(
              Locale.ROOT,
              "  %s %5.0f (%5.0f)",
              part,
              (times[(times.length - 1) / 2] + times[times.length / 2]) / 2,
              times[times.length - 1]));
    }
    System.out.println(row);
  }

  private static String told(Map<String, Object> request) {
    return String.format(
        Locale.ROOT,
        "%-16s from %5.0f to %5.0f ms, %7d bytes",
        request.get("query"),
        number(request, "begins"),
        number(request, "ends"),
        (long) number(request, "bytes"));
  }

  private static double number(Map<String, Object> told, String name) {
    return Double.parseDouble(String.valueOf(told.get(name)));
  }
}
