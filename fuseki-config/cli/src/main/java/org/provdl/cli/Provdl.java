package org.provdl.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;

/** The {@code provdl} command. */
@Command(
    name = "provdl",
    description = "Provenance of deep-learning training, in RDF, while it happens.",
    subcommands = {
      ServeCommand.class,
      QueryCommand.class,
      QueriesCommand.class,
      CompletionCommand.class,
      DiffCommand.class,
      PlotCommand.class,
      CrateCommand.class,
      CardCommand.class,
      BomCommand.class,
      WhenceCommand.class,
      ReproduceCommand.class,
      RecoverCommand.class,
      MergeCommand.class,
      ImportRunsCommand.class,
      CompactCommand.class,
      VerifyCommand.class,
      BackupCommand.class,
      RestoreCommand.class,
      RemoveCommand.class,
      UpgradeCommand.class,
      ExportCommand.class,
      ImportCommand.class,
      ConvertCommand.class,
      ValidateCommand.class,
      UserCommand.class
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
    System.exit(
        execute(
            new PrintWriter(System.out, true, UTF_8),
            new PrintWriter(System.err, true, UTF_8),
            arguments));
  }

  static int execute(PrintWriter out, PrintWriter err, String... arguments) {
    CommandLine command = new CommandLine(new Provdl());
    try {
      Questions.addTo(command, arguments);
    } catch (ParameterException wrong) {
      return Errors.ofUsage(wrong, arguments);
    } catch (RuntimeException failure) {
      return Errors.ofExecution(failure, command.setErr(err), null);
    }
    return command
        .setOut(out)
        .setErr(err)
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setParameterExceptionHandler(Errors::ofUsage)
        .setExecutionExceptionHandler(Errors::ofExecution)
        .execute(arguments);
  }
}
