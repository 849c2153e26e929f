package org.provdl.cli;

import java.io.PrintWriter;
import org.jspecify.annotations.Nullable;
import org.provdl.queries.CannedQuery;
import org.provdl.queries.Catalogue;
import org.provdl.queries.Column;
import org.provdl.queries.Parameter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Lists the queries of the catalogue, or documents one of them. */
@Command(name = "queries", description = "List the queries that can be asked, or explain one.")
final class QueriesCommand implements Runnable {

  @Spec
  @SuppressWarnings("NullAway.Init") // set by picocli
  private CommandSpec spec;

  @Parameters(paramLabel = "NAME", arity = "0..1", description = "The query to explain.")
  private @Nullable String name;

  @Override
  public void run() {
    PrintWriter out = spec.commandLine().getOut();
    Catalogue catalogue = Catalogue.standard();
    if (name == null) {
      for (CannedQuery query : catalogue.queries()) {
        out.printf("%-22s %s%n", query.name(), query.question());
      }
    } else {
      explain(catalogue.query(name), out);
    }
    out.flush();
  }

  private static void explain(CannedQuery query, PrintWriter out) {
    out.printf("%s: %s%n%s%n", query.name(), query.title(), query.question());
    out.printf("%nParameters%n");
    for (Parameter parameter : query.parameters()) {
      out.printf(
          "  %-20s %s (%s, %s)%n",
          parameter.name(),
          parameter.meaning(),
          parameter.type().label(),
          parameter.required() ? "required" : "default " + parameter.defaultValue());
    }
    out.printf("%nColumns%n");
    for (Column column : query.columns()) {
      out.printf("  %-20s %s%n", column.name(), column.meaning());
    }
  }
}
