package org.provdl.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import org.provdl.queries.BoundQuery;
import org.provdl.queries.CannedQuery;
import org.provdl.queries.Catalogue;
import org.provdl.queries.Format;
import org.provdl.queries.ResultTable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Asks one query of the catalogue. */
@Command(
    name = "query",
    description = "Ask one of the queries that `provdl queries` lists.",
    footer = {"", "Example: provdl query best-runs metric=provdl:accuracy limit=5"})
final class QueryCommand implements Runnable {

  @Spec
  @SuppressWarnings("NullAway.Init") // set by picocli
  private CommandSpec spec;

  @Parameters(paramLabel = "NAME", index = "0", description = "The name of the query.")
  @SuppressWarnings("NullAway.Init") // set by picocli
  private String name;

  @Parameters(
      paramLabel = "PARAMETER=VALUE",
      index = "1..*",
      description = "Its parameters; `provdl queries NAME` explains them.")
  private Map<String, String> parameters = new LinkedHashMap<>();

  @ArgGroup private Asked place = new Asked();

  @Option(names = "--format", description = "table, csv or json (default: table).")
  private Format format = Format.TABLE;

  @Override
  public void run() {
    CannedQuery canned = Catalogue.standard().query(name);
    BoundQuery query = canned.with(parameters);
    query.toQuery();
    ResultTable result = place.ask(query, spec.commandLine().getErr());
    if (canned.isAsk() && format == Format.TABLE) {
      System.out.println(result.isYes() ? "yes" : "no");
    } else {
      format.write(result, System.out);
    }
  }
}
