package org.provdl.cli;

import java.io.PrintWriter;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.provdl.queries.BoundQuery;
import org.provdl.queries.CannedQuery;
import org.provdl.queries.Parameter;
import org.provdl.queries.ParameterType;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Asks one query of the catalogue, whose parameters are its options. */
@Command(sortOptions = false, sortSynopsis = false)
final class QuestionCommand implements Runnable {

  private final CannedQuery canned;

  @Spec
  @SuppressWarnings("NullAway.Init") // set by picocli
  private CommandSpec spec;

  @ArgGroup private Asked place = new Asked();

  @Mixin private FormatOption format = new FormatOption();

  @Option(
      names = "--watch",
      arity = "0..1",
      fallbackValue = "2",
      paramLabel = "SECONDS",
      description =
          "Ask again every so many seconds, or every ${FALLBACK-VALUE}, until Ctrl-C or until the run has ended.")
  private @Nullable Integer watch;

  @Option(names = "--sparql", description = "Print the SPARQL text instead of asking it.")
  private boolean sparql;

  @Mixin
  @SuppressWarnings("UnusedVariable") // read before, when the queries were added
  private CatalogueOption catalogue = new CatalogueOption();

  private QuestionCommand(CannedQuery canned) {
    this.canned = canned;
  }

  static CommandSpec of(CannedQuery query) {
    CommandSpec command = CommandSpec.forAnnotatedObject(new QuestionCommand(query));
    command.usageMessage().description(query.question().replace("%", "%%"));
    for (Parameter parameter : query.parameters()) {
      new QuestionOption(parameter).addTo(command, query.name());
    }
    return command;
  }

  @Override
  public void run() {
    BoundQuery query = bound();
    PrintWriter messages = spec.commandLine().getErr();
    Answer answer = new Answer(canned, query, format.value(), Terminal.current());
    if (sparql) {
      spec.commandLine().getOut().println(place.ask(query::toQuery, messages).toString().strip());
      spec.commandLine().getOut().flush();
    } else if (watch == null) {
      Output.to(
          System.out,
          out ->
              place.ask(
                  endpoint -> {
                    answer.write(endpoint, out);
                    return answer;
                  },
                  messages));
    } else {
      new Watch(answer, watchedRun(), watch)
          .show(questions -> place.ask(questions, messages), System.out);
    }
  }

  private BoundQuery bound() {
    BoundQuery query = canned.with(Map.of());
    for (Parameter parameter : canned.parameters()) {
      query = new QuestionOption(parameter).bind(query, spec);
    }
    return query;
  }

  /** The one run that it is about. */
  private @Nullable String watchedRun() {
    return canned.parameters().stream()
        .filter(parameter -> parameter.type() == ParameterType.RUN && !parameter.list())
        .map(parameter -> new QuestionOption(parameter).values(spec))
        .filter(values -> values.size() == 1)
        .map(values -> values.get(0))
        .findFirst()
        .orElse(null);
  }
}
