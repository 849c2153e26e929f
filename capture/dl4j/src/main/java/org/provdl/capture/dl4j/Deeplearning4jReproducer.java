package org.provdl.capture.dl4j;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.deeplearning4j.nn.api.Model;
import org.jspecify.annotations.Nullable;
import org.provdl.capture.Check;
import org.provdl.capture.Environment;
import org.provdl.capture.EnvironmentChecks;
import org.provdl.capture.RecordedEvaluation;
import org.provdl.capture.RecordedRun;
import org.provdl.capture.RecordedSplit;
import org.provdl.capture.Reproducer;
import org.provdl.capture.Reproduction;
import org.provdl.capture.Split;

/**
 * Trains runs of a {@code MultiLayerNetwork} or a {@code ComputationGraph} again, whose training
 * data says how it is read: {@link TrackedData#readBy}. A service, made by {@link Reproducer#find}.
 */
public final class Deeplearning4jReproducer implements Reproducer {

  private static final String FRAMEWORK = "Deeplearning4j";

  /** Makes one, as a {@link java.util.ServiceLoader} does. */
  public Deeplearning4jReproducer() {}

  @Override
  public Reproduction prepare(RecordedRun run, List<Path> moved, ClassLoader loader) {
    List<Check> checks = new ArrayList<>();
    if (!FRAMEWORK.equals(run.framework())) {
      checks.add(
          Check.impossible(
              "framework",
              "It was trained by %s; only a MultiLayerNetwork or ComputationGraph is trained again."
                  .formatted(run.framework() == null ? "a program of its own" : run.framework())));
    }
    run.obstacles().forEach(obstacle -> checks.add(Check.impossible("training", obstacle)));
    Map<Split, RecordedData> data = data(run, new MovedFiles(moved), loader, checks);
    Model network = null;
    if (checks.stream().noneMatch(check -> check.verdict() == Check.Verdict.IMPOSSIBLE)) {
      network = new RecordedNetwork(run, loader).build(checks);
      checks.addAll(
          EnvironmentChecks.of(
              run,
              Environment.detect(Path.of("")),
              BackendReader.read(),
              FrameworkVersion.framework(FRAMEWORK)));
    }
    return new Retraining(run, checks, network, data, loader);
  }

  private static Map<Split, RecordedData> data(
      RecordedRun run, MovedFiles moved, ClassLoader loader, List<Check> checks) {
    Map<Split, RecordedData> data = new EnumMap<>(Split.class);
    for (Split split : Split.values()) {
      RecordedSplit recorded = run.splits().get(split);
      boolean needed =
          split == Split.TRAINING
              || run.evaluations().stream().map(RecordedEvaluation::split).anyMatch(split::equals);
      if (needed) {
        RecordedData found = data(split, recorded, moved, loader, checks);
        if (found != null) {
          data.put(split, found);
        }
      }
    }
    moved.unused().ifPresent(file -> checks.add(file));
    return data;
  }

  private static @Nullable RecordedData data(
      Split split,
      @Nullable RecordedSplit recorded,
      MovedFiles moved,
      ClassLoader loader,
      List<Check> checks) {
    String subject = RecordedData.subject(split);
    if (recorded == null || recorded.reader() == null) {
      String missing = "How it is read is not recorded: track(iterator, split).readBy(data) does.";
      checks.add(
          split == Split.TRAINING
              ? Check.impossible(subject, missing)
              : new Check(subject, null, "not evaluated again. " + missing, Check.Verdict.UNKNOWN));
      return null;
    }
    try {
      RecordedData found = RecordedData.find(split, recorded, moved, loader);
      checks.addAll(found.checks());
      return found;
    } catch (IllegalArgumentException e) {
      checks.add(Check.impossible(subject, String.valueOf(e.getMessage())));
      return null;
    }
  }
}
