package org.provdl.cli;

import java.net.URI;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** A store that a command works on: a directory, or what a server has open. */
final class StoreOrServer {

  @Parameters(
      paramLabel = "STORE",
      arity = "0..1",
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
