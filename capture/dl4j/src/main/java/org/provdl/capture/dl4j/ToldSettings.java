package org.provdl.capture.dl4j;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.provdl.capture.Responsible;
import org.provdl.capture.Setting;
import org.provdl.capture.TrainingRun;

/**
 * The settings that a run was told last, and how the next ones differ. A change that all layers
 * that learn share, of a setting that they shared, is one adaptation of the model's setting; any
 * other is one of each layer that changed.
 */
final class ToldSettings {

  /** What holds where a layer has no such setting; of others, the text {@code none}. */
  private static final Map<String, Object> NEUTRAL =
      Map.of(
          "dropout", 0.0,
          "l1", 0.0,
          "l2", 0.0,
          "l1Bias", 0.0,
          "l2Bias", 0.0,
          "weightDecay", 0.0,
          "weightDecayBias", 0.0,
          "frozen", false);

  /** Who changed a setting, and why. */
  record Cause(String reason, Responsible responsible) {}

  /** Says why a setting of a layer changed; of the model, by its first layer. */
  @FunctionalInterface
  interface Causes {
    Cause of(String hyperparameter, int layer);
  }

  private record Key(String hyperparameter, OptionalInt layer) {}

  private final CapturedNetwork network;
  private final TrainingRun run;
  private final Predicate<String> chosen;
  private final Set<String> shared;
  private final Set<Key> told = new HashSet<>();
  private NetworkSettings settings;

  /**
   * Tells the settings that a network has now.
   *
   * @param chosen the names of those to tell, now and later
   */
  ToldSettings(CapturedNetwork network, TrainingRun run, Predicate<String> chosen) {
    this.network = network;
    this.run = run;
    this.chosen = chosen;
    settings = NetworkSettings.read(network, network.iterationCount(), network.epochCount());
    shared = settings.shared(network);
    settings.gathered(shared, network).stream()
        .filter(setting -> chosen.test(setting.hyperparameter()))
        .forEach(this::choose);
  }

  NetworkSettings last() {
    return settings;
  }

  /**
   * Tells what has changed.
   *
   * @param names the settings to compare
   */
  void tell(NetworkSettings now, Collection<String> names, Causes causes) {
    NetworkSettings before = settings;
    settings = now;
    names.stream()
        .filter(chosen)
        .forEach(
            name -> {
              Object old = before.ofModel().get(name);
              Object value = now.ofModel().get(name);
              if (!Objects.equals(old, value)) {
                adapt(new Key(name, OptionalInt.empty()), old, value, causes.of(name, 0));
              }
              tellLayers(name, before.ofLayers(), now.ofLayers(), causes);
            });
  }

  private void tellLayers(
      String name, List<Map<String, Object>> before, List<Map<String, Object>> now, Causes causes) {
    List<Integer> changed =
        IntStream.range(0, Math.min(before.size(), now.size()))
            .filter(layer -> !Objects.equals(before.get(layer).get(name), now.get(layer).get(name)))
            .boxed()
            .toList();
    if (changed.isEmpty()) {
      return;
    }
    List<Integer> learning = network.learningLayers().boxed().toList();
    if (changeTogether(name, learning, before) && areAlike(name, learning, now)) {
      int first = learning.get(0);
      Object old = before.get(first).get(name);
      Object value = now.get(first).get(name);
      adapt(new Key(name, OptionalInt.empty()), old, value, causes.of(name, first));
      shared.add(name);
      changed.stream()
          .filter(layer -> !Objects.equals(now.get(layer).get(name), value))
          .forEach(layer -> tellLayer(name, layer, before, now, causes));
    } else {
      shared.remove(name);
      changed.forEach(layer -> tellLayer(name, layer, before, now, causes));
    }
  }

  private void tellLayer(
      String name,
      int layer,
      List<Map<String, Object>> before,
      List<Map<String, Object>> now,
      Causes causes) {
    adapt(
        new Key(name, OptionalInt.of(layer)),
        before.get(layer).get(name),
        now.get(layer).get(name),
        causes.of(name, layer));
  }

  /** What layers shared, or what may be set for all and none of them had, changes for all. */
  private boolean changeTogether(
      String name, List<Integer> learning, List<Map<String, Object>> before) {
    return shared.contains(name)
        || (NetworkSettings.isSetForAll(name)
            && learning.stream().noneMatch(layer -> before.get(layer).containsKey(name)));
  }

  private static boolean areAlike(
      String name, List<Integer> layers, List<Map<String, Object>> settings) {
    return layers.stream().map(layer -> settings.get(layer).get(name)).distinct().count() == 1;
  }

  private void adapt(Key key, @Nullable Object old, @Nullable Object value, Cause cause) {
    Object none = NEUTRAL.getOrDefault(key.hyperparameter(), "none");
    if (old == null && !told.contains(key)) {
      choose(new Setting(key.hyperparameter(), key.layer(), none));
    }
    Setting setting = new Setting(key.hyperparameter(), key.layer(), value == null ? none : value);
    told.add(key);
    run.adapt(setting, cause.reason(), cause.responsible());
  }

  private void choose(Setting setting) {
    told.add(new Key(setting.hyperparameter(), setting.layer()));
    run.choose(setting);
  }
}
