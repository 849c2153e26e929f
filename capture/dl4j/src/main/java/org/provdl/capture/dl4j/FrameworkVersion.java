package org.provdl.capture.dl4j;

import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;

/** The version of Deeplearning4j on the class path. */
final class FrameworkVersion {

  private static final String PROPERTIES =
      "/META-INF/maven/org.deeplearning4j/deeplearning4j-nn/pom.properties";

  private FrameworkVersion() {}

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
