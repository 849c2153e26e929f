package org.provdl.capture;

import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
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

  private record Score(int epoch, String metric) {}

  private final RunGraph graph;
  private final MetricMapping metrics;
  private final DataMapping data;
  private final Progress progress;
  private final Curve outside = new Curve();
  private final EpochTimes times = new EpochTimes();
  private final Map<Score, Node> scores = new HashMap<>();
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
      end(null, 0, null); // training was broken off and begun again
    }
    progress.startEpoch();
    started = event.time();
  }

  void map(Event.IterationEnded event) {
    progress.iterate(event.iteration(), event.loss());
    (progress.inEpoch ? inside : outside)
        .add(event.iteration(), event.loss(), event.exampleCount());
  }

  void map(Event.MetricMeasured event) {
    if (progress.inEpoch) {
      measured.put(new Measured(event.metric(), event.split()), event.value());
    } else {
      Node value = emit(event.metric(), event.value(), event.split());
      if (event.split() == Split.VALIDATION) {
        scores.put(new Score(progress.epoch, event.metric()), value);
      }
    }
  }

  /** A curve for the run as a whole, which sums up a metric of which no values are told. */
  void map(Event.SeriesMeasured event) {
    metrics.curve(graph.training(), event, data.name(event.split()));
  }

  /** The last value of a metric on the validation data that was measured after an epoch. */
  @Nullable Node score(int epoch, String metric) {
    return scores.get(new Score(epoch, metric));
  }

  void map(Event.EpochEnded event) {
    if (progress.inEpoch) {
      end(event.time(), event.droppedIterations(), event.resources());
    }
  }

  /**
   * Emits what has not been: an epoch that did not end, iterations outside of epochs, and what all
   * came to.
   */
  void map(Event.RunEnded event) {
    long dropped = event.droppedIterations();
    if (progress.inEpoch) {
      end(null, dropped, null);
      dropped = 0;
    }
    if (!outside.isEmpty()) {
      progress.epoch = 0;
      new Description(graph, activity())
          .with(PROVDL.iterationCount, outside.size() + dropped)
          .with(PROVDL.exampleCount, outside.exampleCount());
      emit("loss", outside.mean(), Split.TRAINING);
      emit(outside, dropped);
    }
    times.describe(new Description(graph, graph.training()));
    metrics.summarize();
  }

  private void end(
      @Nullable Instant time, long droppedIterations, @Nullable ResourceUse resources) {
    Node epoch = activity();
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
    description.with(PROVDL.durationInSeconds, Elapsed.seconds(started, time));
    times.add(started, time);
    ResourceMapping.add(resources, description);
    data.usesTrainingData(epoch);
    progress.takeAdapted().forEach(setting -> description.with(PROV.used, setting));
    if (!inside.isEmpty()) {
      measured.putIfAbsent(new Measured("loss", Split.TRAINING), inside.mean());
      emit(inside, droppedIterations);
    }
    measured.forEach((what, value) -> emit(what.metric(), value, what.split()));
    inside = new Curve();
    measured = new LinkedHashMap<>();
    progress.inEpoch = false;
  }

  private Node emit(String metric, double value, Split split) {
    return metrics
        .value(activity(), metric, value, split, names("metric", data.name(split), metric))
        .node();
  }

  private void emit(Curve curve, long droppedIterations) {
    metrics
        .curve(activity(), "loss", curve, Split.TRAINING, names("series", "loss"))
        .with(
            PROVDL.droppedPoints, droppedIterations == 0 ? null : Long.valueOf(droppedIterations));
  }

  /** The epoch, or the run itself outside of epochs. */
  private Node activity() {
    return progress.epoch == 0 ? graph.training() : graph.part("epoch", progress.epoch);
  }

  private Object[] names(Object... names) {
    Stream<Object> epoch =
        progress.epoch == 0 ? Stream.empty() : Stream.of("epoch", progress.epoch);
    return Stream.concat(epoch, Stream.of(names)).toArray();
  }
}
