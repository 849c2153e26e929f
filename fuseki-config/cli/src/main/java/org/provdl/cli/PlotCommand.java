package org.provdl.cli;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.provdl.plot.LearningCurves;
import org.provdl.plot.Lineage;
import org.provdl.plot.MetricScatter;
import org.provdl.plot.ParallelCoordinates;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Draws what a store knows. */
@Command(
    name = "plot",
    description = "Draw what a store knows, as SVG or PNG.",
    footer = {"", "Example: provdl plot curves RUN OTHER --metric accuracy --out curves.svg"})
final class PlotCommand {

  private static final String METRIC = "The metric, by its name or IRI.";
  private static final String ONE_SPLIT =
      "training, validation or test (default: the first of test, validation and training that has values).";
  private static final String EXPERIMENT =
      "The name of the experiment whose runs are drawn (default: all runs).";

  @Command(
      name = "curves",
      description = {
        "Draw how a metric developed: a line for each run and part of the data.",
        "Adaptations are marked where a single run is drawn."
      })
  void curves(
      @Parameters(paramLabel = "RUN", arity = "1..*", description = "Runs, by id or name.")
          List<String> runs,
      @Option(
              names = "--metric",
              paramLabel = "METRIC",
              defaultValue = "loss",
              description = METRIC + " (default: loss).")
          String metric,
      @Option(
              names = "--split",
              paramLabel = "SPLIT",
              description =
                  "training, validation or test; several times for several (default: all).")
          @Nullable List<String> splits,
      @Option(names = "--iterations", description = "Draw each iteration instead of each epoch.")
          boolean iterations,
      @Option(names = "--log", description = "Draw the metric on a logarithmic axis.")
          boolean logarithmic,
      @Mixin PictureOutput output) {
    output.write(
        new LearningCurves(
                runs, metric, splits == null ? List.of() : splits, iterations, logarithmic)
            ::on);
  }

  @Command(
      name = "scatter",
      description = "Draw the best value of a metric against a hyperparameter: a dot for each run.")
  void scatter(
      @Parameters(
              paramLabel = "HYPERPARAMETER",
              description = "The hyperparameter, by its name or IRI.")
          String hyperparameter,
      @Option(names = "--metric", paramLabel = "METRIC", required = true, description = METRIC)
          String metric,
      @Option(names = "--split", paramLabel = "SPLIT", description = ONE_SPLIT)
          @Nullable String split,
      @Option(names = "--experiment", paramLabel = "NAME", description = EXPERIMENT)
          @Nullable String experiment,
      @Mixin PictureOutput output) {
    output.write(new MetricScatter(hyperparameter, metric, split, experiment)::on);
  }

  @Command(
      name = "parallel",
      description = {
        "Draw the hyperparameters of runs and the best value of a metric on parallel axes:",
        "a line for each run, in the colour of the metric."
      })
  void parallel(
      @Parameters(
              paramLabel = "HYPERPARAMETER",
              arity = "0..*",
              description = "Hyperparameters, by name or IRI (default: those that vary).")
          @Nullable List<String> hyperparameters,
      @Option(names = "--metric", paramLabel = "METRIC", required = true, description = METRIC)
          String metric,
      @Option(names = "--split", paramLabel = "SPLIT", description = ONE_SPLIT)
          @Nullable String split,
      @Option(names = "--experiment", paramLabel = "NAME", description = EXPERIMENT)
          @Nullable String experiment,
      @Mixin PictureOutput output) {
    output.write(
        new ParallelCoordinates(
                hyperparameters == null ? List.of() : hyperparameters, metric, split, experiment)
            ::on);
  }

  @Command(
      name = "lineage",
      description = "Draw what a model, a file, a run or anything else came from.")
  void lineage(
      @Parameters(
              paramLabel = "ENTITY",
              description = "A run by id or name, an IRI, RUN#PART or sha256-DIGEST.")
          String entity,
      @Option(
              names = "--depth",
              paramLabel = "STEPS",
              defaultValue = "100",
              description = "How many steps back (default: all, as far as there is room).")
          int depth,
      @Option(names = "--settings", description = "Draw hyperparameter settings too.")
          boolean settings,
      @Mixin PictureOutput output) {
    output.write(new Lineage(entity, depth, settings)::on);
  }
}
