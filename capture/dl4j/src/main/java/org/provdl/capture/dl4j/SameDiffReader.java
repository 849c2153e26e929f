package org.provdl.capture.dl4j;

import java.util.List;
import java.util.Map;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.autodiff.samediff.TrainingConfig;
import org.nd4j.autodiff.samediff.VariableType;
import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.shade.jackson.core.JsonProcessingException;
import org.nd4j.shade.jackson.databind.ObjectMapper;
import org.nd4j.shade.jackson.databind.node.ObjectNode;
import org.provdl.capture.Parameters;
import org.provdl.capture.Setting;
import org.provdl.capture.TrainingRun;

/** Reads what a SameDiff is and how it is trained. */
final class SameDiffReader {

  private static final List<String> SETTINGS =
      List.of(
          "regularization",
          "minimize",
          "lossVariables",
          "dataSetFeatureMapping",
          "dataSetLabelMapping");

  private static final ObjectMapper JSON = new ObjectMapper();

  private SameDiffReader() {}

  /**
   * Tells the graph's own summary of variables and operations, and the settings of its training.
   */
  static void describe(SameDiff graph, TrainingConfig configuration, TrainingRun run)
      throws JsonProcessingException {
    run.configure(graph.summary(), parameterCount(graph), List.of());
    settings(configuration).forEach((name, value) -> run.choose(Setting.ofModel(name, value)));
  }

  /** Under the names that the same settings have in a network. */
  private static Map<String, Object> settings(TrainingConfig configuration)
      throws JsonProcessingException {
    ObjectNode whole = (ObjectNode) JSON.readTree(configuration.toJson());
    ObjectNode chosen = JSON.createObjectNode();
    chosen.set("iupdater", whole.path("updater"));
    SETTINGS.forEach(name -> chosen.set(name, whole.path(name)));
    Map<String, Object> settings = ConfigurationReader.read(chosen);
    double rate = learningRate(configuration);
    settings.remove("learningRate");
    if (!Double.isNaN(rate)) {
      settings.put("learningRate", rate);
    }
    return settings;
  }

  /** The rate of the next update; NaN where the updater has none. */
  static double learningRate(TrainingConfig configuration) {
    IUpdater updater = configuration.getUpdater();
    return updater.hasLearningRate()
        ? updater.getLearningRate(configuration.getIterationCount(), configuration.getEpochCount())
        : Double.NaN;
  }

  private static long parameterCount(SameDiff graph) {
    return variables(graph).stream().mapToLong(variable -> variable.getArr().length()).sum();
  }

  /** The values of all variables as they are now, in their order; reads all of them. */
  static Parameters parameters(SameDiff graph) {
    return Parameters.of(
        ParametersReader.sha256OfAll(variables(graph).stream().map(SDVariable::getArr).toList()));
  }

  private static List<SDVariable> variables(SameDiff graph) {
    return graph.variables().stream()
        .filter(variable -> variable.getVariableType() == VariableType.VARIABLE)
        .toList();
  }
}
