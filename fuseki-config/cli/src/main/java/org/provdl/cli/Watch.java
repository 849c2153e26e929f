package org.provdl.cli;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.apache.jena.graph.Node;
import org.jspecify.annotations.Nullable;
import org.provdl.queries.Catalogue;
import org.provdl.queries.SparqlEndpoint;
import org.provdl.queries.TextTable;

/**
 * Asks again and again, until the run has ended that it is about.
 *
 * @param answer what is asked, and how it is printed
 * @param run the run; null if it is about none or several
 * @param seconds between two questions
 */
record Watch(Answer answer, @Nullable String run, int seconds) {

  /** Puts the cursor into the first line, and clears the rest. */
  private static final String REDRAW = "\u001B[H\u001B[J";

  private static final String STATUS = "status";

  /** Where questions are asked. */
  @FunctionalInterface
  interface Place {
    Seen ask(Function<SparqlEndpoint, Seen> questions);
  }

  /**
   * One answer.
   *
   * @param text as it is printed
   * @param last whether there will be no other, for the run has ended
   */
  record Seen(String text, boolean last) {}

  Watch {
    if (seconds < 1) {
      throw new IllegalArgumentException("--watch takes seconds, 1 or more");
    }
  }

  /** In place on a terminal; else what has changed, below the time. */
  void show(Place place, PrintStream out) {
    Catalogue catalogue = Catalogue.standard();
    String before = "";
    while (true) {
      Seen seen = place.ask(endpoint -> look(catalogue, endpoint));
      if (!seen.text.equals(before)) {
        before = seen.text;
        print(seen.text, out);
      }
      if (seen.last || out.checkError() || !sleep()) {
        return;
      }
    }
  }

  private Seen look(Catalogue catalogue, SparqlEndpoint endpoint) {
    // In this order, so that what is shown last is all that the run did.
    boolean ended = hasEnded(catalogue, endpoint);
    return new Seen(answer.text(endpoint), ended);
  }

  private boolean hasEnded(Catalogue catalogue, SparqlEndpoint endpoint) {
    if (run == null) {
      return false;
    }
    String iri = catalogue.run(run, endpoint).iri().getURI();
    return catalogue.query("find-runs").with("text", iri).on(endpoint).rows().stream()
        .map(row -> Objects.requireNonNull(row.get(STATUS)))
        .noneMatch(Watch::isRunning);
  }

  private static boolean isRunning(Node status) {
    return TextTable.cell(status).equals("running");
  }

  private void print(String text, PrintStream out) {
    Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    String heading = "%s%s  %s%n".formatted(isRedrawn() ? REDRAW : "", answer.canned().name(), now);
    out.writeBytes((heading + text).getBytes(StandardCharsets.UTF_8));
    out.flush();
  }

  private boolean isRedrawn() {
    return answer.terminal().isTerminal();
  }

  private boolean sleep() {
    try {
      TimeUnit.SECONDS.sleep(seconds);
      return true;
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
