// Generated from provdl.ttl by ConstantsGenerator; do not edit.
package org.provdl.vocabulary;

import java.util.List;
import org.apache.jena.rdf.model.Property;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.rdf.model.ResourceFactory;

/** The classes, properties and individuals of PROV-DL. */
public final class PROVDL {

  /** The namespace: https://w3id.org/provdl# */
  public static final String NS = "https://w3id.org/provdl#";

  /**
   * A change of a hyperparameter in mid-training: it uses the previous setting, and where known the
   * metric value that triggered it, and generates the next setting.
   */
  public static final Resource Adaptation = resource("Adaptation");

  /** The state of a model at one moment, in memory or saved to a file. */
  public static final Resource Checkpoint = resource("Checkpoint");

  /** A machine, physical or virtual, that computes a training run. */
  public static final Resource ComputeNode = resource("ComputeNode");

  /**
   * Any work that produces data for training, such as cleaning, normalizing or splitting a data
   * set.
   */
  public static final Resource DataPreparation = resource("DataPreparation");

  /** A collection of examples to train or evaluate models with. */
  public static final Resource Dataset = resource("Dataset");

  /**
   * The part of a data set that a training run uses in one way, for training, validation or
   * testing.
   */
  public static final Resource DatasetSplit = resource("DatasetSplit");

  /** One pass of a training run over its training data. */
  public static final Resource Epoch = resource("Epoch");

  /** The computation of metrics of a checkpoint on a data set split. */
  public static final Resource Evaluation = resource("Evaluation");

  /**
   * A name that groups the training runs made for one purpose, such as the search for the best
   * learning rate.
   */
  public static final Resource Experiment = resource("Experiment");

  /**
   * A quantity or choice that is fixed from outside training rather than learned from data, such as
   * the learning rate.
   */
  public static final Resource Hyperparameter = resource("Hyperparameter");

  /**
   * A value of a hyperparameter, given by prov:value, that holds for a whole model or for one
   * layer.
   */
  public static final Resource HyperparameterSetting = resource("HyperparameterSetting");

  /** A file in which another framework saved a model, and from which a model was built. */
  public static final Resource ImportedModel = resource("ImportedModel");

  /** One layer of a model, as its configuration describes it. */
  public static final Resource Layer = resource("Layer");

  /** A measure of how well a model does, such as accuracy. */
  public static final Resource Metric = resource("Metric");

  /** The values of a metric over the iterations of one epoch, in order, as one list. */
  public static final Resource MetricSeries = resource("MetricSeries");

  /** One value of a metric, given by prov:value, on one data set split. */
  public static final Resource MetricValue = resource("MetricValue");

  /** The model that a training run trains, whatever its state. */
  public static final Resource Model = resource("Model");

  /**
   * The description from which a model is built: its layers and their settings, in the form of the
   * framework.
   */
  public static final Resource ModelConfiguration = resource("ModelConfiguration");

  /**
   * The values of all learned parameters of a model after a number of updates, as such: whichever
   * runs reached them, saved them or went on from them.
   */
  public static final Resource Parameters = resource("Parameters");

  /** How a training run ended. */
  public static final Resource RunStatus = resource("RunStatus");

  /** The version of the source code that a training run was started from. */
  public static final Resource SourceCode = resource("SourceCode");

  /** What a data set split is for. */
  public static final Resource SplitRole = resource("SplitRole");

  /** The state of a model when its training run has ended. */
  public static final Resource TrainedModel = resource("TrainedModel");

  /**
   * One execution of training, from the first call that trains a model until training completes,
   * fails or is interrupted.
   */
  public static final Resource TrainingRun = resource("TrainingRun");

  /** What became of a layer when a model was made from another model by transfer learning. */
  public static final Resource TransferStatus = resource("TransferStatus");

  /** The fraction of examples that are classified correctly. */
  public static final Resource accuracy = resource("accuracy");

  /** The function that a layer applies to its output, such as ReLU. */
  public static final Resource activation = resource("activation");

  /** There was no layer of that name. */
  public static final Resource added = resource("added");

  /**
   * The area under the receiver operating characteristic curve: 1 for a perfect classifier, 0.5 for
   * chance.
   */
  public static final Resource areaUnderCurve = resource("areaUnderCurve");

  /**
   * Whether backpropagation goes through whole sequences or is truncated (truncated backpropagation
   * through time).
   */
  public static final Resource backpropType = resource("backpropType");

  /**
   * The exponential decay rate of the running mean and variance that batch normalization uses
   * outside training.
   */
  public static final Resource batchNormalizationDecay = resource("batchNormalizationDecay");

  /**
   * How many examples are in one batch, that is, contribute to one update; the last batch of an
   * epoch may be smaller.
   */
  public static final Resource batchSize = resource("batchSize");

  /**
   * The exponential decay rate of the running mean of the gradient (first moment) in Adam and its
   * relatives.
   */
  public static final Resource beta1 = resource("beta1");

  /**
   * The exponential decay rate of the running mean of the squared gradient (second moment) in Adam
   * and its relatives.
   */
  public static final Resource beta2 = resource("beta2");

  /** The value that biases have before training. */
  public static final Resource biasInit = resource("biasInit");

  /** The learning rate of the biases, where it differs from that of the weights. */
  public static final Resource biasLearningRate = resource("biasLearningRate");

  /**
   * The rule that turns gradients into updates for biases, where it differs from that of the
   * weights.
   */
  public static final Resource biasUpdater = resource("biasUpdater");

  /** Where the framework caches what it needs again; it changes speed and memory but no result. */
  public static final Resource cacheMode = resource("cacheMode");

  /** The role of the source code that a run was started from. */
  public static final Resource codeRole = resource("codeRole");

  /** Training ended as intended, whether after all planned epochs or by early stopping. */
  public static final Resource completed = resource("completed");

  /** A condition that parameters are forced to meet after each update, such as a maximum norm. */
  public static final Resource constraint = resource("constraint");

  /**
   * How a convolution or pooling layer treats the border of its input, such as truncating it or
   * padding to keep the size.
   */
  public static final Resource convolutionMode = resource("convolutionMode");

  /**
   * The order of the dimensions of a batch of images or sequences, such as NCHW (examples,
   * channels, height, width).
   */
  public static final Resource dataFormat = resource("dataFormat");

  /** The numeric type of the parameters and computations, such as FLOAT. */
  public static final Resource dataType = resource("dataType");

  /**
   * The spacing between the elements of the window of a convolution or pooling layer along each
   * spatial dimension; 1 means dense.
   */
  public static final Resource dilation = resource("dilation");

  /** The probability that a unit is dropped in a training step; 0 means no dropout. */
  public static final Resource dropout = resource("dropout");

  /** The planned number of passes over the training data; a run may end earlier. */
  public static final Resource epochs = resource("epochs");

  /**
   * A small constant added to a denominator for numerical stability, in updaters such as Adam and
   * in batch normalization.
   */
  public static final Resource epsilon = resource("epsilon");

  /** The harmonic mean of precision and recall. */
  public static final Resource f1 = resource("f1");

  /** Training ended with an error. */
  public static final Resource failed = resource("failed");

  /** The role of the software that performs the training. */
  public static final Resource frameworkRole = resource("frameworkRole");

  /** The value that the gain of layer normalization has before training. */
  public static final Resource gainInit = resource("gainInit");

  /**
   * How gradients are rescaled or clipped before the updater sees them, such as clipping to a norm
   * for each layer.
   */
  public static final Resource gradientNormalization = resource("gradientNormalization");

  /**
   * The absolute value or norm above which gradients are clipped, where gradient normalization
   * clips.
   */
  public static final Resource gradientNormalizationThreshold =
      resource("gradientNormalizationThreshold");

  /** Whether a layer adds a learned bias. */
  public static final Resource hasBias = resource("hasBias");

  /** The role of the machine that a run is computed on. */
  public static final Resource hostRole = resource("hostRole");

  /**
   * How the framework reuses memory while predicting; it changes speed and memory but no result.
   */
  public static final Resource inferenceWorkspaceMode = resource("inferenceWorkspaceMode");

  /** The role of the parameters that a run starts from. */
  public static final Resource initialParameters = resource("initialParameters");

  /** Training stopped before its end without an error of its own, such as by a killed process. */
  public static final Resource interrupted = resource("interrupted");

  /** The layer began with the parameters that the layer of its name had, bit for bit. */
  public static final Resource kept = resource("kept");

  /** The size of the window of a convolution or pooling layer along each spatial dimension. */
  public static final Resource kernelSize = resource("kernelSize");

  /** The factor of the L1 penalty, the sum of the absolute weights, in the loss. */
  public static final Resource l1 = resource("l1");

  /** The factor of the L1 penalty of the biases. */
  public static final Resource l1Bias = resource("l1Bias");

  /** The factor of the L2 penalty, half the sum of the squared weights, in the loss. */
  public static final Resource l2 = resource("l2");

  /** The factor of the L2 penalty of the biases. */
  public static final Resource l2Bias = resource("l2Bias");

  /** Whether a layer normalises its activations over the units of one example. */
  public static final Resource layerNormalization = resource("layerNormalization");

  /** The factor that scales the step by which the parameters follow the gradient in one update. */
  public static final Resource learningRate = resource("learningRate");

  /**
   * The rule, with its parameters, by which the learning rate changes with the iteration or epoch.
   */
  public static final Resource learningRateSchedule = resource("learningRateSchedule");

  /**
   * The value of the function that training minimizes, regularization terms included where the
   * framework adds them.
   */
  public static final Resource loss = resource("loss");

  /**
   * The function of predictions and targets that training minimizes, such as cross-entropy or mean
   * squared error.
   */
  public static final Resource lossFunction = resource("lossFunction");

  /** How far softmax outputs are kept away from 0 and 1 before the loss takes their logarithm. */
  public static final Resource lossFunctionSoftmaxClipEpsilon =
      resource("lossFunctionSoftmaxClipEpsilon");

  /**
   * The greatest number of iterations of the line search, in optimization algorithms that search
   * along a line.
   */
  public static final Resource maxLineSearchIterations = resource("maxLineSearchIterations");

  /** The mean of the absolute differences between prediction and target. */
  public static final Resource meanAbsoluteError = resource("meanAbsoluteError");

  /** The mean of the squared differences between prediction and target. */
  public static final Resource meanSquaredError = resource("meanSquaredError");

  /** Whether score and gradient are divided by the number of examples in the batch. */
  public static final Resource miniBatch = resource("miniBatch");

  /** Whether training minimizes the loss function (true) or maximizes it (false). */
  public static final Resource minimize = resource("minimize");

  /** The fraction of the previous update that is carried into the next one. */
  public static final Resource momentum = resource("momentum");

  /** The rule, with its parameters, by which the momentum changes with the iteration or epoch. */
  public static final Resource momentumSchedule = resource("momentumSchedule");

  /** How many layers the model has. */
  public static final Resource numberOfLayers = resource("numberOfLayers");

  /**
   * The small number that a layer adds to a denominator, such as the standard deviation in batch
   * normalisation, so that it is never 0.
   */
  public static final Resource numericalEpsilon = resource("numericalEpsilon");

  /** The role of the person who started a run. */
  public static final Resource operatorRole = resource("operatorRole");

  /** The algorithm that searches for the minimum, such as stochastic gradient descent or L-BFGS. */
  public static final Resource optimizationAlgorithm = resource("optimizationAlgorithm");

  /**
   * The role of what a model was made from by transfer learning, or imported from, before training.
   */
  public static final Resource originalModel = resource("originalModel");

  /**
   * How many zeros are put around the input of a convolution or pooling layer along each spatial
   * dimension.
   */
  public static final Resource padding = resource("padding");

  /** How a pooling layer combines the values in its window, such as by their maximum or mean. */
  public static final Resource poolingType = resource("poolingType");

  /**
   * The fraction of the examples assigned to a class that belong to it, averaged over the classes
   * where there are more than two.
   */
  public static final Resource precision = resource("precision");

  /** The role of the setting that an adaptation replaces. */
  public static final Resource previousSetting = resource("previousSetting");

  /**
   * The coefficient of determination: the fraction of the variance of the target that the
   * predictions explain.
   */
  public static final Resource rSquared = resource("rSquared");

  /**
   * The fraction of the examples of a class that are assigned to it, averaged over the classes
   * where there are more than two.
   */
  public static final Resource recall = resource("recall");

  /** There was a layer of the same name, and this one began with other parameters. */
  public static final Resource replaced = resource("replaced");

  /** The exponential decay rate of the running mean of the squared gradient in RMSProp. */
  public static final Resource rmsDecay = resource("rmsDecay");

  /** The square root of the mean squared error, in the unit of the target. */
  public static final Resource rootMeanSquaredError = resource("rootMeanSquaredError");

  /** The run has not ended. */
  public static final Resource running = resource("running");

  /** The number that the random number generator starts from. */
  public static final Resource seed = resource("seed");

  /** The role of a hyperparameter setting that an activity put in force. */
  public static final Resource settingRole = resource("settingRole");

  /**
   * The step by which the window of a convolution or pooling layer moves along each spatial
   * dimension.
   */
  public static final Resource stride = resource("stride");

  /**
   * How many time steps the gradient is propagated back in truncated backpropagation through time.
   */
  public static final Resource tbpttBackwardLength = resource("tbpttBackwardLength");

  /**
   * How many time steps the forward passes of truncated backpropagation through time cover before
   * each update.
   */
  public static final Resource tbpttForwardLength = resource("tbpttForwardLength");

  /** Data on which the outcome is assessed, and which had no part in training or in any choice. */
  public static final Resource testData = resource("testData");

  /** Data from which the parameters are learned. */
  public static final Resource trainingData = resource("trainingData");

  /** How the framework reuses memory while training; it changes speed and memory but no result. */
  public static final Resource trainingWorkspaceMode = resource("trainingWorkspaceMode");

  /**
   * The rule that turns gradients into updates of the parameters, such as Adam or Nesterov
   * momentum.
   */
  public static final Resource updater = resource("updater");

  /**
   * Data on which a model is assessed during training, to choose hyperparameters or the moment to
   * stop.
   */
  public static final Resource validationData = resource("validationData");

  /**
   * The coefficient of the part of a weight that is subtracted from it at each update, apart from
   * the gradient of the loss.
   */
  public static final Resource weightDecay = resource("weightDecay");

  /**
   * The coefficient of the part of a bias that is subtracted from it at each update, apart from the
   * gradient of the loss.
   */
  public static final Resource weightDecayBias = resource("weightDecayBias");

  /** The scheme or distribution that weights are drawn from before training, such as Xavier. */
  public static final Resource weightInit = resource("weightInit");

  /** The noise put on weights during training, such as DropConnect. */
  public static final Resource weightNoise = resource("weightNoise");

  /** The name of the function that a layer applies to its output. */
  public static final Property activationFunction = property("activationFunction");

  /** Relates a setting to what it holds for: the model as a whole, or one layer. */
  public static final Property appliesTo = property("appliesTo");

  /**
   * What computes the tensors, such as "CPU" or "CUDA"; of a model of Keras, the library below it,
   * such as "tensorflow".
   */
  public static final Property backend = property("backend");

  /** The name of the branch that was checked out. */
  public static final Property branch = property("branch");

  /** The identifier of the commit that was checked out. */
  public static final Property commit = property("commit");

  /** Whether the working tree differed from the commit. */
  public static final Property dirty = property("dirty");

  /** How many values were measured but not kept. */
  public static final Property droppedPoints = property("droppedPoints");

  /** The number of the epoch in which something happened. */
  public static final Property duringEpoch = property("duringEpoch");

  /** Relates a thing, such as a metric value or series, to the epoch that it belongs to. */
  public static final Property epoch = property("epoch");

  /** How many examples a data set split holds, or an epoch trained on. */
  public static final Property exampleCount = property("exampleCount");

  /**
   * The shape of the features of one example, such as "[1, 8, 8]" for channels, height and width.
   */
  public static final Property featureShape = property("featureShape");

  /** The number of the iteration that the first value of a series belongs to. */
  public static final Property firstIteration = property("firstIteration");

  /** Relates a layer to a layer whose output it takes as input. */
  public static final Property hasInput = property("hasInput");

  /** Relates a model configuration to one of its layers. */
  public static final Property hasLayer = property("hasLayer");

  /** Whether a greater value of a metric means a better model. */
  public static final Property higherIsBetter = property("higherIsBetter");

  /** Relates a setting to the hyperparameter that it sets. */
  public static final Property hyperparameter = property("hyperparameter");

  /**
   * The position of a thing among its kind: of an epoch within its run, from 1; of a layer within
   * its configuration, from 0.
   */
  public static final Property index = property("index");

  /** How many units or channels a layer takes as input. */
  public static final Property inputSize = property("inputSize");

  /** Whether training leaves the parameters of a layer as they are. */
  public static final Property isFrozen = property("isFrozen");

  /** The number of the iteration (one update of the parameters) at which something happened. */
  public static final Property iteration = property("iteration");

  /** How many iterations (updates of the parameters) there were. */
  public static final Property iterationCount = property("iterationCount");

  /**
   * How many iterations lie between one value of a series and the next; 1 when every iteration has
   * a value.
   */
  public static final Property iterationStride = property("iterationStride");

  /** The version of the Java virtual machine. */
  public static final Property javaVersion = property("javaVersion");

  /** The shape of the label of one example, such as "[10]". */
  public static final Property labelShape = property("labelShape");

  /** The kind of a layer, by the name that the framework gives it. */
  public static final Property layerType = property("layerType");

  /** Where a thing was found or saved: a path or a URL. */
  public static final Property location = property("location");

  /** The physical memory of the machine in bytes. */
  public static final Property memoryInBytes = property("memoryInBytes");

  /** Relates a metric value or series to the metric that was measured. */
  public static final Property metric = property("metric");

  /** The name, version and architecture of the operating system. */
  public static final Property operatingSystem = property("operatingSystem");

  /** How many units or channels a layer puts out. */
  public static final Property outputSize = property("outputSize");

  /** How many learned parameters a model or layer has. */
  public static final Property parameterCount = property("parameterCount");

  /**
   * The SHA-256 of the values of the learned parameters alone, in lower-case hexadecimal: equal for
   * equal states of a model, however saved.
   */
  public static final Property parametersSha256 = property("parametersSha256");

  /** Relates a training run to an experiment that it belongs to. */
  public static final Property partOfExperiment = property("partOfExperiment");

  /** How many processors the Java virtual machine could use. */
  public static final Property processorCount = property("processorCount");

  /** Why something happened, in words: why a run failed, what made a hyperparameter change. */
  public static final Property reason = property("reason");

  /** The URL of the repository that the code was cloned from, without credentials. */
  public static final Property remote = property("remote");

  /** The name of a layer that the model which this one was made from has, and this one has not. */
  public static final Property removedLayer = property("removedLayer");

  /** The SHA-256 of the bytes of a file or text, in lower-case hexadecimal. */
  public static final Property sha256 = property("sha256");

  /** The size of a file in bytes. */
  public static final Property sizeInBytes = property("sizeInBytes");

  /** Tells on which kind of data a metric was measured. */
  public static final Property split = property("split");

  /** Tells how a training run ended. */
  public static final Property status = property("status");

  /** Tells whether a layer was taken over from the model that its own model was made from. */
  public static final Property transferStatus = property("transferStatus");

  /**
   * The values of a series as one list literal of datatype
   * http://w3id.org/awslabs/neptune/SPARQL-CDTs/List.
   */
  public static final Property values = property("values");

  /** The version of a piece of software, as its makers write it. */
  public static final Property version = property("version");

  /** All hyperparameters that PROV-DL names. */
  public static final List<Resource> HYPERPARAMETERS =
      List.of(
          activation,
          backpropType,
          batchNormalizationDecay,
          batchSize,
          beta1,
          beta2,
          biasInit,
          biasLearningRate,
          biasUpdater,
          cacheMode,
          constraint,
          convolutionMode,
          dataFormat,
          dataType,
          dilation,
          dropout,
          epochs,
          epsilon,
          gainInit,
          gradientNormalization,
          gradientNormalizationThreshold,
          hasBias,
          inferenceWorkspaceMode,
          kernelSize,
          l1,
          l1Bias,
          l2,
          l2Bias,
          layerNormalization,
          learningRate,
          learningRateSchedule,
          lossFunction,
          lossFunctionSoftmaxClipEpsilon,
          maxLineSearchIterations,
          miniBatch,
          minimize,
          momentum,
          momentumSchedule,
          numberOfLayers,
          numericalEpsilon,
          optimizationAlgorithm,
          padding,
          poolingType,
          rmsDecay,
          seed,
          stride,
          tbpttBackwardLength,
          tbpttForwardLength,
          trainingWorkspaceMode,
          updater,
          weightDecay,
          weightDecayBias,
          weightInit,
          weightNoise);

  /** All metrics that PROV-DL names. */
  public static final List<Resource> METRICS =
      List.of(
          accuracy,
          areaUnderCurve,
          f1,
          loss,
          meanAbsoluteError,
          meanSquaredError,
          precision,
          rSquared,
          recall,
          rootMeanSquaredError);

  private PROVDL() {}

  private static Resource resource(String localName) {
    return ResourceFactory.createResource(NS + localName);
  }

  private static Property property(String localName) {
    return ResourceFactory.createProperty(NS + localName);
  }
}
