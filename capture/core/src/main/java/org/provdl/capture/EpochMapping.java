package org.provdl.capture;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.DCTerms;
import org.jspecify.annotations.Nullable;
import org.provdl.vocabulary.PROV;
import org.provdl.vocabulary.PROVDL;

/**
 * Maps epochs. An epoch appears in the graph when it has ended, whole; nobody sees half of one.
 * Iterations outside of any epoch count for the run itself.
 */
final class EpochMapping {

  private record Measured(String metric, Split split) {}

  private final RunGraph graph;
  private final MetricMapping metrics;
  private final DataMapping data;
  private final Progress progress;
  private final Curve outside = new Curve();
  private Curve inside = new Curve();
  private Map<Measured, Double> measured = new LinkedHashMap<>();
  private @Nullable Instant started;

  EpochMapping(RunGraph graph, MetricMapping metrics, DataMapping data, Progress progress) {
    this.graph = graph;
    this.metrics = metrics;
    this.data = data;
    this.progress = progress;
  }

  void map(Event.EpochStarted event) {
    if (progress.inEpoch) {
      end(null, 0); // training was broken off and begun again
    }
    progress.epoch++;
    progress.inEpoch = true;
    started = event.time();
  }

  void map(Event.IterationEnded event) {
    progress.iteration = Math.max(progress.iteration, event.iteration());
    (progress.inEpoch ? inside : outside)
        .add(event.iteration(), event.loss(), event.exampleCount());
  }

  void map(Event.MetricMeasured event) {
    if (progress.inEpoch) {
      measured.put(new Measured(event.metric(), event.split()), event.value());
    } else {
      emit(event.metric(), event.value(), event.split());
    }
  }

  void map(Event.EpochEnded event) {
    if (progress.inEpoch) {
      end(event.time(), event.droppedIterations());
    }
  }

  /** Emits what has not been: an epoch that did not end, and iterations outside of epochs. */
  void map(Event.RunEnded event) {
    if (progress.inEpoch) {
      end(null, event.droppedIterations());
    }
    if (!outside.isEmpty()) {
      progress.epoch = 0;
      Node training = graph.training();
      metrics.value(training, "loss", outside.mean(), Split.TRAINING, "metric", "training", "loss");
      metrics.curve(training, "loss", outside, Split.TRAINING, "series", "loss");
      new Description(graph, training)
          .with(PROVDL.iterationCount, (long) outside.size())
          .with(PROVDL.exampleCount, outside.exampleCount());
    }
  }

  private void end(@Nullable Instant time, long droppedIterations) {
    Node epoch = graph.part("epoch", progress.epoch);
    Description description =
        graph
            .describe(epoch, PROVDL.Epoch, PROV.Activity)
            .with(PROVDL.index, (long) progress.epoch)
            .with(DCTerms.isPartOf, graph.training())
            .with(PROVDL.iterationCount, inside.size() + droppedIterations)
            .with(PROVDL.exampleCount, inside.exampleCount());
    if (started != null) {
      description.with(PROV.startedAtTime, started);
    }
    if (time != null) {
      description.with(PROV.endedAtTime, time);
    }
    data.usesTrainingData(epoch);
    progress.takeNewSettings().forEach(setting -> description.with(PROV.used, setting));
    if (!inside.isEmpty()) {
      measured.putIfAbsent(new Measured("loss", Split.TRAINING), inside.mean());
      Description series =
          metrics.curve(
              epoch, "loss", inside, Split.TRAINING, "epoch", progress.epoch, "series", "loss");
      series.with(
          PROVDL.droppedPoints, droppedIterations == 0 ? null : Long.valueOf(droppedIterations));
    }
    measured.forEach((what, value) -> emit(what.metric(), value, what.split()));
    inside = new Curve();
    measured = new LinkedHashMap<>();
    progress.inEpoch = false;
  }

  private void emit(String metric, double value, Split split) {
    boolean ofRun = progress.epoch == 0;
    Node activity = ofRun ? graph.training() : graph.part("epoch", progress.epoch);
    if (ofRun) {
      metrics.value(activity, metric, value, split, "metric", data.name(split), metric);
    } else {
      metrics.value(
          activity,
          metric,
          value,
          split,
          "epoch",
          progress.epoch,
          "metric",
          data.name(split),
          metric);
    }
  }
}
