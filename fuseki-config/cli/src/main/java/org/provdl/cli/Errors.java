package org.provdl.cli;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.provdl.capture.JournalException;
import org.provdl.capture.MergeException;
import org.provdl.interchange.InvalidDocumentException;
import org.provdl.operations.OperationException;
import org.provdl.packages.PackageException;
import org.provdl.plot.PlotException;
import org.provdl.queries.QueryFileException;
import org.provdl.queries.SparqlEndpointException;
import org.provdl.server.ServerException;
import org.provdl.store.StoreException;
import org.provdl.trackers.UnreadableSourceException;
import picocli.CommandLine;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Turns what went wrong into one line on standard error and an exit code. */
final class Errors {

  private Errors() {}

  static int ofUsage(ParameterException wrong, String[] arguments) {
    CommandLine command = wrong.getCommandLine();
    String name = command.getCommandSpec().qualifiedName();
    print(command, wrong.getMessage() + advice(wrong) + " (see " + name + " --help)");
    return ExitCode.USAGE;
  }

  private static String advice(ParameterException wrong) {
    if (!(wrong instanceof UnmatchedArgumentException unmatched)) {
      return "";
    }
    String argument = unmatched.getUnmatched().get(0);
    if (argument.matches("\\w+=.*")) {
      return ": write --" + argument;
    }
    List<String> near = unmatched.getSuggestions();
    return near.isEmpty() ? "" : "; the nearest are " + String.join(", ", near);
  }

  static int ofExecution(Exception failure, CommandLine command, @Nullable ParseResult arguments) {
    if (failure instanceof IllegalArgumentException
        || failure instanceof QueryFileException
        || failure instanceof InvalidDocumentException) {
      print(command, String.valueOf(failure.getMessage()));
      return ExitCode.USAGE;
    }
    boolean expected =
        failure instanceof CommandException
            || failure instanceof StoreException
            || failure instanceof JournalException
            || failure instanceof MergeException
            || failure instanceof UnreadableSourceException
            || failure instanceof PlotException
            || failure instanceof PackageException
            || failure instanceof ServerException
            || failure instanceof OperationException
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
