package org.provdl.packages;

import static org.provdl.packages.MarkdownText.code;
import static org.provdl.packages.MarkdownText.table;
import static org.provdl.packages.MarkdownText.words;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.provdl.packages.RunRecord.Agent;
import org.provdl.packages.RunRecord.Code;
import org.provdl.packages.RunRecord.Source;
import org.provdl.packages.RunRecord.SplitRecord;
import org.provdl.packages.Subjects.Subject;

/** A model card as Markdown. */
final class MarkdownCard {

  private static final String AUTHOR = "*Not recorded: for the author to write.*\n";

  private final Subject subject;
  private final RunRecord run;

  MarkdownCard(Subject subject) {
    this.subject = subject;
    run = subject.run();
  }

  String text() {
    return String.join(
        "\n",
        new FrontMatter(subject).text() + "---",
        "# " + words(subject.name()) + "\n",
        "Written from the provenance of the run "
            + code(run.iri())
            + ". What is *not recorded* is not known there.\n",
        section("What it is", identity()),
        section("Intended use", AUTHOR),
        section("Training data", data()),
        section("Hyperparameters", hyperparameters()),
        section("Metrics", metrics()),
        section("Architecture", architecture()),
        section("Environment", environment()),
        section("How to reproduce it", reproduction()),
        section("Limitations, risks and biases", AUTHOR),
        section("Licence", AUTHOR));
  }

  private static String section(String title, String text) {
    return "## " + title + "\n\n" + text;
  }

  private String identity() {
    ArtifactRecord file = subject.file().orElse(null);
    return state()
        + table(
            List.of("What", "Recorded"),
            Stream.of(
                List.of("Model file", file == null ? "*none was saved*" : words(file.name())),
                List.of("SHA-256", code(file == null ? null : file.sha256())),
                List.of("Bytes", words(file == null ? null : file.size())),
                List.of("Run", words(run.name()) + ", " + code(run.id()) + ", " + run.status()),
                List.of("Experiment", words(String.join(", ", run.experiments()))),
                List.of("Trained with", words(names(run.frameworks()))),
                List.of("Trained by", words(names(run.people()))),
                List.of("Started", words(run.started())),
                List.of("Ended", words(run.ended())),
                List.of("Parameters", words(run.parameterCount())),
                List.of("Started from", start())));
  }

  private String start() {
    RunRecord.Start start = run.start();
    return start == null
        ? MarkdownText.NOT_RECORDED
        : (start.trained() ? "trained parameters " : "new parameters ") + code(start.iri());
  }

  /** What a reader must know before all else. */
  private String state() {
    return switch (run.status()) {
      case "completed" -> "";
      case "running" -> "**The training has not ended: what follows may change.**\n\n";
      default ->
          "**The training did not complete (%s): %s.**\n\n"
              .formatted(words(run.status()), words(run.reason()));
    };
  }

  private String data() {
    return table(
            List.of("Part", "Source", "SHA-256", "Examples", "Seed of shuffling"),
            run.splits().stream().flatMap(MarkdownCard::rows))
        + list("\nPrepared in these steps:\n\n", run.preparations().stream().map(this::step));
  }

  private static Stream<List<String>> rows(SplitRecord split) {
    List<Source> sources =
        split.sources().isEmpty() ? List.of(new Source("", "", null)) : split.sources();
    return sources.stream()
        .map(
            source ->
                List.of(
                    words(split.name()),
                    words(source.name()),
                    code(source.sha256()),
                    words(split.examples()),
                    words(split.shuffleSeed())));
  }

  private String step(RunRecord.PreparationRow step) {
    return words(step.name()) + (step.parameters() == null ? "" : ": " + code(step.parameters()));
  }

  private String hyperparameters() {
    return table(
            List.of("Hyperparameter", "Value at the start", "Of"),
            run.settings().stream()
                .map(
                    setting ->
                        List.of(
                            words(setting.name()),
                            code(setting.value()),
                            setting.layer() == null ? "model" : "layer " + words(setting.layer()))))
        + list(
            "\nChanged in mid-training:\n\n", run.adaptations().stream().map(MarkdownText::words));
  }

  private String metrics() {
    return table(
        List.of("Metric", "Part of the data", "Best", "Last"),
        run.metrics().stream()
            .map(
                metric ->
                    List.of(
                        words(metric.name()),
                        words(metric.split()),
                        words(metric.best()),
                        words(metric.last()))));
  }

  private String architecture() {
    return table(
        List.of("Layer", "Type", "Inputs", "Outputs", "Activation", "Parameters"),
        run.layers().stream()
            .map(
                layer ->
                    List.of(
                        words(layer.layer()),
                        words(layer.type()),
                        words(layer.inputs()),
                        words(layer.outputs()),
                        words(layer.activation()),
                        words(layer.parameters()))));
  }

  private String environment() {
    String libraries =
        run.libraries().isEmpty()
            ? ""
            : "\nAnd %d libraries, listed by `provdl bom %s`.\n"
                .formatted(run.libraries().size(), EntryNames.safe(run.id()));
    return table(
            List.of("Part", "What", "Recorded"),
            run.environment().stream()
                .map(
                    row ->
                        List.of(
                            words(row.part()),
                            words(row.name()),
                            code(row.value())
                                + (row.unit() == null ? "" : " " + words(row.unit())))))
        + libraries;
  }

  private String reproduction() {
    return "With the store that has the run, the same code and data:\n\n```bash\nprovdl reproduce %s\n```\n\n%s"
        .formatted(EntryNames.safe(run.id()), sourceCode(run.code()));
  }

  private static String sourceCode(@Nullable Code code) {
    return code == null
        ? "The code is " + MarkdownText.NOT_RECORDED + ".\n"
        : "The code is commit %s of %s%s.\n"
            .formatted(
                MarkdownText.code(code.commit()),
                MarkdownText.code(code.remote()),
                Boolean.TRUE.equals(code.dirty()) ? ", with changes that were not committed" : "");
  }

  private static String list(String heading, Stream<String> lines) {
    String text = lines.map("- %s\n"::formatted).collect(Collectors.joining());
    return text.isEmpty() ? "" : heading + text;
  }

  private static String names(List<Agent> agents) {
    return agents.stream().map(Agent::text).collect(Collectors.joining(", "));
  }
}
