package org.provdl.capture.dl4j;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.deeplearning4j.nn.api.Model;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.util.ModelSerializer;
import org.jspecify.annotations.Nullable;
import org.provdl.capture.Artifact;
import org.provdl.capture.Check;
import org.provdl.capture.Check.Verdict;
import org.provdl.capture.Parameters;
import org.provdl.capture.RecordedRun;

/**
 * The network that a run began with: made of its configuration, whose seed gives the parameters, or
 * else restored from a file that holds them.
 */
final class RecordedNetwork {

  private static final String SUBJECT = "network";
  private static final String CONFIGURATION = "configuration.json";

  /** An object of Java, which could be anything: Deeplearning4j has not written it for years. */
  private static final String SERIALIZED = "preprocessor.bin";

  /** Bytes of a configuration that are read at most. */
  private static final int LARGEST_CONFIGURATION = 64 << 20;

  private final RecordedRun run;
  private final ClassLoader loader;

  RecordedNetwork(RecordedRun run, ClassLoader loader) {
    this.run = run;
    this.loader = loader;
  }

  /** Builds it and tells how; null where it cannot be built, which is told too. */
  @Nullable Model build(List<Check> checks) {
    String json = run.configuration();
    Parameters initial = run.initial();
    if (json == null || initial == null) {
      checks.add(
          Check.impossible(
              SUBJECT,
              "Its configuration or the parameters that it started from are not recorded."));
      return null;
    }
    try {
      RecordedClasses.check(json, loader);
      Model network = isUntrained(initial) ? ofConfiguration(json) : null;
      if (network == null || !has(initial, network)) {
        network = ofFile(initial, json);
      }
      if (network == null) {
        checks.add(Check.impossible("initial parameters", noParameters(initial)));
        return null;
      }
      checks.add(new Check("initial parameters", initial.sha256(), initial.sha256(), Verdict.SAME));
      return network;
    } catch (IOException | RuntimeException e) {
      checks.add(Check.impossible(SUBJECT, String.valueOf(e.getMessage())));
      return null;
    }
  }

  private static boolean isUntrained(Parameters initial) {
    Long iterations = initial.iterationCount();
    return iterations == null || iterations == 0;
  }

  private static Model ofConfiguration(String json) {
    if (isGraph(json)) {
      ComputationGraph graph = new ComputationGraph(ComputationGraphConfiguration.fromJson(json));
      graph.init();
      return graph;
    }
    MultiLayerNetwork network = new MultiLayerNetwork(MultiLayerConfiguration.fromJson(json));
    network.init();
    return network;
  }

  private static boolean isGraph(String json) {
    return json.contains("\"networkInputs\"") && json.contains("\"vertices\"");
  }

  private static boolean has(Parameters initial, Model network) {
    return ParametersReader.sha256(network.params()).equals(initial.sha256());
  }

  private @Nullable Model ofFile(Parameters initial, String json) throws IOException {
    for (Artifact recorded : run.initialFiles()) {
      File file = new File(recorded.location());
      if (file.isFile()
          && Artifact.of(Path.of(recorded.location())).sha256().equals(recorded.sha256())) {
        Model network = restore(file, json);
        if (has(initial, network)
            && NetworkSettings.withoutCounters(CapturedNetwork.of(network).json()).equals(json)) {
          return network;
        }
      }
    }
    return null;
  }

  private Model restore(File file, String json) throws IOException {
    try (ZipFile zip = new ZipFile(file)) {
      ZipEntry configuration = zip.getEntry(CONFIGURATION);
      if (configuration == null || zip.getEntry(SERIALIZED) != null) {
        throw new IOException("%s is not restored: it is no model of today.".formatted(file));
      }
      try (InputStream content = zip.getInputStream(configuration)) {
        RecordedClasses.check(
            new String(content.readNBytes(LARGEST_CONFIGURATION), StandardCharsets.UTF_8), loader);
      }
    }
    return isGraph(json)
        ? ModelSerializer.restoreComputationGraph(file, true)
        : ModelSerializer.restoreMultiLayerNetwork(file, true);
  }

  private String noParameters(Parameters initial) {
    String files =
        run.initialFiles().isEmpty()
            ? "no model file with them is recorded"
            : "no file that is recorded with them is where it was, with the same configuration: "
                + String.join(", ", run.initialFiles().stream().map(Artifact::location).toList());
    return isUntrained(initial)
        ? "The seed does not give them, and " + files + "."
        : "The network had %d updates when the run began, and %s."
            .formatted(initial.iterationCount(), files);
  }
}
