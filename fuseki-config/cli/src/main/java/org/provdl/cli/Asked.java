package org.provdl.cli;

import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Path;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
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
      description =
          "The SPARQL endpoint of a server, such as http://127.0.0.1:3030/provdl." + Token.HELP)
  private @Nullable URI server;

  /** Asks questions there, or of the default store where nothing was named. */
  <T> T ask(Function<SparqlEndpoint, T> questions, PrintWriter messages) {
    if (server != null) {
      return questions.apply(Token.endpoint(server));
    }
    try (ProvenanceStore opened = Stores.open(Stores.directory(store), messages)) {
      return questions.apply(SparqlEndpoint.of(opened::read));
    }
  }
}
