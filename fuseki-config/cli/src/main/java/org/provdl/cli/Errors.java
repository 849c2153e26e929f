package org.provdl.cli;

import java.util.stream.Collectors;
import org.provdl.capture.JournalException;
import org.provdl.capture.MergeException;
import org.provdl.queries.QueryFileException;
import org.provdl.queries.SparqlEndpointException;
import org.provdl.server.ServerException;
import org.provdl.store.StoreException;
import picocli.CommandLine;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** Turns what went wrong into one line on standard error and an exit code. */
final class Errors {

  private Errors() {}

  static int ofUsage(ParameterException wrong, String[] arguments) {
    CommandLine command = wrong.getCommandLine();
    String name = command.getCommandSpec().qualifiedName();
    print(command, wrong.getMessage() + " (see " + name + " --help)");
    return ExitCode.USAGE;
  }

  static int ofExecution(Exception failure, CommandLine command, ParseResult arguments) {
    if (failure instanceof IllegalArgumentException) {
      print(command, String.valueOf(failure.getMessage()));
      return ExitCode.USAGE;
    }
    boolean expected =
        failure instanceof CommandException
            || failure instanceof StoreException
            || failure instanceof JournalException
            || failure instanceof MergeException
            || failure instanceof ServerException
            || failure instanceof QueryFileException
            || failure instanceof SparqlEndpointException;
    print(
        command,
        expected ? String.valueOf(failure.getMessage()) : "Unexpected failure: " + failure);
    return ExitCode.SOFTWARE;
  }

  private static void print(CommandLine command, String message) {
    String line = message.lines().map(String::strip).collect(Collectors.joining(" "));
    command.getErr().println("provdl: " + line);
  }
}
