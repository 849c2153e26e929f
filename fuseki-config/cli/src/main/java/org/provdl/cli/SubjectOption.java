package org.provdl.cli;

import java.net.URI;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The store that an operation works on: a directory, or what a server has open. */
final class SubjectOption {

  @Option(
      names = "--store",
      paramLabel = "STORE",
      description =
          "The directory of a store that no other process has open (default: "
              + Provdl.DEFAULT_STORE
              + ").")
  @Nullable Path store;

  @Option(
      names = "--server",
      paramLabel = "URL",
      description = "A server, such as http://127.0.0.1:3030/provdl." + Token.HELP)
  @Nullable URI server;
}
