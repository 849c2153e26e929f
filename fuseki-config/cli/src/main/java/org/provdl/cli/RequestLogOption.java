package org.provdl.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.provdl.server.ProvenanceServer;
import picocli.CommandLine.Option;

/** Where requests are logged, if anywhere. */
final class RequestLogOption {

  private static final String STANDARD_OUTPUT = "-";

  @Option(
      names = "--request-log",
      required = true,
      paramLabel = "FILE|-",
      description =
          "Write a line of JSON for every request to the end of a file, or to standard output.")
  private @Nullable String target;

  @Option(
      names = "--request-log-queries",
      description =
          "Write the query of each request too, less tokens and passwords; it may hold SPARQL with personal data.")
  private boolean queries;

  ProvenanceServer.Builder addTo(ProvenanceServer.Builder server, PrintWriter out) {
    if (target == null) {
      return server;
    }
    return target.equals(STANDARD_OUTPUT)
        ? server.requestLog(
            line -> {
              out.println(line);
              out.flush();
            },
            queries)
        : server.requestLog(Path.of(target), queries);
  }
}
