package org.provdl.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The {@code provdl} command. */
@Command(
    name = "provdl",
    description = "Provenance of deep-learning training, in RDF, while it happens.",
    subcommands = {
      ServeCommand.class,
      QueryCommand.class,
      QueriesCommand.class,
      DiffCommand.class,
      PlotCommand.class,
      WhenceCommand.class,
      ReproduceCommand.class,
      RecoverCommand.class,
      MergeCommand.class,
      CompactCommand.class
    })
public final class Provdl {

  /** Where a store is unless another directory is named: in the working directory. */
  static final String DEFAULT_STORE = "provdl-store";

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      scope = ScopeType.INHERIT,
      description = "Show this help.")
  @SuppressWarnings("UnusedVariable") // read by picocli
  private boolean help;

  private Provdl() {}

  /**
   * Runs the command and exits with its code.
   *
   * @param arguments the command line
   */
  public static void main(String[] arguments) {
    System.exit(commandLine().execute(arguments));
  }

  static CommandLine commandLine() {
    return new CommandLine(new Provdl())
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setParameterExceptionHandler(Errors::ofUsage)
        .setExecutionExceptionHandler(Errors::ofExecution);
  }
}
