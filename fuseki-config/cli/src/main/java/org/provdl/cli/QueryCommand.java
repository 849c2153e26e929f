package org.provdl.cli;

import java.net.URI;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.provdl.queries.BoundQuery;
import org.provdl.queries.Catalogue;
import org.provdl.queries.Format;
import org.provdl.queries.ResultTable;
import org.provdl.queries.SparqlEndpoint;
import org.provdl.store.ProvenanceStore;
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

  @ArgGroup private @Nullable Source source;

  @Option(names = "--format", description = "table, csv or json (default: table).")
  private Format format = Format.TABLE;

  /** Where to ask. */
  static final class Source {

    @Option(
        names = "--store",
        paramLabel = "DIR",
        description =
            "The directory of a store that no other process has open (default: "
                + Provdl.DEFAULT_STORE
                + ").")
    private @Nullable Path store;

    @Option(
        names = "--server",
        paramLabel = "URL",
        description = "The SPARQL endpoint of a server, such as http://127.0.0.1:3030/provdl.")
    private @Nullable URI server;
  }

  @Override
  public void run() {
    BoundQuery query = Catalogue.standard().query(name).with(parameters);
    query.toQuery();
    format.write(ask(query), System.out);
  }

  private ResultTable ask(BoundQuery query) {
    if (source != null && source.server != null) {
      return query.on(SparqlEndpoint.remote(source.server));
    }
    Path directory =
        source == null || source.store == null ? Path.of(Provdl.DEFAULT_STORE) : source.store;
    try (ProvenanceStore store = Stores.open(directory, spec.commandLine().getErr())) {
      return store.read(dataset -> query.on(SparqlEndpoint.local(dataset)));
    }
  }
}
