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
   * A change of a hyperparameter in mid-training: it uses the previous setting and the latest value
   * of each metric that stood then, and generates the next setting.
   */
  public static final Resource Adaptation = resource("Adaptation");

  /** The state of a model at one moment, in memory or saved to a file. */
  public static final Resource Checkpoint = resource("Checkpoint");

  /** The libraries and classes that the process of a training run could load, as a set. */
  public static final Resource ClassPath = resource("ClassPath");

  /** An accelerator of a compute node, such as a graphics processor. */
  public static final Resource ComputeDevice = resource("ComputeDevice");

  /** A machine, physical or virtual, that computes a training run. */
  public static final Resource ComputeNode = resource("ComputeNode");

  /** How often an evaluation took each class for each class. */
  public static final Resource ConfusionMatrix = resource("ConfusionMatrix");

  /**
   * Any work that produces data for training, such as cleaning, normalizing or splitting a data
   * set.
   */
  public static final Resource DataPreparation = resource("DataPreparation");

  /**
   * A class and the parameters to make an object of it, which gives the batches of a data set split
   * again.
   */
  public static final Resource DataReader = resource("DataReader");

  /** A collection of examples to train or evaluate models with. */
  public static final Resource Dataset = resource("Dataset");

  /**
   * The part of a data set that a training run uses in one way, for training, validation or
   * testing.
   */
  public static final Resource DatasetSplit = resource("DatasetSplit");

  /**
   * The decision to end training before the parameters stop changing, for the sake of a score on
   * validation data: it uses the best score and the state of the model that reached it.
   */
  public static final Resource EarlyStopping = resource("EarlyStopping");

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

  /** The making of a document out of what another program has recorded. */
  public static final Resource Import = resource("Import");

  /** A file in which another framework saved a model, and from which a model was built. */
  public static final Resource ImportedModel = resource("ImportedModel");

  /**
   * What another program has recorded, in its own form: a file, a folder or an answer, from which a
   * document was made.
   */
  public static final Resource ImportedRecord = resource("ImportedRecord");

  /**
   * One layer of a model, or another vertex of a graph of layers, as its configuration describes
   * it.
   */
  public static final Resource Layer = resource("Layer");

  /** A measure of how well a model does, such as accuracy. */
  public static final Resource Metric = resource("Metric");

  /**
   * The values of a metric for each class of a classification, or each column of a regression, in
   * the order of its labels, as one list.
   */
  public static final Resource MetricBreakdown = resource("MetricBreakdown");

  /** The values of a metric over the iterations of one epoch, in order, as one list. */
  public static final Resource MetricSeries = resource("MetricSeries");

  /** What all values of a metric on one data set split come to in a run. */
  public static final Resource MetricSummary = resource("MetricSummary");

  /** One value of a metric, given by prov:value, on one data set split. */
  public static final Resource MetricValue = resource("MetricValue");

  /** The model that a training run trains, whatever its state. */
  public static final Resource Model = resource("Model");

  /**
   * The description from which a model is built: its layers and their settings, in the form of the
   * framework.
   */
  public static final Resource ModelConfiguration = resource("ModelConfiguration");

  /** A file or folder that a training run wrote and of which no more is known. */
  public static final Resource OutputFile = resource("OutputFile");

  /**
   * The values of all learned parameters of a model after a number of updates, as such: whichever
   * runs reached them, saved them or went on from them.
   */
  public static final Resource Parameters = resource("Parameters");

  /**
   * A value, given by prov:value, that a data preparation was made with, such as the ratio of a
   * split or the mean that a normalizer subtracts.
   */
  public static final Resource PreparationParameter = resource("PreparationParameter");

  /** How a training run, study or trial ended. */
  public static final Resource RunStatus = resource("RunStatus");

  /** A hyperparameter together with the values that a study may try for it. */
  public static final Resource SearchDimension = resource("SearchDimension");

  /**
   * What a study searches, and how: the dimensions, the strategy, and the metric that is its
   * objective.
   */
  public static final Resource SearchPlan = resource("SearchPlan");

  /** The version of the source code that a training run was started from. */
  public static final Resource SourceCode = resource("SourceCode");

  /** What a data set split is for. */
  public static final Resource SplitRole = resource("SplitRole");

  /**
   * A search for good hyperparameters: it makes trials, each with other values, and selects the one
   * with the best objective.
   */
  public static final Resource Study = resource("Study");

  /** A name and a value that say something of a run for which there is no other term. */
  public static final Resource Tag = resource("Tag");

  /** The state of a model when its training run has ended. */
  public static final Resource TrainedModel = resource("TrainedModel");

  /**
   * One execution of training, from the first call that trains a model until training completes,
   * fails or is interrupted.
   */
  public static final Resource TrainingRun = resource("TrainingRun");

  /** What became of a layer when a model was made from another model by transfer learning. */
  public static final Resource TransferStatus = resource("TransferStatus");

  /** One try of a study with the values that it proposes for the hyperparameters. */
  public static final Resource Trial = resource("Trial");

  /**
   * The choice of the winner of a study: it uses the objectives of all trials that have one, and
   * its reason says in words why that trial won, or why none did.
   */
  public static final Resource TrialSelection = resource("TrialSelection");

  /** The fraction of examples that are classified correctly. */
  public static final Resource accuracy = resource("accuracy");

  /** The function that a layer applies to its output, such as ReLU. */
  public static final Resource activation = resource("activation");

  /** The slope or scale of an activation function for negative inputs. */
  public static final Resource activationAlpha = resource("activationAlpha");

  /** The least slope for negative inputs that a randomized rectifier draws. */
  public static final Resource activationLowerBound = resource("activationLowerBound");

  /** The greatest output of an activation function. */
  public static final Resource activationMax = resource("activationMax");

  /** The slope of a rectifier below its threshold. */
  public static final Resource activationNegativeSlope = resource("activationNegativeSlope");

  /** Whether GELU is computed exactly rather than approximated. */
  public static final Resource activationPrecise = resource("activationPrecise");

  /** The axes along which the learned slopes of a parametric rectifier activation are shared. */
  public static final Resource activationSharedAxes = resource("activationSharedAxes");

  /** The input above which a thresholded rectifier is linear; below, it is 0. */
  public static final Resource activationTheta = resource("activationTheta");

  /** The input above which a rectifier is linear. */
  public static final Resource activationThreshold = resource("activationThreshold");

  /** The greatest slope for negative inputs that a randomized rectifier draws. */
  public static final Resource activationUpperBound = resource("activationUpperBound");

  /** There was no layer of that name. */
  public static final Resource added = resource("added");

  /**
   * The area under the receiver operating characteristic curve: 1 for a perfect classifier, 0.5 for
   * chance.
   */
  public static final Resource areaUnderCurve = resource("areaUnderCurve");

  /**
   * The area under the curve of precision over recall: 1 for a perfect classifier, the share of
   * positive examples for chance.
   */
  public static final Resource areaUnderPrecisionRecallCurve =
      resource("areaUnderPrecisionRecallCurve");

  /**
   * Whether backpropagation goes through whole sequences or is truncated (truncated backpropagation
   * through time).
   */
  public static final Resource backpropType = resource("backpropType");

  /** The shift after batch normalization before training, or for good where it is locked. */
  public static final Resource batchNormalizationBeta = resource("batchNormalizationBeta");

  /**
   * The exponential decay rate of the running mean and variance that batch normalization uses
   * outside training.
   */
  public static final Resource batchNormalizationDecay = resource("batchNormalizationDecay");

  /** The scale after batch normalization before training, or for good where it is locked. */
  public static final Resource batchNormalizationGamma = resource("batchNormalizationGamma");

  /** Whether scale and shift after batch normalization are fixed rather than learned. */
  public static final Resource batchNormalizationLocked = resource("batchNormalizationLocked");

  /**
   * Whether batch normalization keeps the logarithm of the running standard deviation in place of
   * the variance.
   */
  public static final Resource batchNormalizationLogDeviation =
      resource("batchNormalizationLogDeviation");

  /**
   * Whether batch normalization trains on mini-batches, and so keeps running estimates of mean and
   * variance.
   */
  public static final Resource batchNormalizationMinibatch =
      resource("batchNormalizationMinibatch");

  /**
   * How many examples are in one batch, that is, contribute to one update; the last batch of an
   * epoch may be smaller.
   */
  public static final Resource batchSize = resource("batchSize");

  /** The role of the state of the model that reached the best score. */
  public static final Resource bestModelRole = resource("bestModelRole");

  /** The role of the best value of the score that early stopping watches. */
  public static final Resource bestScoreRole = resource("bestScoreRole");

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

  /** How a bidirectional layer combines its two directions. */
  public static final Resource bidirectionalMode = resource("bidirectionalMode");

  /** The size of the spatial blocks that a layer moves to another dimension. */
  public static final Resource blockSize = resource("blockSize");

  /** Whether a one-class network learns its boundary between inside and outside as it trains. */
  public static final Resource boundaryIsConfigured = resource("boundaryIsConfigured");

  /** The heights and widths of the boxes that object detection starts from. */
  public static final Resource boundingBoxes = resource("boundingBoxes");

  /** Where the framework caches what it needs again; it changes speed and memory but no result. */
  public static final Resource cacheMode = resource("cacheMode");

  /** The number of channels of a layer of primary capsules. */
  public static final Resource capsuleChannels = resource("capsuleChannels");

  /** The number of dimensions of each capsule. */
  public static final Resource capsuleDimensions = resource("capsuleDimensions");

  /** The slope for negative inputs of the rectifier of primary capsules. */
  public static final Resource capsuleLeak = resource("capsuleLeak");

  /** The number of iterations of dynamic routing between capsules. */
  public static final Resource capsuleRoutings = resource("capsuleRoutings");

  /** Whether primary capsules apply a rectifier to their convolution. */
  public static final Resource capsuleUsesRelu = resource("capsuleUsesRelu");

  /** The number of capsules of a layer. */
  public static final Resource capsules = resource("capsules");

  /** The rate by which the centers of the classes follow the features in center loss. */
  public static final Resource centerLossAlpha = resource("centerLossAlpha");

  /** The weight of center loss against the loss function. */
  public static final Resource centerLossLambda = resource("centerLossLambda");

  /** The loss function of classes in object detection. */
  public static final Resource classLossFunction = resource("classLossFunction");

  /** The role of the source code that a run was started from. */
  public static final Resource codeRole = resource("codeRole");

  /** Whether the dimensions that global pooling reduces vanish rather than keep the size 1. */
  public static final Resource collapseDimensions = resource("collapseDimensions");

  /** Training ended as intended, whether after all planned epochs or by early stopping. */
  public static final Resource completed = resource("completed");

  /** A condition that parameters are forced to meet after each update, such as a maximum norm. */
  public static final Resource constraint = resource("constraint");

  /**
   * How a convolution or pooling layer treats the border of its input, such as truncating it or
   * padding to keep the size.
   */
  public static final Resource convolutionMode = resource("convolutionMode");

  /** The weight of errors of position and size in the loss of object detection. */
  public static final Resource coordinateLossWeight = resource("coordinateLossWeight");

  /** The fraction of its input that a denoising autoencoder corrupts while training. */
  public static final Resource corruptionLevel = resource("corruptionLevel");

  /** How much is cut from the borders of the input along each spatial dimension. */
  public static final Resource cropping = resource("cropping");

  /**
   * The order of the dimensions of a batch of images or sequences, such as NCHW (examples,
   * channels, height, width).
   */
  public static final Resource dataFormat = resource("dataFormat");

  /** The numeric type of the parameters and computations, such as FLOAT. */
  public static final Resource dataType = resource("dataType");

  /** The sizes of the hidden layers of the decoder of a variational autoencoder. */
  public static final Resource decoderLayerSizes = resource("decoderLayerSizes");

  /** How many output channels a depthwise convolution has for each input channel. */
  public static final Resource depthMultiplier = resource("depthMultiplier");

  /**
   * The spacing between the elements of the window of a convolution or pooling layer along each
   * spatial dimension; 1 means dense.
   */
  public static final Resource dilation = resource("dilation");

  /** The probability that a unit is dropped in a training step; 0 means no dropout. */
  public static final Resource dropout = resource("dropout");

  /** The constant alpha of the SELU activation that alpha dropout is made for. */
  public static final Resource dropoutAlpha = resource("dropoutAlpha");

  /**
   * The kind of dropout where it is not the standard one, such as AlphaDropout, SpatialDropout or
   * GaussianNoise.
   */
  public static final Resource dropoutKind = resource("dropoutKind");

  /** The constant lambda of the SELU activation that alpha dropout is made for. */
  public static final Resource dropoutLambda = resource("dropoutLambda");

  /**
   * The rate of multiplicative Gaussian dropout, whose noise has the variance rate / (1 - rate).
   */
  public static final Resource dropoutRate = resource("dropoutRate");

  /** The rule by which the rate of Gaussian dropout changes with the iteration or epoch. */
  public static final Resource dropoutRateSchedule = resource("dropoutRateSchedule");

  /** The rule by which dropout changes with the iteration or epoch. */
  public static final Resource dropoutSchedule = resource("dropoutSchedule");

  /** The standard deviation of Gaussian noise that is added to activations while training. */
  public static final Resource dropoutStandardDeviation = resource("dropoutStandardDeviation");

  /**
   * The rule by which the standard deviation of added Gaussian noise changes with the iteration or
   * epoch.
   */
  public static final Resource dropoutStandardDeviationSchedule =
      resource("dropoutStandardDeviationSchedule");

  /** How a vertex combines its inputs element by element, such as by their sum. */
  public static final Resource elementWiseOperation = resource("elementWiseOperation");

  /** The sizes of the hidden layers of the encoder of a variational autoencoder. */
  public static final Resource encoderLayerSizes = resource("encoderLayerSizes");

  /** The planned number of passes over the training data; a run may end earlier. */
  public static final Resource epochs = resource("epochs");

  /** How many epochs lie between one score of early stopping and the next. */
  public static final Resource epochsPerScore = resource("epochsPerScore");

  /**
   * A small constant added to a denominator for numerical stability, in updaters such as Adam and
   * in batch normalization.
   */
  public static final Resource epsilon = resource("epsilon");

  /**
   * The mean distance between the probability that a model gives a class and the fraction of such
   * examples that belong to it, over bins of probability weighted by their examples.
   */
  public static final Resource expectedCalibrationError = resource("expectedCalibrationError");

  /** The harmonic mean of precision and recall. */
  public static final Resource f1 = resource("f1");

  /** Training ended with an error. */
  public static final Resource failed = resource("failed");

  /** The mean of the false positive rate and the false negative rate. */
  public static final Resource falseAlarmRate = resource("falseAlarmRate");

  /** The fraction of the examples of a class that are not assigned to it. */
  public static final Resource falseNegativeRate = resource("falseNegativeRate");

  /** The fraction of the examples outside of a class that are assigned to it. */
  public static final Resource falsePositiveRate = resource("falsePositiveRate");

  /** The value that the bias of the forget gate of an LSTM has before training. */
  public static final Resource forgetGateBiasInit = resource("forgetGateBiasInit");

  /** The role of the software that performs the training. */
  public static final Resource frameworkRole = resource("frameworkRole");

  /** Whether a layer is kept from learning. */
  public static final Resource frozen = resource("frozen");

  /** The geometric mean of precision and recall. */
  public static final Resource gMeasure = resource("gMeasure");

  /** The value that the gain of layer normalization has before training. */
  public static final Resource gainInit = resource("gainInit");

  /** The function that a recurrent layer applies to its gates. */
  public static final Resource gateActivation = resource("gateActivation");

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

  /** The size of each attention head. */
  public static final Resource headSize = resource("headSize");

  /** The number of units in the hidden layer of a one-class network. */
  public static final Resource hiddenSize = resource("hiddenSize");

  /** The role of the machine that a run is computed on. */
  public static final Resource hostRole = resource("hostRole");

  /** Whether an embedding layer takes the length of its sequences from the data. */
  public static final Resource inferInputLength = resource("inferInputLength");

  /**
   * How the framework reuses memory while predicting; it changes speed and memory but no result.
   */
  public static final Resource inferenceWorkspaceMode = resource("inferenceWorkspaceMode");

  /** The boundary between inside and outside that a one-class network starts from. */
  public static final Resource initialBoundary = resource("initialBoundary");

  /** The role of the parameters that a run starts from. */
  public static final Resource initialParameters = resource("initialParameters");

  /** The length of the sequences that an embedding layer takes. */
  public static final Resource inputLength = resource("inputLength");

  /** What reshapes the activations before a layer takes them as input, with its parameters. */
  public static final Resource inputPreProcessor = resource("inputPreProcessor");

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

  /**
   * The rule by which the factor of the L1 penalty of the biases changes with the iteration or
   * epoch.
   */
  public static final Resource l1BiasSchedule = resource("l1BiasSchedule");

  /** The rule by which the factor of the L1 penalty changes with the iteration or epoch. */
  public static final Resource l1Schedule = resource("l1Schedule");

  /** The factor of the L2 penalty, half the sum of the squared weights, in the loss. */
  public static final Resource l2 = resource("l2");

  /** The factor of the L2 penalty of the biases. */
  public static final Resource l2Bias = resource("l2Bias");

  /**
   * The rule by which the factor of the L2 penalty of the biases changes with the iteration or
   * epoch.
   */
  public static final Resource l2BiasSchedule = resource("l2BiasSchedule");

  /** The rule by which the factor of the L2 penalty changes with the iteration or epoch. */
  public static final Resource l2Schedule = resource("l2Schedule");

  /** Whether a layer normalises its activations over the units of one example. */
  public static final Resource layerNormalization = resource("layerNormalization");

  /** The factor that scales the step by which the parameters follow the gradient in one update. */
  public static final Resource learningRate = resource("learningRate");

  /** The kind of the rule by which the learning rate changes with the iteration or epoch. */
  public static final Resource learningRateSchedule = resource("learningRateSchedule");

  /**
   * The factor by which a cyclic learning rate schedule decays in each iteration or epoch at the
   * end of a cycle.
   */
  public static final Resource learningRateScheduleAnnealingDecay =
      resource("learningRateScheduleAnnealingDecay");

  /**
   * The iterations or epochs at the end of each cycle in which a cyclic learning rate schedule
   * decays below its initial value.
   */
  public static final Resource learningRateScheduleAnnealingLength =
      resource("learningRateScheduleAnnealingLength");

  /** The iterations or epochs of one cycle of a cyclic learning rate schedule. */
  public static final Resource learningRateScheduleCycleLength =
      resource("learningRateScheduleCycleLength");

  /**
   * The factor by which a stepwise learning rate schedule multiplies the learning rate at each
   * step.
   */
  public static final Resource learningRateScheduleDecayRate =
      resource("learningRateScheduleDecayRate");

  /** The rate of decay of an exponential, inverse or sigmoid learning rate schedule. */
  public static final Resource learningRateScheduleGamma = resource("learningRateScheduleGamma");

  /** The value that the learning rate schedule starts from. */
  public static final Resource learningRateScheduleInitialValue =
      resource("learningRateScheduleInitialValue");

  /** The iterations or epochs after which a polynomial learning rate schedule has reached 0. */
  public static final Resource learningRateScheduleMaxIterations =
      resource("learningRateScheduleMaxIterations");

  /** The greatest value that a cyclic learning rate schedule reaches. */
  public static final Resource learningRateScheduleMaxValue =
      resource("learningRateScheduleMaxValue");

  /** The exponent of a polynomial or inverse learning rate schedule. */
  public static final Resource learningRateSchedulePower = resource("learningRateSchedulePower");

  /** The iterations or epochs from one step of a stepwise learning rate schedule to the next. */
  public static final Resource learningRateScheduleStep = resource("learningRateScheduleStep");

  /**
   * The iterations or epochs to the middle of a sigmoid learning rate schedule, or of one slope of
   * a cyclic one.
   */
  public static final Resource learningRateScheduleStepSize =
      resource("learningRateScheduleStepSize");

  /** Whether the learning rate schedule counts iterations or epochs. */
  public static final Resource learningRateScheduleType = resource("learningRateScheduleType");

  /** The value of a learning rate schedule that never changes it. */
  public static final Resource learningRateScheduleValue = resource("learningRateScheduleValue");

  /** The values of a learning rate schedule by the iteration or epoch that each holds from. */
  public static final Resource learningRateScheduleValues = resource("learningRateScheduleValues");

  /** The role of the class path that the process of a run was started with. */
  public static final Resource libraryRole = resource("libraryRole");

  /** The factor of the sum of squares in local response normalization. */
  public static final Resource localResponseNormalizationAlpha =
      resource("localResponseNormalizationAlpha");

  /** The exponent of the denominator in local response normalization. */
  public static final Resource localResponseNormalizationBeta =
      resource("localResponseNormalizationBeta");

  /** The constant k that local response normalization adds to its denominator. */
  public static final Resource localResponseNormalizationBias =
      resource("localResponseNormalizationBias");

  /** The number of adjacent channels that local response normalization sums over. */
  public static final Resource localResponseNormalizationDepth =
      resource("localResponseNormalizationDepth");

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

  /** The weight of recall against precision where the loss function is an F measure. */
  public static final Resource lossFunctionBeta = resource("lossFunctionBeta");

  /**
   * How far outputs are kept away from 0 and 1 before binary cross-entropy takes their logarithm.
   */
  public static final Resource lossFunctionClipEpsilon = resource("lossFunctionClipEpsilon");

  /** The number of outputs that each Gaussian distribution of a mixture density describes. */
  public static final Resource lossFunctionLabelWidth = resource("lossFunctionLabelWidth");

  /** The number of Gaussian distributions where the loss function is that of a mixture density. */
  public static final Resource lossFunctionMixtures = resource("lossFunctionMixtures");

  /** How far softmax outputs are kept away from 0 and 1 before the loss takes their logarithm. */
  public static final Resource lossFunctionSoftmaxClipEpsilon =
      resource("lossFunctionSoftmaxClipEpsilon");

  /** The weights of the outputs or classes in the loss function. */
  public static final Resource lossFunctionWeights = resource("lossFunctionWeights");

  /** The name of the input of the network whose mask tells a vertex which time steps there are. */
  public static final Resource maskInput = resource("maskInput");

  /** The shape that a vertex gives to the mask of its input. */
  public static final Resource maskShape = resource("maskShape");

  /** The value of a time step that counts as missing. */
  public static final Resource maskingValue = resource("maskingValue");

  /**
   * The correlation of predicted and actual classes, averaged over the classes where there are more
   * than two: 1 for a perfect classifier, 0 for chance, -1 for one that is always wrong.
   */
  public static final Resource matthewsCorrelation = resource("matthewsCorrelation");

  /**
   * The greatest number of iterations of the line search, in optimization algorithms that search
   * along a line.
   */
  public static final Resource maxLineSearchIterations = resource("maxLineSearchIterations");

  /** The mean of the absolute differences between prediction and target. */
  public static final Resource meanAbsoluteError = resource("meanAbsoluteError");

  /** The mean of the squared differences between prediction and target. */
  public static final Resource meanSquaredError = resource("meanSquaredError");

  /** The dimension along which a vertex joins its inputs. */
  public static final Resource mergeAxis = resource("mergeAxis");

  /** Whether score and gradient are divided by the number of examples in the batch. */
  public static final Resource miniBatch = resource("miniBatch");

  /** Whether training minimizes the loss function (true) or maximizes it (false). */
  public static final Resource minimize = resource("minimize");

  /** The fraction of the previous update that is carried into the next one. */
  public static final Resource momentum = resource("momentum");

  /** The kind of the rule by which the momentum changes with the iteration or epoch. */
  public static final Resource momentumSchedule = resource("momentumSchedule");

  /** The shape that a vertex gives to its input. */
  public static final Resource newShape = resource("newShape");

  /** The weight of confidence where there is no object in the loss of object detection. */
  public static final Resource noObjectLossWeight = resource("noObjectLossWeight");

  /** The dimensions over which a vertex normalizes its input to a Euclidean length of 1. */
  public static final Resource normalizedDimensions = resource("normalizedDimensions");

  /** The fraction of training examples that a one-class network treats as outliers. */
  public static final Resource nu = resource("nu");

  /** The number of attention heads. */
  public static final Resource numberOfHeads = resource("numberOfHeads");

  /** How many layers the model has. */
  public static final Resource numberOfLayers = resource("numberOfLayers");

  /** The number of learned queries of an attention layer. */
  public static final Resource numberOfQueries = resource("numberOfQueries");

  /** How many samples a variational autoencoder draws for each example in training. */
  public static final Resource numberOfSamples = resource("numberOfSamples");

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

  /**
   * How many zeros are put after the input along each spatial dimension, where the padding before
   * it differs.
   */
  public static final Resource paddingEnd = resource("paddingEnd");

  /**
   * The schemes that single parameters of a layer are drawn from before training, by name of
   * parameter.
   */
  public static final Resource parameterWeightInit = resource("parameterWeightInit");

  /** The linear correlation of predictions and targets. */
  public static final Resource pearsonCorrelation = resource("pearsonCorrelation");

  /** The dimensions that global pooling reduces. */
  public static final Resource poolingDimensions = resource("poolingDimensions");

  /** Whether the mean of a pooling window counts the zeros of the padding. */
  public static final Resource poolingIncludesPadding = resource("poolingIncludesPadding");

  /** The exponent p where pooling combines values by their p-norm. */
  public static final Resource poolingNorm = resource("poolingNorm");

  /** How a pooling layer combines the values in its window, such as by their maximum or mean. */
  public static final Resource poolingType = resource("poolingType");

  /** The loss function of positions and sizes in object detection. */
  public static final Resource positionLossFunction = resource("positionLossFunction");

  /**
   * The function that a variational autoencoder applies to the parameters of the distribution of
   * its code.
   */
  public static final Resource posteriorActivation = resource("posteriorActivation");

  /**
   * The fraction of the examples assigned to a class that belong to it, averaged over the classes
   * where there are more than two.
   */
  public static final Resource precision = resource("precision");

  /** The role of the setting that an adaptation replaces. */
  public static final Resource previousSetting = resource("previousSetting");

  /** Whether attention projects its input before it attends. */
  public static final Resource projectInput = resource("projectInput");

  /**
   * The coefficient of determination: the fraction of the variance of the target that the
   * predictions explain.
   */
  public static final Resource rSquared = resource("rSquared");

  /**
   * The number that the framework's own random number generator of the training thread was last
   * seeded with when training began; dropout and shuffling may draw from it.
   */
  public static final Resource randomGeneratorSeed = resource("randomGeneratorSeed");

  /**
   * The fraction of the examples of a class that are assigned to it, averaged over the classes
   * where there are more than two.
   */
  public static final Resource recall = resource("recall");

  /**
   * The distribution, with its parameters, that a variational autoencoder describes its input by.
   */
  public static final Resource reconstructionDistribution = resource("reconstructionDistribution");

  /**
   * The scheme or distribution that recurrent weights are drawn from before training, where it
   * differs from that of the others.
   */
  public static final Resource recurrentWeightInit = resource("recurrentWeightInit");

  /**
   * The sum of the squared errors divided by that of a model that always predicts the mean of the
   * targets.
   */
  public static final Resource relativeSquaredError = resource("relativeSquaredError");

  /** How often a layer repeats its input as a sequence. */
  public static final Resource repetitions = resource("repetitions");

  /** There was a layer of the same name, and this one began with other parameters. */
  public static final Resource replaced = resource("replaced");

  /** Whether a vertex reshapes its input by rows (c) or by columns (f). */
  public static final Resource reshapeOrder = resource("reshapeOrder");

  /** The exponential decay rate of the running means in AdaDelta. */
  public static final Resource rho = resource("rho");

  /** The exponential decay rate of the running mean of the squared gradient in RMSProp. */
  public static final Resource rmsDecay = resource("rmsDecay");

  /** The square root of the mean squared error, in the unit of the target. */
  public static final Resource rootMeanSquaredError = resource("rootMeanSquaredError");

  /** The run has not ended. */
  public static final Resource running = resource("running");

  /** What a vertex multiplies its input with. */
  public static final Resource scaleFactor = resource("scaleFactor");

  /**
   * What computes the score that early stopping watches, by the name that the framework gives it.
   */
  public static final Resource scoreCalculator = resource("scoreCalculator");

  /** The number that the random number generator starts from. */
  public static final Resource seed = resource("seed");

  /** The name of the input of the network whose length a vertex repeats its input for. */
  public static final Resource sequenceInput = resource("sequenceInput");

  /** The role of a hyperparameter setting that an activity put in force. */
  public static final Resource settingRole = resource("settingRole");

  /** The axes along which the learned slopes of a parametric rectifier layer are shared. */
  public static final Resource sharedAxes = resource("sharedAxes");

  /** What a vertex adds to its input. */
  public static final Resource shiftFactor = resource("shiftFactor");

  /** The sparsity that an autoencoder aims at. */
  public static final Resource sparsity = resource("sparsity");

  /** Which part of a stacked input a vertex takes, from 0. */
  public static final Resource stackIndex = resource("stackIndex");

  /** The number of parts of a stacked input. */
  public static final Resource stackSize = resource("stackSize");

  /**
   * The role of the latest value of a metric at the time of an adaptation, whether or not the value
   * caused it.
   */
  public static final Resource standingMetric = resource("standingMetric");

  /** How an optimization algorithm moves the parameters along its search direction. */
  public static final Resource stepFunction = resource("stepFunction");

  /**
   * The step by which the window of a convolution or pooling layer moves along each spatial
   * dimension.
   */
  public static final Resource stride = resource("stride");

  /** The first unit that a vertex takes of its input, from 0. */
  public static final Resource subsetFrom = resource("subsetFrom");

  /** The last unit that a vertex takes of its input. */
  public static final Resource subsetTo = resource("subsetTo");

  /**
   * How many time steps the gradient is propagated back in truncated backpropagation through time.
   */
  public static final Resource tbpttBackwardLength = resource("tbpttBackwardLength");

  /**
   * How many time steps the forward passes of truncated backpropagation through time cover before
   * each update.
   */
  public static final Resource tbpttForwardLength = resource("tbpttForwardLength");

  /** The conditions of which each ends training early. */
  public static final Resource terminationConditions = resource("terminationConditions");

  /** Data on which the outcome is assessed, and which had no part in training or in any choice. */
  public static final Resource testData = resource("testData");

  /**
   * The order of the dimensions of a batch of sequences that a layer is applied to step by step.
   */
  public static final Resource timeDistributedFormat = resource("timeDistributedFormat");

  /** The number of time steps of a recurrent attention layer. */
  public static final Resource timeSteps = resource("timeSteps");

  /**
   * The fraction of examples whose class is among the ten that the model takes for the most
   * probable.
   */
  public static final Resource top10Accuracy = resource("top10Accuracy");

  /**
   * The fraction of examples whose class is among the two that the model takes for the most
   * probable.
   */
  public static final Resource top2Accuracy = resource("top2Accuracy");

  /**
   * The fraction of examples whose class is among the three that the model takes for the most
   * probable.
   */
  public static final Resource top3Accuracy = resource("top3Accuracy");

  /**
   * The fraction of examples whose class is among the five that the model takes for the most
   * probable.
   */
  public static final Resource top5Accuracy = resource("top5Accuracy");

  /** Data from which the parameters are learned. */
  public static final Resource trainingData = resource("trainingData");

  /** How the framework reuses memory while training; it changes speed and memory but no result. */
  public static final Resource trainingWorkspaceMode = resource("trainingWorkspaceMode");

  /**
   * The rule that turns gradients into updates of the parameters, such as Adam or Nesterov
   * momentum.
   */
  public static final Resource updater = resource("updater");

  /** How often upsampling repeats its input along each spatial dimension. */
  public static final Resource upsamplingSize = resource("upsamplingSize");

  /**
   * Data on which a model is assessed during training, to choose hyperparameters or the moment to
   * stop.
   */
  public static final Resource validationData = resource("validationData");

  /** The value that the biases of the visible units have before layerwise pretraining. */
  public static final Resource visibleBiasInit = resource("visibleBiasInit");

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

  /** Whether the weight decay of the biases is multiplied by the learning rate. */
  public static final Resource weightDecayBiasScaledByLearningRate =
      resource("weightDecayBiasScaledByLearningRate");

  /** The rule by which the weight decay of the biases changes with the iteration or epoch. */
  public static final Resource weightDecayBiasSchedule = resource("weightDecayBiasSchedule");

  /** Whether the weight decay is multiplied by the learning rate. */
  public static final Resource weightDecayScaledByLearningRate =
      resource("weightDecayScaledByLearningRate");

  /** The rule by which the weight decay changes with the iteration or epoch. */
  public static final Resource weightDecaySchedule = resource("weightDecaySchedule");

  /** The scheme or distribution that weights are drawn from before training, such as Xavier. */
  public static final Resource weightInit = resource("weightInit");

  /** The distribution that weights are drawn from before training. */
  public static final Resource weightInitDistribution = resource("weightInitDistribution");

  /** The factor that scales weights drawn as an orthogonal matrix. */
  public static final Resource weightInitGain = resource("weightInitGain");

  /** The least value of a uniform distribution that weights are drawn from before training. */
  public static final Resource weightInitLowerBound = resource("weightInitLowerBound");

  /** The mean of the distribution that weights are drawn from before training. */
  public static final Resource weightInitMean = resource("weightInitMean");

  /**
   * The number of trials of a binomial distribution that weights are drawn from before training.
   */
  public static final Resource weightInitNumberOfTrials = resource("weightInitNumberOfTrials");

  /**
   * The probability of success of a binomial distribution that weights are drawn from before
   * training.
   */
  public static final Resource weightInitProbabilityOfSuccess =
      resource("weightInitProbabilityOfSuccess");

  /** The factor of a scheme that scales the weights before training. */
  public static final Resource weightInitScale = resource("weightInitScale");

  /** The standard deviation of the distribution that weights are drawn from before training. */
  public static final Resource weightInitStandardDeviation =
      resource("weightInitStandardDeviation");

  /** The greatest value of a uniform distribution that weights are drawn from before training. */
  public static final Resource weightInitUpperBound = resource("weightInitUpperBound");

  /** The value that all weights have before training. */
  public static final Resource weightInitValue = resource("weightInitValue");

  /** The noise put on weights during training, such as DropConnect. */
  public static final Resource weightNoise = resource("weightNoise");

  /** Whether noise is added to weights (true) or multiplied with them (false). */
  public static final Resource weightNoiseAdditive = resource("weightNoiseAdditive");

  /** Whether noise is put on biases too. */
  public static final Resource weightNoiseAppliesToBias = resource("weightNoiseAppliesToBias");

  /** The distribution, with its parameters, that the noise of weights is drawn from. */
  public static final Resource weightNoiseDistribution = resource("weightNoiseDistribution");

  /** The probability that DropConnect retains a weight in a training step. */
  public static final Resource weightNoiseRetainProbability =
      resource("weightNoiseRetainProbability");

  /**
   * The rule by which the probability that DropConnect retains a weight changes with the iteration
   * or epoch.
   */
  public static final Resource weightNoiseRetainProbabilitySchedule =
      resource("weightNoiseRetainProbabilitySchedule");

  /** How many examples a one-class network learns its boundary from at a time. */
  public static final Resource windowSize = resource("windowSize");

  /** How many replicas of the model are trained at a time, of which each sees its own batches. */
  public static final Resource workers = resource("workers");

  /** The name of the function that a layer applies to its output. */
  public static final Property activationFunction = property("activationFunction");

  /** Relates a setting to what it holds for: the model as a whole, or one layer. */
  public static final Property appliesTo = property("appliesTo");

  /**
   * What computes the tensors, such as "CPU" or "CUDA"; of a model of Keras, the library below it,
   * such as "tensorflow".
   */
  public static final Property backend = property("backend");

  /**
   * The index of the epoch in which, or right after which, the best value of a metric was first
   * reached.
   */
  public static final Property bestEpoch = property("bestEpoch");

  /**
   * The greatest value of a metric in a run, or the least where the metric says that higher is not
   * better.
   */
  public static final Property bestValue = property("bestValue");

  /** How many threads the library of linear algebra may use. */
  public static final Property blasThreadCount = property("blasThreadCount");

  /** The library that computes linear algebra (BLAS), such as OPENBLAS or MKL. */
  public static final Property blasVendor = property("blasVendor");

  /** The name of the branch that was checked out. */
  public static final Property branch = property("branch");

  /**
   * The values that a search dimension is a choice of, in order, as one list literal of datatype
   * http://w3id.org/awslabs/neptune/SPARQL-CDTs/List.
   */
  public static final Property choices = property("choices");

  /** The full name of a Java class. */
  public static final Property className = property("className");

  /**
   * The command that started the process of a run, with its arguments, without secrets and without
   * the class path.
   */
  public static final Property commandLine = property("commandLine");

  /** The identifier of the commit that was checked out. */
  public static final Property commit = property("commit");

  /** The version of the instructions that a device has, such as 8.6 in CUDA. */
  public static final Property computeCapability = property("computeCapability");

  /** What made the container that the process runs in, such as docker. */
  public static final Property containerRuntime = property("containerRuntime");

  /** How many processor cores the machine has, whether or not the process may use them. */
  public static final Property coreCount = property("coreCount");

  /**
   * The counts of a confusion matrix as one list literal of datatype
   * http://w3id.org/awslabs/neptune/SPARQL-CDTs/List: a list for each actual class, of how often it
   * was taken for each class, both in the order of the labels.
   */
  public static final Property counts = property("counts");

  /** The name of the class that gave the batches of a split. */
  public static final Property dataIterator = property("dataIterator");

  /** The numeric type of tensors for which no other is chosen, such as FLOAT. */
  public static final Property defaultDataType = property("defaultDataType");

  /**
   * The memory in use on all devices together, whoever uses it, when last looked at during an epoch
   * or a run, in bytes.
   */
  public static final Property deviceMemoryInBytes = property("deviceMemoryInBytes");

  /**
   * The SHA-256 of what a dirty working tree differed in from the commit, new files included, in
   * lower-case hexadecimal: with equal commits, equal for equal code.
   */
  public static final Property differenceSha256 = property("differenceSha256");

  /** Whether the working tree differed from the commit. */
  public static final Property dirty = property("dirty");

  /**
   * How values of a search dimension are drawn: choice of those listed, integers, uniform, or
   * logUniform: uniform in the logarithm.
   */
  public static final Property distribution = property("distribution");

  /** How many values were measured but not kept. */
  public static final Property droppedPoints = property("droppedPoints");

  /**
   * How long something took from its start to its end, in seconds to the millisecond, as both times
   * say.
   */
  public static final Property durationInSeconds = property("durationInSeconds");

  /** The number of the epoch in which something happened. */
  public static final Property duringEpoch = property("duringEpoch");

  /**
   * The energy that all processors of the machine, and its memory where that is measured apart,
   * drew from the last look before an epoch or a run to the last look in it, in joules.
   */
  public static final Property energyInJoules = property("energyInJoules");

  /** Relates a thing, such as a metric value or series, to the epoch that it belongs to. */
  public static final Property epoch = property("epoch");

  /**
   * How many epochs of a run are described in its graph: all that have ended, and one that was
   * broken off.
   */
  public static final Property epochCount = property("epochCount");

  /**
   * How an evaluation is made, such as its kind and its thresholds, in the framework's own
   * description, without results.
   */
  public static final Property evaluator = property("evaluator");

  /** How many examples a data set split holds, or an epoch trained on. */
  public static final Property exampleCount = property("exampleCount");

  /** How many examples of a split are read at a time; the last batch may be smaller. */
  public static final Property examplesPerBatch = property("examplesPerBatch");

  /**
   * The shape of the features of one example, such as "[1, 8, 8]" for channels, height and width;
   * of a model with several inputs the shape for each, in their order, as in "[4], [1, 8, 8]".
   */
  public static final Property featureShape = property("featureShape");

  /** The number of the iteration that the first value of a series belongs to. */
  public static final Property firstIteration = property("firstIteration");

  /** The index of the first epoch in which, or right after which, a value of a metric was NaN. */
  public static final Property firstNanEpoch = property("firstNanEpoch");

  /** For how long the process collected garbage during an epoch or a run, in seconds. */
  public static final Property garbageCollectionTimeInSeconds =
      property("garbageCollectionTimeInSeconds");

  /**
   * How many threads the processor cores of the machine run at a time, more than one each where
   * they share a core.
   */
  public static final Property hardwareThreadCount = property("hardwareThreadCount");

  /** Relates a compute node to an accelerator that its training could use. */
  public static final Property hasDevice = property("hasDevice");

  /** Relates a search plan to a hyperparameter that it varies. */
  public static final Property hasDimension = property("hasDimension");

  /** Relates a layer to a layer whose output it takes as input. */
  public static final Property hasInput = property("hasInput");

  /** Relates a model configuration to one of its layers. */
  public static final Property hasLayer = property("hasLayer");

  /**
   * Relates a data reader to a value that it is made with, labelled with the name of the record
   * component that it is for.
   */
  public static final Property hasParameter = property("hasParameter");

  /** Relates a trial of a study to a training run that was made in it. */
  public static final Property hasRun = property("hasRun");

  /** Relates the document of a run to a tag that the run was given. */
  public static final Property hasTag = property("hasTag");

  /** The Java heap in use when an epoch or a run ended, garbage included, in bytes. */
  public static final Property heapInBytes = property("heapInBytes");

  /** Whether a greater value of a metric means a better model. */
  public static final Property higherIsBetter = property("higherIsBetter");

  /** The greatest value of a metric in a run, which may be infinite and is never NaN. */
  public static final Property highestValue = property("highestValue");

  /**
   * Relates a setting to the hyperparameter that it sets, or a search dimension to the one that it
   * varies.
   */
  public static final Property hyperparameter = property("hyperparameter");

  /**
   * The position of a thing among its kind: of an epoch or a data preparation within its run, of a
   * trial or a search dimension within its study, from 1; of a layer within its configuration, from
   * 0; of a device within its compute node, from 0.
   */
  public static final Property index = property("index");

  /**
   * Relates a setting of a training run that revises no other to the hyperparameter that it sets.
   */
  public static final Property initializes = property("initializes");

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

  /**
   * How many examples of a split belong to each class, in order of the classes' index, as one list
   * literal of datatype http://w3id.org/awslabs/neptune/SPARQL-CDTs/List.
   */
  public static final Property labelDistribution = property("labelDistribution");

  /**
   * The shape of the label of one example, such as "[10]"; of a model with several outputs the
   * shape for each, in their order.
   */
  public static final Property labelShape = property("labelShape");

  /**
   * The names of the classes or columns in order, as one list literal of datatype
   * http://w3id.org/awslabs/neptune/SPARQL-CDTs/List.
   */
  public static final Property labels = property("labels");

  /** The last value of a metric in a run that is not NaN. */
  public static final Property lastValue = property("lastValue");

  /** The kind of a layer, by the name that the framework gives it. */
  public static final Property layerType = property("layerType");

  /**
   * The entries of a class path, by name, as one list literal of datatype
   * http://w3id.org/awslabs/neptune/SPARQL-CDTs/List: a map for each, with its name, and its
   * version and SHA-256 where known.
   */
  public static final Property libraries = property("libraries");

  /** Where a thing was found or saved: a path or a URL. */
  public static final Property location = property("location");

  /**
   * How long the longest epoch of a run took, of those whose start and end are known, in seconds.
   */
  public static final Property longestEpochInSeconds = property("longestEpochInSeconds");

  /** The least value of a search dimension. */
  public static final Property lowerBound = property("lowerBound");

  /** The least value of a metric in a run, which may be infinite and is never NaN. */
  public static final Property lowestValue = property("lowestValue");

  /**
   * Whether a study looks for the greatest value of its objective; it looks for the least where
   * this is false.
   */
  public static final Property maximizesObjective = property("maximizesObjective");

  /**
   * How long an epoch of a run took on average, of those whose start and end are known, in seconds.
   */
  public static final Property meanEpochInSeconds = property("meanEpochInSeconds");

  /** The arithmetic mean of all values of a metric in a run that are not NaN. */
  public static final Property meanValue = property("meanValue");

  /**
   * The physical memory of a machine, of a container where it is less, or of a device, in bytes.
   */
  public static final Property memoryInBytes = property("memoryInBytes");

  /** How much memory the control groups of the process let it have, in bytes. */
  public static final Property memoryLimitInBytes = property("memoryLimitInBytes");

  /**
   * Relates a metric value, series, breakdown or summary to the metric that was measured, or a
   * search plan to the one that is its objective.
   */
  public static final Property metric = property("metric");

  /** How many values of a metric in a run are NaN. */
  public static final Property nanCount = property("nanCount");

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

  /** Relates a training run or a study to an experiment that it belongs to. */
  public static final Property partOfExperiment = property("partOfExperiment");

  /** Relates a training run to the trial of a study that it was made in. */
  public static final Property partOfTrial = property("partOfTrial");

  /** How many trials a study is to make, where that is known. */
  public static final Property plannedTrialCount = property("plannedTrialCount");

  /** The training loss of the last iteration before a change. */
  public static final Property precedingLoss = property("precedingLoss");

  /** How many processors the Java virtual machine could use. */
  public static final Property processorCount = property("processorCount");

  /**
   * How many processors the control groups of the process let it keep busy; 1.5 is one and a half.
   */
  public static final Property processorLimit = property("processorLimit");

  /** What the maker of the processors calls them. */
  public static final Property processorModel = property("processorModel");

  /**
   * For how long the threads of the process kept processors busy during an epoch or a run, all
   * together, in seconds.
   */
  public static final Property processorTimeInSeconds = property("processorTimeInSeconds");

  /** The maker of the processors, by the name that they give themselves. */
  public static final Property processorVendor = property("processorVendor");

  /**
   * The state of the framework's generator of random numbers when the first epoch of a run began,
   * as the framework tells it.
   */
  public static final Property randomGeneratorState = property("randomGeneratorState");

  /** The best value of a metric that a run reached, which its metric summary tells too. */
  public static final Property reached = property("reached");

  /** Relates a data set split to what gives its batches again. */
  public static final Property readBy = property("readBy");

  /** Why something happened, in words: why a run failed, what made a hyperparameter change. */
  public static final Property reason = property("reason");

  /** The URL of the repository that the code was cloned from, without credentials. */
  public static final Property remote = property("remote");

  /** The name of a layer that the model which this one was made from has, and this one has not. */
  public static final Property removedLayer = property("removedLayer");

  /**
   * Relates a training run to the document of an earlier one, from which it was trained again with
   * the same configuration, data and seeds.
   */
  public static final Property reproduces = property("reproduces");

  /**
   * The physical memory that the process held when last looked at during an epoch or a run, in
   * bytes.
   */
  public static final Property residentMemoryInBytes = property("residentMemoryInBytes");

  /** The number that the random number generator of a random search started from. */
  public static final Property searchSeed = property("searchSeed");

  /** Where the values of trials come from: grid, random, or the name of another tuner. */
  public static final Property searchStrategy = property("searchStrategy");

  /** Relates a selection to the trial that won. */
  public static final Property selectedTrial = property("selectedTrial");

  /**
   * The SHA-256 hash of the settings that a run started with: of all that revise no other, each
   * with its hyperparameter, the layer or the whole model, and its value, numbers by their value.
   */
  public static final Property settingsSha256 = property("settingsSha256");

  /**
   * The SHA-256 of the bytes of a file or text, in lower-case hexadecimal; of a directory, that of
   * a text with a line for each file in it, the file's SHA-256, two spaces and its relative name,
   * in order of the names.
   */
  public static final Property sha256 = property("sha256");

  /**
   * The number that the random number generator started from that put the examples of a split in
   * order.
   */
  public static final Property shuffleSeed = property("shuffleSeed");

  /** The size of a file in bytes, or of all files of a directory together. */
  public static final Property sizeInBytes = property("sizeInBytes");

  /** Tells on which kind of data a metric was measured. */
  public static final Property split = property("split");

  /**
   * A value that a hyperparameter had at the start of a run, for the model or for any layer, which
   * the settings tell too.
   */
  public static final Property startedWith = property("startedWith");

  /** Tells how a training run, study or trial ended. */
  public static final Property status = property("status");

  /**
   * How many values of a range are tried, the bounds among them, at equal distances; of their
   * logarithms where the distribution is logUniform.
   */
  public static final Property stepCount = property("stepCount");

  /** Relates a metric summary to the metric whose values it summarizes. */
  public static final Property summarizes = property("summarizes");

  /**
   * How many threads the framework's own operations may use at a time, with OpenMP those of a
   * parallel region.
   */
  public static final Property threadCount = property("threadCount");

  /** Tells whether a layer was taken over from the model that its own model was made from. */
  public static final Property transferStatus = property("transferStatus");

  /** The greatest value of a search dimension. */
  public static final Property upperBound = property("upperBound");

  /** How many values of a metric were measured in a run, NaN included. */
  public static final Property valueCount = property("valueCount");

  /**
   * The values of a series or breakdown as one list literal of datatype
   * http://w3id.org/awslabs/neptune/SPARQL-CDTs/List.
   */
  public static final Property values = property("values");

  /** The version of a piece of software, as its makers write it. */
  public static final Property version = property("version");

  /** The name and version of the Java virtual machine. */
  public static final Property virtualMachine = property("virtualMachine");

  /** The options that the Java virtual machine was started with, without secrets. */
  public static final Property virtualMachineOptions = property("virtualMachineOptions");

  /** The maker of the Java virtual machine. */
  public static final Property virtualMachineVendor = property("virtualMachineVendor");

  /** All hyperparameters that PROV-DL names. */
  public static final List<Resource> HYPERPARAMETERS =
      List.of(
          activation,
          activationAlpha,
          activationLowerBound,
          activationMax,
          activationNegativeSlope,
          activationPrecise,
          activationSharedAxes,
          activationTheta,
          activationThreshold,
          activationUpperBound,
          backpropType,
          batchNormalizationBeta,
          batchNormalizationDecay,
          batchNormalizationGamma,
          batchNormalizationLocked,
          batchNormalizationLogDeviation,
          batchNormalizationMinibatch,
          batchSize,
          beta1,
          beta2,
          biasInit,
          biasLearningRate,
          biasUpdater,
          bidirectionalMode,
          blockSize,
          boundaryIsConfigured,
          boundingBoxes,
          cacheMode,
          capsuleChannels,
          capsuleDimensions,
          capsuleLeak,
          capsuleRoutings,
          capsuleUsesRelu,
          capsules,
          centerLossAlpha,
          centerLossLambda,
          classLossFunction,
          collapseDimensions,
          constraint,
          convolutionMode,
          coordinateLossWeight,
          corruptionLevel,
          cropping,
          dataFormat,
          dataType,
          decoderLayerSizes,
          depthMultiplier,
          dilation,
          dropout,
          dropoutAlpha,
          dropoutKind,
          dropoutLambda,
          dropoutRate,
          dropoutRateSchedule,
          dropoutSchedule,
          dropoutStandardDeviation,
          dropoutStandardDeviationSchedule,
          elementWiseOperation,
          encoderLayerSizes,
          epochs,
          epochsPerScore,
          epsilon,
          forgetGateBiasInit,
          frozen,
          gainInit,
          gateActivation,
          gradientNormalization,
          gradientNormalizationThreshold,
          hasBias,
          headSize,
          hiddenSize,
          inferInputLength,
          inferenceWorkspaceMode,
          initialBoundary,
          inputLength,
          inputPreProcessor,
          kernelSize,
          l1,
          l1Bias,
          l1BiasSchedule,
          l1Schedule,
          l2,
          l2Bias,
          l2BiasSchedule,
          l2Schedule,
          layerNormalization,
          learningRate,
          learningRateSchedule,
          learningRateScheduleAnnealingDecay,
          learningRateScheduleAnnealingLength,
          learningRateScheduleCycleLength,
          learningRateScheduleDecayRate,
          learningRateScheduleGamma,
          learningRateScheduleInitialValue,
          learningRateScheduleMaxIterations,
          learningRateScheduleMaxValue,
          learningRateSchedulePower,
          learningRateScheduleStep,
          learningRateScheduleStepSize,
          learningRateScheduleType,
          learningRateScheduleValue,
          learningRateScheduleValues,
          localResponseNormalizationAlpha,
          localResponseNormalizationBeta,
          localResponseNormalizationBias,
          localResponseNormalizationDepth,
          lossFunction,
          lossFunctionBeta,
          lossFunctionClipEpsilon,
          lossFunctionLabelWidth,
          lossFunctionMixtures,
          lossFunctionSoftmaxClipEpsilon,
          lossFunctionWeights,
          maskInput,
          maskShape,
          maskingValue,
          maxLineSearchIterations,
          mergeAxis,
          miniBatch,
          minimize,
          momentum,
          momentumSchedule,
          newShape,
          noObjectLossWeight,
          normalizedDimensions,
          nu,
          numberOfHeads,
          numberOfLayers,
          numberOfQueries,
          numberOfSamples,
          numericalEpsilon,
          optimizationAlgorithm,
          padding,
          paddingEnd,
          parameterWeightInit,
          poolingDimensions,
          poolingIncludesPadding,
          poolingNorm,
          poolingType,
          positionLossFunction,
          posteriorActivation,
          projectInput,
          randomGeneratorSeed,
          reconstructionDistribution,
          recurrentWeightInit,
          repetitions,
          reshapeOrder,
          rho,
          rmsDecay,
          scaleFactor,
          scoreCalculator,
          seed,
          sequenceInput,
          sharedAxes,
          shiftFactor,
          sparsity,
          stackIndex,
          stackSize,
          stepFunction,
          stride,
          subsetFrom,
          subsetTo,
          tbpttBackwardLength,
          tbpttForwardLength,
          terminationConditions,
          timeDistributedFormat,
          timeSteps,
          trainingWorkspaceMode,
          updater,
          upsamplingSize,
          visibleBiasInit,
          weightDecay,
          weightDecayBias,
          weightDecayBiasScaledByLearningRate,
          weightDecayBiasSchedule,
          weightDecayScaledByLearningRate,
          weightDecaySchedule,
          weightInit,
          weightInitDistribution,
          weightInitGain,
          weightInitLowerBound,
          weightInitMean,
          weightInitNumberOfTrials,
          weightInitProbabilityOfSuccess,
          weightInitScale,
          weightInitStandardDeviation,
          weightInitUpperBound,
          weightInitValue,
          weightNoise,
          weightNoiseAdditive,
          weightNoiseAppliesToBias,
          weightNoiseDistribution,
          weightNoiseRetainProbability,
          weightNoiseRetainProbabilitySchedule,
          windowSize,
          workers);

  /** All metrics that PROV-DL names. */
  public static final List<Resource> METRICS =
      List.of(
          accuracy,
          areaUnderCurve,
          areaUnderPrecisionRecallCurve,
          expectedCalibrationError,
          f1,
          falseAlarmRate,
          falseNegativeRate,
          falsePositiveRate,
          gMeasure,
          loss,
          matthewsCorrelation,
          meanAbsoluteError,
          meanSquaredError,
          pearsonCorrelation,
          precision,
          rSquared,
          recall,
          relativeSquaredError,
          rootMeanSquaredError,
          top10Accuracy,
          top2Accuracy,
          top3Accuracy,
          top5Accuracy);

  private PROVDL() {}

  private static Resource resource(String localName) {
    return ResourceFactory.createResource(NS + localName);
  }

  private static Property property(String localName) {
    return ResourceFactory.createProperty(NS + localName);
  }
}
