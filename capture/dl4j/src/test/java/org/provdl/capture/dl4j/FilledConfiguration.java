package org.provdl.capture.dl4j;

import java.lang.reflect.Array;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.deeplearning4j.nn.api.layers.LayerConstraint;
import org.deeplearning4j.nn.conf.DataFormat;
import org.deeplearning4j.nn.conf.InputPreProcessor;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.RNNFormat;
import org.deeplearning4j.nn.conf.constraint.MaxNormConstraint;
import org.deeplearning4j.nn.conf.distribution.Distribution;
import org.deeplearning4j.nn.conf.distribution.NormalDistribution;
import org.deeplearning4j.nn.conf.dropout.Dropout;
import org.deeplearning4j.nn.conf.dropout.IDropout;
import org.deeplearning4j.nn.conf.graph.GraphVertex;
import org.deeplearning4j.nn.conf.graph.ScaleVertex;
import org.deeplearning4j.nn.conf.layers.LSTM;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.variational.BernoulliReconstructionDistribution;
import org.deeplearning4j.nn.conf.layers.variational.ReconstructionDistribution;
import org.deeplearning4j.nn.conf.preprocessor.RnnToFeedForwardPreProcessor;
import org.deeplearning4j.nn.conf.stepfunctions.NegativeDefaultStepFunction;
import org.deeplearning4j.nn.conf.stepfunctions.StepFunction;
import org.deeplearning4j.nn.conf.weightnoise.DropConnect;
import org.deeplearning4j.nn.conf.weightnoise.IWeightNoise;
import org.deeplearning4j.nn.weights.IWeightInit;
import org.deeplearning4j.nn.weights.WeightInitXavier;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.activations.impl.ActivationReLU;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.linalg.learning.config.Sgd;
import org.nd4j.linalg.learning.regularization.L2Regularization;
import org.nd4j.linalg.lossfunctions.ILossFunction;
import org.nd4j.linalg.lossfunctions.impl.LossMSE;
import org.nd4j.linalg.schedule.ISchedule;
import org.nd4j.linalg.schedule.ScheduleType;
import org.nd4j.linalg.schedule.StepSchedule;

/** Objects of any class of configuration with a value in each of their fields. */
final class FilledConfiguration {

  private static final Map<Class<?>, Object> VALUES =
      Map.ofEntries(
          Map.entry(int.class, 3),
          Map.entry(long.class, 3L),
          Map.entry(double.class, 0.25),
          Map.entry(Double.class, 0.25),
          Map.entry(boolean.class, true),
          Map.entry(char.class, 'c'),
          Map.entry(String.class, "text"),
          Map.entry(IActivation.class, new ActivationReLU()),
          Map.entry(ILossFunction.class, new LossMSE()),
          Map.entry(IUpdater.class, new Sgd(0.1)),
          Map.entry(IDropout.class, new Dropout(0.75)),
          Map.entry(IWeightInit.class, new WeightInitXavier()),
          Map.entry(IWeightNoise.class, new DropConnect(0.5)),
          Map.entry(Distribution.class, new NormalDistribution(0, 1)),
          Map.entry(ReconstructionDistribution.class, new BernoulliReconstructionDistribution()),
          Map.entry(ISchedule.class, new StepSchedule(ScheduleType.EPOCH, 0.1, 0.5, 2)),
          Map.entry(Layer.class, new LSTM.Builder().nIn(2).nOut(2).build()),
          Map.entry(GraphVertex.class, new ScaleVertex(2)),
          Map.entry(InputPreProcessor.class, new RnnToFeedForwardPreProcessor()),
          Map.entry(StepFunction.class, new NegativeDefaultStepFunction()),
          Map.entry(NeuralNetConfiguration.class, new NeuralNetConfiguration()),
          Map.entry(DataFormat.class, RNNFormat.NWC),
          Map.entry(int[][].class, new int[][] {{1, 2}, {3, 4}}));

  private static final Map<String, Object> ELEMENTS =
      Map.of(
          "constraints", List.of((LayerConstraint) new MaxNormConstraint(1, 1)),
          "regularization", List.of(new L2Regularization(0.5)),
          "regularizationBias", List.of(new L2Regularization(0.5)),
          "values", Map.of(0, 0.5),
          "momentumSchedule", Map.of(0, 0.5),
          "paramWeightInit", Map.of("W", new WeightInitXavier()));

  private FilledConfiguration() {}

  static Object of(Class<?> type) throws ReflectiveOperationException {
    Object object = allocate(type);
    for (Field field : fields(type)) {
      field.setAccessible(true);
      Object value = value(field);
      if (value != null) {
        field.set(object, value);
      }
    }
    return object;
  }

  /** The fields that make up an object's state, those of its superclasses too. */
  static List<Field> fields(Class<?> type) {
    List<Field> fields = new ArrayList<>();
    for (Class<?> each = type; each != null && each != Object.class; each = each.getSuperclass()) {
      Stream.of(each.getDeclaredFields())
          .filter(field -> !Modifier.isStatic(field.getModifiers()))
          .filter(field -> !Modifier.isTransient(field.getModifiers()))
          .forEach(fields::add);
    }
    return fields;
  }

  private static @Nullable Object value(Field field) {
    Class<?> type = field.getType();
    if (VALUES.containsKey(type)) {
      return VALUES.get(type);
    }
    if (type == List.class || type == Map.class) {
      return ELEMENTS.get(field.getName());
    }
    if (type == INDArray.class) {
      return Nd4j.ones(1, 2);
    }
    if (type.isEnum()) {
      Object[] constants = type.getEnumConstants();
      return constants[field.getName().length() % constants.length];
    }
    if (type.isArray() && type.getComponentType().isPrimitive()) {
      Object array = Array.newInstance(type.getComponentType(), 2);
      Array.setInt(array, 0, 1);
      Array.setInt(array, 1, 2);
      return array;
    }
    return null;
  }

  /** As Java's own deserialization does it: without a constructor of the class. */
  private static Object allocate(Class<?> type) throws ReflectiveOperationException {
    Class<?> factory = Class.forName("sun.reflect.ReflectionFactory");
    Object instance = factory.getMethod("getReflectionFactory").invoke(null);
    Object constructor =
        factory
            .getMethod("newConstructorForSerialization", Class.class, Constructor.class)
            .invoke(instance, type, Object.class.getConstructor());
    return ((Constructor<?>) constructor).newInstance();
  }
}
