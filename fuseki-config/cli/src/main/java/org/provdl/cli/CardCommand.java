package org.provdl.cli;

import java.io.PrintWriter;
import org.provdl.packages.ModelCard;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Writes the card of a model. */
@Command(
    name = "card",
    description = {
      "Write the card of a model: what it is, data, hyperparameters, metrics, environment, how to reproduce it.",
      "Markdown is what model hubs take as README.md; JSON-LD has the terms of FAIR4ML and schema.org."
    },
    footer = {"", "Example: provdl card sha256-DIGEST > README.md"})
final class CardCommand implements Runnable {

  /** What a card can be written as. */
  enum CardFormat {
    MARKDOWN,
    JSONLD
  }

  @Spec
  @SuppressWarnings("NullAway.Init") // set by picocli
  private CommandSpec spec;

  @Parameters(
      paramLabel = "MODEL|RUN",
      description =
          "A model by the SHA-256 of its file; a run by its IRI, id or name; or an experiment by its name, for the best of its runs.")
  @SuppressWarnings("NullAway.Init") // set by picocli
  private String subject;

  @Option(
      names = "--format",
      description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).",
      defaultValue = "MARKDOWN")
  @SuppressWarnings("NullAway.Init") // set by picocli
  private CardFormat format;

  @Option(
      names = "--metric",
      paramLabel = "METRIC",
      defaultValue = ModelCard.DEFAULT_METRIC,
      description = "What the best run of an experiment is chosen by (default: ${DEFAULT-VALUE}).")
  @SuppressWarnings("NullAway.Init") // set by picocli
  private String metric;

  @Option(
      names = "--split",
      paramLabel = "SPLIT",
      defaultValue = ModelCard.DEFAULT_SPLIT,
      description = "What the metric was measured on (default: ${DEFAULT-VALUE}).")
  @SuppressWarnings("NullAway.Init") // set by picocli
  private String split;

  @ArgGroup private Asked place = new Asked();

  @Override
  public void run() {
    ModelCard card =
        place.ask(
            endpoint -> ModelCard.of(subject, metric, split, endpoint),
            spec.commandLine().getErr());
    PrintWriter out = spec.commandLine().getOut();
    out.print(format == CardFormat.MARKDOWN ? card.markdown() : card.jsonLd());
    out.flush();
  }
}
