package org.provdl.capture.dl4j;

import java.io.IOException;
import java.lang.reflect.Modifier;
import java.util.List;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.deeplearning4j.nn.api.layers.LayerConstraint;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.conf.InputPreProcessor;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.distribution.Distribution;
import org.deeplearning4j.nn.conf.dropout.IDropout;
import org.deeplearning4j.nn.conf.graph.GraphVertex;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.variational.ReconstructionDistribution;
import org.deeplearning4j.nn.conf.stepfunctions.StepFunction;
import org.deeplearning4j.nn.conf.weightnoise.IWeightNoise;
import org.deeplearning4j.nn.weights.IWeightInit;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.linalg.learning.regularization.Regularization;
import org.nd4j.linalg.lossfunctions.ILossFunction;
import org.nd4j.linalg.schedule.ISchedule;

/** Every class of Deeplearning4j's and ND4J's jars that a configuration can be made of. */
final class ConfigurationClasses {

  private static final List<Class<?>> KINDS =
      List.of(
          Layer.class,
          IUpdater.class,
          IDropout.class,
          IWeightInit.class,
          Distribution.class,
          ILossFunction.class,
          IActivation.class,
          LayerConstraint.class,
          IWeightNoise.class,
          Regularization.class,
          ISchedule.class,
          GraphVertex.class,
          InputPreProcessor.class,
          StepFunction.class,
          ReconstructionDistribution.class,
          NeuralNetConfiguration.class,
          MultiLayerConfiguration.class,
          ComputationGraphConfiguration.class);

  private ConfigurationClasses() {}

  static List<Class<?>> all() throws IOException {
    return Stream.concat(inJarOf(Layer.class), inJarOf(IUpdater.class)).toList();
  }

  private static Stream<Class<?>> inJarOf(Class<?> known) throws IOException {
    String jar = known.getProtectionDomain().getCodeSource().getLocation().getPath();
    try (JarFile file = new JarFile(jar)) {
      return file.stream()
          .map(entry -> entry.getName())
          .filter(name -> name.endsWith(".class"))
          .filter(name -> name.matches("org/(deeplearning4j/nn/(conf|weights)|nd4j/linalg)/.*"))
          .map(name -> name.substring(0, name.length() - ".class".length()).replace('/', '.'))
          .<Class<?>>map(ConfigurationClasses::load)
          .filter(type -> !Modifier.isAbstract(type.getModifiers()))
          .filter(type -> KINDS.stream().anyMatch(kind -> kind.isAssignableFrom(type)))
          .toList()
          .stream();
    }
  }

  private static Class<?> load(String name) {
    try {
      return Class.forName(name, false, ConfigurationClasses.class.getClassLoader());
    } catch (ClassNotFoundException | LinkageError e) {
      return Object.class; // needs a library that is not there
    }
  }
}
