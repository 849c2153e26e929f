package org.provdl.capture.dl4j;

import java.util.Map;
import java.util.Set;

/**
 * What the ontology calls the fields of Deeplearning4j's JSON, and which of them are no settings.
 */
final class HyperparameterNames {

  /** By field, or by class and field where classes mean different things by it. */
  private static final Map<String, String> NAMES =
      Map.ofEntries(
          Map.entry("activationFn", "activation"),
          Map.entry("gateActivationFn", "gateActivation"),
          Map.entry("pzxActivationFn", "posteriorActivation"),
          Map.entry("iupdater", "updater"),
          Map.entry("weightInitFn", "weightInit"),
          Map.entry("weightInitFnRecurrent", "recurrentWeightInit"),
          Map.entry("paramWeightInit", "parameterWeightInit"),
          Map.entry("lossFn", "lossFunction"),
          Map.entry("optimizationAlgo", "optimizationAlgorithm"),
          Map.entry("maxNumLineSearchIterations", "maxLineSearchIterations"),
          Map.entry("tbpttFwdLength", "tbpttForwardLength"),
          Map.entry("tbpttBackLength", "tbpttBackwardLength"),
          Map.entry("constraints", "constraint"),
          Map.entry("hasLayerNorm", "layerNormalization"),
          Map.entry("momentumISchedule", "momentumSchedule"),
          Map.entry("eps", "numericalEpsilon"),
          Map.entry("softmaxClipEps", "softmaxClipEpsilon"),
          Map.entry("clipEps", "clipEpsilon"),
          Map.entry("std", "standardDeviation"),
          Map.entry("l", "lowerBound"),
          Map.entry("u", "upperBound"),
          Map.entry("lower", "lowerBound"),
          Map.entry("upper", "upperBound"),
          Map.entry("scheduleType", "type"),
          Map.entry("maxIter", "maxIterations"),
          Map.entry("initialLearningRate", "initialValue"),
          Map.entry("maxLearningRate", "maxValue"),
          Map.entry("pschedule", "schedule"),
          Map.entry("stddev", "standardDeviation"),
          Map.entry("stddevSchedule", "standardDeviationSchedule"),
          Map.entry("weightRetainProb", "retainProbability"),
          Map.entry("weightRetainProbSchedule", "retainProbabilitySchedule"),
          Map.entry("applyToBias", "appliesToBias"),
          Map.entry("applyToBiases", "appliesToBias"),
          Map.entry("cnn2dDataFormat", "dataFormat"),
          Map.entry("cnn2DFormat", "dataFormat"),
          Map.entry("rnnDataFormat", "dataFormat"),
          Map.entry("outputFormat", "dataFormat"),
          Map.entry("format", "dataFormat"),
          Map.entry("kernel", "kernelSize"),
          Map.entry("cm", "convolutionMode"),
          Map.entry("Convolution3D.mode", "convolutionMode"),
          Map.entry("Bidirectional.mode", "bidirectionalMode"),
          Map.entry("paddingR", "paddingEnd"),
          Map.entry("paddingBr", "paddingEnd"),
          Map.entry("pnorm", "poolingNorm"),
          Map.entry("avgPoolIncludePadInDivisor", "poolingIncludesPadding"),
          Map.entry("size", "upsamplingSize"),
          Map.entry("blocks", "blockSize"),
          Map.entry("RepeatVector.n", "repetitions"),
          Map.entry("BatchNormalization.decay", "batchNormalizationDecay"),
          Map.entry("BatchNormalization.gamma", "batchNormalizationGamma"),
          Map.entry("BatchNormalization.beta", "batchNormalizationBeta"),
          Map.entry("BatchNormalization.lockGammaBeta", "batchNormalizationLocked"),
          Map.entry("BatchNormalization.minibatch", "batchNormalizationMinibatch"),
          Map.entry("BatchNormalization.useLogStd", "batchNormalizationLogDeviation"),
          Map.entry("LocalResponseNormalization.n", "localResponseNormalizationDepth"),
          Map.entry("LocalResponseNormalization.k", "localResponseNormalizationBias"),
          Map.entry("LocalResponseNormalization.alpha", "localResponseNormalizationAlpha"),
          Map.entry("LocalResponseNormalization.beta", "localResponseNormalizationBeta"),
          Map.entry("CenterLossOutputLayer.alpha", "centerLossAlpha"),
          Map.entry("CenterLossOutputLayer.lambda", "centerLossLambda"),
          Map.entry("nheads", "numberOfHeads"),
          Map.entry("nqueries", "numberOfQueries"),
          Map.entry("numSamples", "numberOfSamples"),
          Map.entry("outputDistribution", "reconstructionDistribution"),
          Map.entry("channels", "capsuleChannels"),
          Map.entry("routings", "capsuleRoutings"),
          Map.entry("useRelu", "capsuleUsesRelu"),
          Map.entry("leak", "capsuleLeak"),
          Map.entry("lambdaCoord", "coordinateLossWeight"),
          Map.entry("lambdaNoObj", "noObjectLossWeight"),
          Map.entry("lossPositionScale", "positionLossFunction"),
          Map.entry("lossClassPredictions", "classLossFunction"),
          Map.entry("initialRValue", "initialBoundary"),
          Map.entry("configureR", "boundaryIsConfigured"),
          Map.entry("op", "elementWiseOperation"),
          Map.entry("SubsetVertex.from", "subsetFrom"),
          Map.entry("SubsetVertex.to", "subsetTo"),
          Map.entry("UnstackVertex.from", "stackIndex"),
          Map.entry("L2NormalizeVertex.dimension", "normalizedDimensions"),
          Map.entry("maskArrayInputName", "maskInput"),
          Map.entry("DuplicateToTimeSeriesVertex.inputName", "sequenceInput"),
          Map.entry("preProcessor", "inputPreProcessor"));

  private static final Set<String> LEFT_OUT =
      Set.of(
          // identity and order
          "layerName",
          "name",
          "confs",
          "layerConf",
          "vertices",
          "vertexInputs",
          "networkInputs",
          "networkOutputs",
          "outputVertex",
          "topologicalOrder",
          "topologicalOrderStr",
          "inputPreProcessors", // told for each layer
          "defaultConfiguration", // told for each layer
          // sizes, which a layer states or which follow from others
          "nin",
          "nout",
          "ninKeys",
          "ninValues",
          "ninQueries",
          "inputSize",
          "outputSize",
          "inputShape",
          "inputChannels",
          "inputCapsules",
          "inputCapsuleDimensions",
          "featureDim",
          "variables",
          "layerParams",
          "vertexParams",
          "increment",
          // counters and other state
          "epochCount",
          "iterationCount",
          "lastEpochSinceRUpdated",
          "MergeVertex.modified",
          "ActivationPReLU.alpha", // learned
          // choices of a library that change speed alone, and checks
          "cudnnAllowFallback",
          "cudnnAlgoMode",
          "cudnnFwdAlgo",
          "cudnnBwdFilterAlgo",
          "cudnnBwdDataAlgo",
          "helperAllowFallback",
          "validateOutputLayerConfig",
          "gradientCheck",
          // the same as another field, or not in use any more
          "Nesterovs.momentumSchedule",
          "rnndataFormat",
          "bwd");

  private HyperparameterNames() {}

  /**
   * The name of a field.
   *
   * @param type the simple name of the class that has it
   */
  static String of(String type, String field) {
    return NAMES.getOrDefault(type + "." + field, NAMES.getOrDefault(field, field));
  }

  static boolean isSetting(String type, String field) {
    return !LEFT_OUT.contains(field) && !LEFT_OUT.contains(type + "." + field);
  }
}
