package org.provdl.cli;

import java.util.List;
import java.util.Objects;
import org.provdl.queries.CannedQuery;
import org.provdl.queries.Catalogue;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Prints what lets a shell complete commands. */
@Command(
    name = CompletionCommand.NAME,
    description = {
      "Print a script that completes commands, queries and their parameters in a shell.",
      "In ~/.bashrc or ~/.zshrc: source <(provdl completion bash)"
    })
final class CompletionCommand implements Runnable {

  static final String NAME = "completion";

  /** The script is the same for both: zsh takes it through its bashcompinit. */
  enum Shell {
    bash,
    zsh
  }

  @Spec
  @SuppressWarnings("NullAway.Init") // set by picocli
  private CommandSpec spec;

  @Parameters(paramLabel = "SHELL", description = "${COMPLETION-CANDIDATES}.")
  @SuppressWarnings({"NullAway.Init", "UnusedVariable"}) // set by picocli
  private Shell shell;

  @Mixin
  @SuppressWarnings("UnusedVariable") // read before, when the queries were added
  private CatalogueOption catalogue = new CatalogueOption();

  /** Lets the names of queries be completed where they are arguments. */
  static void nameQueries(CommandLine command, Catalogue catalogue) {
    List<String> names = catalogue.queries().stream().map(CannedQuery::name).toList();
    CommandSpec queries =
        Objects.requireNonNull(command.getSubcommands().get(QueriesCommand.NAME)).getCommandSpec();
    PositionalParamSpec name = queries.positionalParameters().get(0);
    queries.remove(name).addPositional(name.toBuilder().completionCandidates(names).build());
  }

  @Override
  public void run() {
    CommandLine root = spec.root().commandLine();
    spec.commandLine().getOut().println(AutoComplete.bash(root.getCommandName(), root));
    spec.commandLine().getOut().flush();
  }
}
