package org.provdl.capture.dl4j;

import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.factory.Nd4j;
import org.provdl.capture.Framework;

/** The version of Deeplearning4j on the class path. */
final class FrameworkVersion {

  private static final String PROPERTIES =
      "/META-INF/maven/org.deeplearning4j/deeplearning4j-nn/pom.properties";

  private FrameworkVersion() {}

  /** Deeplearning4j, or a part of it, with what computes its tensors. */
  static Framework framework(String name) {
    return new Framework(name, current(), Nd4j.getBackend().getClass().getSimpleName());
  }

  /** As its jar tells it; {@code unknown} where it does not. */
  static String current() {
    Properties properties = new Properties();
    try (InputStream file = MultiLayerNetwork.class.getResourceAsStream(PROPERTIES)) {
      if (file != null) {
        properties.load(file);
      }
    } catch (IOException e) {
      return "unknown";
    }
    return properties.getProperty("version", "unknown");
  }
}
