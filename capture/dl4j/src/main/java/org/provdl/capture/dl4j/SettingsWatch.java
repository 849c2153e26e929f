package org.provdl.capture.dl4j;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.deeplearning4j.nn.api.Layer;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.schedule.ISchedule;
import org.provdl.capture.Responsible;
import org.provdl.capture.TrainingRun;
import org.provdl.capture.dl4j.ToldSettings.Cause;

/**
 * Tells a run the settings of a network, and each change of them in mid-training.
 *
 * <p>Each iteration compares references and numbers only. What a program changes inside of a part,
 * such as beta1 of an updater, is found when all is read again: where an epoch begins, at most once
 * a second.
 *
 * <p>Not thread-safe: belongs to the thread that trains.
 */
final class SettingsWatch {

  private static final long PAUSE = 1_000_000_000;
  private static final Cause PROGRAM = new Cause("changed by the program", Responsible.OPERATOR);

  private final CapturedNetwork network;
  private final TrainingRun run;
  private final Predicate<String> chosen;
  private final LongSupplier nanoTime;
  private WatchedLayer[] layers = {};
  private int iteration;
  private int epoch;
  private @Nullable ToldSettings told;
  private long readAt;

  /**
   * Watches nothing before it is started.
   *
   * @param chosen the names of the settings to tell
   * @param nanoTime the clock that says when a second has passed
   */
  SettingsWatch(
      CapturedNetwork network, TrainingRun run, Predicate<String> chosen, LongSupplier nanoTime) {
    this.network = network;
    this.run = run;
    this.chosen = chosen;
    this.nanoTime = nanoTime;
  }

  /** Tells the settings that the network has now. */
  void start() {
    iteration = network.iterationCount();
    epoch = network.epochCount();
    told = new ToldSettings(network, run, chosen);
    layers = watchedLayers();
    readAt = nanoTime.getAsLong();
  }

  /** Compares with the last time. Called in each iteration, where its settings are in force. */
  void compare() {
    iteration = network.iterationCount();
    epoch = network.epochCount();
    compareAgain();
  }

  /**
   * Compares between iterations: the network's counts are those of the next iteration there, and
   * its schedules are not due yet.
   */
  void compareAgain() {
    Layer[] now = network.layers();
    for (int layer = 0; layer < layers.length; layer++) {
      if (!layers[layer].isMadeAs(now[layer])) {
        read(null);
        return;
      }
    }
    for (WatchedLayer layer : layers) {
      if (told != null && layer.hasMoved(iteration, epoch)) {
        move(told);
        return;
      }
    }
  }

  /** Reads all settings again, unless that was done within the last second. */
  void readAgain() {
    if (nanoTime.getAsLong() - readAt >= PAUSE) {
      readLast();
    }
  }

  /** Reads all settings again, at the end of training. */
  void readLast() {
    compareAgain();
    read(null);
  }

  /** Reads all settings again, and tells what has changed as the work of one who had a reason. */
  void readAs(String reason, Responsible responsible) {
    read(new Cause(reason, responsible));
  }

  private void move(ToldSettings told) {
    Set<String> moved = new TreeSet<>();
    List<Map<String, Object>> now = new ArrayList<>(told.last().ofLayers());
    for (int layer = 0; layer < layers.length; layer++) {
      Map<String, Object> values = new LinkedHashMap<>(now.get(layer));
      now.set(layer, values);
      layers[layer].move(
          iteration,
          epoch,
          (name, value) -> {
            values.put(name, value);
            moved.add(name);
          });
    }
    told.tell(
        new NetworkSettings(told.last().ofModel(), now),
        moved,
        (name, layer) -> cause(layers[layer].schedule(name), name));
  }

  private void read(@Nullable Cause given) {
    if (told == null) {
      return; // they could not be read at the start
    }
    readAt = nanoTime.getAsLong();
    NetworkSettings now = NetworkSettings.read(network, iteration, epoch);
    WatchedLayer[] before = layers;
    layers = watchedLayers();
    Set<String> names = new TreeSet<>();
    Stream.of(told.last(), now)
        .flatMap(read -> Stream.concat(Stream.of(read.ofModel()), read.ofLayers().stream()))
        .forEach(values -> names.addAll(values.keySet()));
    told.tell(
        now, names, (name, layer) -> given == null ? cause(before, layers, name, layer) : given);
  }

  private WatchedLayer[] watchedLayers() {
    return Stream.of(network.layers())
        .map(layer -> new WatchedLayer(layer, iteration, epoch))
        .toArray(WatchedLayer[]::new);
  }

  private static Cause cause(@Nullable ISchedule schedule, String name) {
    if (schedule != null) {
      return new Cause("schedule " + schedule.getClass().getSimpleName(), Responsible.FRAMEWORK);
    }
    return name.equals("learningRate")
        ? new Cause("setLearningRate", Responsible.OPERATOR)
        : PROGRAM;
  }

  /** A schedule that was there before and still is moves on beside what the program changes. */
  private static Cause cause(WatchedLayer[] before, WatchedLayer[] now, String name, int layer) {
    ISchedule schedule = layer < before.length ? before[layer].schedule(name) : null;
    return schedule != null && schedule == now[layer].schedule(name)
        ? cause(schedule, name)
        : PROGRAM;
  }
}
