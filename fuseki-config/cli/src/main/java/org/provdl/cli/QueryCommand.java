package org.provdl.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Has a command for each query of the catalogue, so that its parameters are options. */
@Command(
    name = QueryCommand.NAME,
    customSynopsis = "provdl query NAME [OPTION]...",
    description = {
      "Ask one of the queries that `provdl queries` lists.",
      "`provdl query NAME --help` lists its options."
    },
    footer = {"", "Example: provdl query best-runs --metric accuracy --limit 5"})
final class QueryCommand implements Runnable {

  static final String NAME = "query";

  @Spec
  @SuppressWarnings("NullAway.Init") // set by picocli
  private CommandSpec spec;

  @Mixin
  @SuppressWarnings("UnusedVariable") // read before, when the queries were added
  private CatalogueOption catalogue = new CatalogueOption();

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(), "Missing required parameter: the NAME of a query, before all options");
  }
}
