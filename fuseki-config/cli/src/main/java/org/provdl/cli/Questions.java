package org.provdl.cli;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.provdl.queries.CannedQuery;
import org.provdl.queries.Catalogue;
import picocli.CommandLine;

/** Adds the queries of the catalogue to the commands that know them by name. */
final class Questions {

  private Questions() {}

  /** Adds what the command line needs: nothing, one query, or for help and completion all. */
  static void addTo(CommandLine command, String... arguments) {
    List<String> words = List.of(arguments);
    if (words.isEmpty()
        || !List.of(QueryCommand.NAME, CompletionCommand.NAME).contains(words.get(0))) {
      return;
    }
    Catalogue catalogue = CatalogueOption.of(arguments).catalogue();
    CommandLine parent = Objects.requireNonNull(command.getSubcommands().get(QueryCommand.NAME));
    for (CannedQuery query : asked(words, catalogue)) {
      parent.addSubcommand(query.name(), QuestionCommand.of(query));
    }
    CompletionCommand.nameQueries(command, catalogue);
  }

  private static Collection<CannedQuery> asked(List<String> words, Catalogue catalogue) {
    boolean one =
        words.get(0).equals(QueryCommand.NAME) && words.size() > 1 && !words.get(1).startsWith("-");
    return one ? List.of(catalogue.query(words.get(1))) : catalogue.queries();
  }
}
