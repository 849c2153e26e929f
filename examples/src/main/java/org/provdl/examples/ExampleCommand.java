package org.provdl.examples;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.provdl.queries.CannedQuery;
import org.provdl.queries.Catalogue;
import org.provdl.queries.Format;
import org.provdl.queries.SparqlEndpoint;
import org.provdl.server.ProvenanceServer;
import org.provdl.server.ServerException;
import org.provdl.store.ProvenanceStore;
import org.provdl.store.StoreException;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/** What the examples share: a store, a server on request, and tables of canned queries. */
abstract class ExampleCommand implements Callable<Integer> {

  @Option(
      names = "--store",
      description = "Where the provenance is kept (default: ${DEFAULT-VALUE}).",
      defaultValue = "provdl-store")
  Path directory = Path.of("provdl-store");

  @Option(
      names = "--serve",
      description = "Serve the store by Fuseki while training and after, until Ctrl-C.")
  boolean serve;

  @Option(
      names = "--port",
      description = "The server's port; 0 for any that is free (default: ${DEFAULT-VALUE}).",
      defaultValue = "3030")
  int port = ProvenanceServer.DEFAULT_PORT;

  private final Catalogue catalogue = Catalogue.standard();
  private final PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);

  /** Trains into the store. */
  abstract void train(ProvenanceStore store) throws Exception;

  static int run(ExampleCommand example, String... arguments) {
    return new CommandLine(example)
        .setExecutionExceptionHandler(ExampleCommand::report)
        .execute(arguments);
  }

  @Override
  public final Integer call() throws Exception {
    try (ProvenanceStore store = ProvenanceStore.openOrCreate(directory);
        ProvenanceServer server =
            serve ? ProvenanceServer.builder(store).port(port).start() : null) {
      if (server != null) {
        out.println("SPARQL while it trains: " + server.queryEndpoint());
      }
      train(store);
      out.println("The store is in " + directory.toAbsolutePath().normalize());
      if (server != null) {
        out.println("Fuseki serves it at " + server.queryEndpoint() + " until Ctrl-C.");
        Thread.currentThread().join();
      }
    }
    return 0;
  }

  /**
   * Prints the answer of a canned query as a table; parameters are {@code name, value, name, value,
   * ...}.
   */
  void print(ProvenanceStore store, String query, String... parameters) {
    CannedQuery question = query(query);
    Map<String, String> values = new LinkedHashMap<>();
    for (int i = 0; i < parameters.length; i += 2) {
      values.put(parameters[i], parameters[i + 1]);
    }
    out.println();
    out.println(question.question());
    Format.TABLE.write(question.with(values).on(endpoint(store)), out);
    out.flush();
  }

  /** A query of the catalogue. */
  final CannedQuery query(String query) {
    return catalogue.query(query);
  }

  /** Where a store in this process is asked, while it is written to. */
  static SparqlEndpoint endpoint(ProvenanceStore store) {
    return SparqlEndpoint.of(store::read);
  }

  private static int report(
      Exception failure, CommandLine command, CommandLine.@Nullable ParseResult parsed)
      throws Exception {
    if (failure instanceof StoreException
        || failure instanceof ServerException
        || failure instanceof ImageFolderException) {
      command.getErr().println(failure.getMessage());
      return command.getCommandSpec().exitCodeOnExecutionException();
    }
    throw failure;
  }
}
