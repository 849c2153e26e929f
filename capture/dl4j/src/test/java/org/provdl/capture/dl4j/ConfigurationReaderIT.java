package org.provdl.capture.dl4j;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.deeplearning4j.nn.api.layers.LayerConstraint;
import org.deeplearning4j.nn.conf.InputPreProcessor;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.distribution.Distribution;
import org.deeplearning4j.nn.conf.dropout.IDropout;
import org.deeplearning4j.nn.conf.layers.variational.ReconstructionDistribution;
import org.deeplearning4j.nn.conf.stepfunctions.StepFunction;
import org.deeplearning4j.nn.conf.weightnoise.IWeightNoise;
import org.deeplearning4j.nn.weights.IWeightInit;
import org.deeplearning4j.nn.weights.WeightInitDistribution;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.linalg.learning.config.Sgd;
import org.nd4j.linalg.learning.regularization.Regularization;
import org.nd4j.linalg.lossfunctions.ILossFunction;
import org.nd4j.linalg.schedule.ISchedule;
import org.nd4j.shade.jackson.databind.JsonNode;
import org.nd4j.shade.jackson.databind.ObjectMapper;
import org.nd4j.shade.jackson.databind.node.ObjectNode;
import org.provdl.vocabulary.PROVDL;

/** No field of any class of configuration in Deeplearning4j's jars is forgotten. */
class ConfigurationReaderIT {

  private static final ObjectMapper JSON = new ObjectMapper();

  /** Where a configuration holds the objects of a kind; what is not here stands by itself. */
  private static final Map<Class<?>, String> PLACES =
      Map.ofEntries(
          Map.entry(IUpdater.class, "{'iupdater': %s}"),
          Map.entry(IDropout.class, "{'idropout': %s}"),
          Map.entry(IWeightInit.class, "{'weightInitFn': %s}"),
          Map.entry(
              Distribution.class,
              "{'weightInitFn': {'@class': '"
                  + WeightInitDistribution.class.getName()
                  + "', 'distribution': %s}}"),
          Map.entry(ILossFunction.class, "{'lossFn': %s}"),
          Map.entry(IActivation.class, "{'activationFn': %s}"),
          Map.entry(LayerConstraint.class, "{'constraints': [%s]}"),
          Map.entry(IWeightNoise.class, "{'weightNoise': %s}"),
          Map.entry(Regularization.class, "{'regularization': [%s]}"),
          Map.entry(
              ISchedule.class,
              "{'iupdater': {'@class': '"
                  + Sgd.class.getName()
                  + "', 'learningRateSchedule': %s}}"),
          Map.entry(InputPreProcessor.class, "{'preProcessor': %s}"),
          Map.entry(StepFunction.class, "{'stepFunction': %s}"),
          Map.entry(ReconstructionDistribution.class, "{'outputDistribution': %s}"));

  /** What Deeplearning4j keeps out of its JSON, so that a saved network loses it too. */
  private static final Set<String> NOT_IN_JSON =
      Set.of(
          "AlphaDropout.alphaPrime", // derived
          "AlphaDropout.a", // derived
          "AlphaDropout.b", // derived
          "Dropout.initializedHelper", // state
          "Dropout.helperCountFail", // state
          "ActivationRReLU.alpha", // state
          "MapSchedule.allKeysSorted", // derived
          "RampSchedule.baseSchedule", // has no getter
          "RampSchedule.numIter", // has no getter
          "L2Vertex.eps", // has no getter
          "CnnToRnnPreProcessor.product", // derived
          "RnnToCnnPreProcessor.product", // derived
          "FeedForwardToCnnPreProcessor.shape", // derived
          "FeedForwardToCnn3DPreProcessor.shape", // derived
          "BaseOutputLayer.lossFn", // of OCNNOutputLayer, where it follows from the other fields
          "ConvolutionLayer.defaultValueOverriden", // how it was built
          "SubsamplingLayer.defaultValueOverridden", // how it was built
          "WeightInitEmbedding.nonSerializableInit"); // says so itself

  /** What a class inherits but does not use, or leaves to the layer that it wraps. */
  private static final Set<String> SAID_AGAIN =
      Set.of(
          "Convolution1D.cnn2dDataFormat",
          "Convolution1DLayer.cnn2dDataFormat",
          "Convolution3D.cnn2dDataFormat",
          "Convolution3D.convolutionMode",
          "Deconvolution3D.cnn2dDataFormat",
          "TimeDistributed.rnnDataFormat",
          "TimeDistributed.gradientNormalizationThreshold",
          "Bidirectional.gradientNormalizationThreshold",
          "LastTimeStep.gradientNormalizationThreshold",
          "FrozenLayer.gradientNormalizationThreshold",
          "FrozenLayerWithBackprop.gradientNormalizationThreshold",
          "MaskZeroLayer.gradientNormalizationThreshold");

  /** Names of fields that JSON writes otherwise, besides upper and lower case. */
  private static final Map<String, String> IN_JSON =
      Map.of(
          "isMinibatch", "minibatch",
          "isNCDHW", "ncdhw",
          "mMixtures", "mixtures",
          "mLabelWidth", "labelWidth");

  static List<Class<?>> classes() throws IOException {
    return ConfigurationClasses.all();
  }

  @ParameterizedTest
  @MethodSource("classes")
  void everyFieldIsInTheJsonOrOnTheListOfThoseThatAreNot(Class<?> type) throws Exception {
    Set<String> written = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    json(type).fieldNames().forEachRemaining(written::add);
    assertThat(
            FilledConfiguration.fields(type).stream()
                .filter(field -> !written.contains(inJson(field)))
                .map(field -> field.getDeclaringClass().getSimpleName() + "." + field.getName()))
        .isSubsetOf(NOT_IN_JSON);
  }

  @ParameterizedTest
  @MethodSource("classes")
  void everyFieldOfTheJsonMakesADifferenceOrIsLeftOutForAReason(Class<?> type) throws Exception {
    ObjectNode json = json(type);
    Map<String, Object> all = read(type, json);
    for (Map.Entry<String, JsonNode> field : fieldsOf(json)) {
      ObjectNode without = json.deepCopy();
      without.remove(field.getKey());
      boolean expected =
          HyperparameterNames.isSetting(type.getSimpleName(), field.getKey())
              && !field.getValue().isNull()
              && !SAID_AGAIN.contains(type.getSimpleName() + "." + field.getKey());
      assertThat(!read(type, without).equals(all)).as(field.getKey()).isEqualTo(expected);
    }
  }

  @ParameterizedTest
  @MethodSource("classes")
  void everyNameIsOneThatTheOntologyKnows(Class<?> type) throws Exception {
    Set<String> known =
        PROVDL.HYPERPARAMETERS.stream()
            .map(term -> term.getLocalName())
            .collect(Collectors.toSet());
    assertThat(read(type, json(type)).keySet().stream().filter(name -> !isOfItsOwn(name)))
        .isSubsetOf(known);
  }

  /** Families of names that are rare, and all made in the same way. */
  private static boolean isOfItsOwn(String name) {
    return name.matches("bias(Beta1|Beta2|Epsilon|Momentum|RmsDecay|Rho|.*Schedule.*)")
        || name.matches("(?!learningRate).*Schedule[A-Z].*");
  }

  private static Map<String, Object> read(Class<?> type, JsonNode json) throws IOException {
    String place =
        PLACES.entrySet().stream()
            .filter(kind -> kind.getKey().isAssignableFrom(type))
            .map(Map.Entry::getValue)
            .findFirst()
            .orElse("%s");
    return ConfigurationReader.read(JSON.readTree(place.replace('\'', '"').formatted(json)));
  }

  private static ObjectNode json(Class<?> type) throws Exception {
    Object filled = FilledConfiguration.of(type);
    return (ObjectNode) JSON.readTree(NeuralNetConfiguration.mapper().writeValueAsString(filled));
  }

  private static List<Map.Entry<String, JsonNode>> fieldsOf(ObjectNode json) {
    List<Map.Entry<String, JsonNode>> fields = new ArrayList<>();
    json.fields().forEachRemaining(fields::add);
    fields.removeIf(field -> ConfigurationValue.isClassName(field.getKey(), json));
    return fields;
  }

  private static String inJson(Field field) {
    return IN_JSON.getOrDefault(field.getName(), field.getName()).toLowerCase(Locale.ROOT);
  }
}
