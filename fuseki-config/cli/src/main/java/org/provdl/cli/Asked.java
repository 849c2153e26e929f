package org.provdl.cli;

import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Path;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.provdl.queries.BoundQuery;
import org.provdl.queries.ResultTable;
import org.provdl.queries.SparqlEndpoint;
import org.provdl.store.ProvenanceStore;
import picocli.CommandLine.Option;

/** Where a query is asked: a store or a server. */
final class Asked {

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

  /** Asks there, or in the default store where nothing was named. */
  static ResultTable ask(@Nullable Asked place, BoundQuery query, PrintWriter messages) {
    return ask(place, query::on, messages);
  }

  /** Asks as many questions as it takes. */
  static <T> T ask(
      @Nullable Asked place, Function<SparqlEndpoint, T> questions, PrintWriter messages) {
    if (place != null && place.server != null) {
      return questions.apply(SparqlEndpoint.remote(place.server));
    }
    Path directory =
        place == null || place.store == null ? Path.of(Provdl.DEFAULT_STORE) : place.store;
    try (ProvenanceStore store = Stores.open(directory, messages)) {
      return store.read(dataset -> questions.apply(SparqlEndpoint.local(dataset)));
    }
  }
}
