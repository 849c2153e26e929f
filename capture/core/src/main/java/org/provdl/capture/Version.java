package org.provdl.capture;

import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import java.util.Properties;

/** The version of this software, which the build writes into a resource. */
final class Version {

  static final String CURRENT = read();

  private Version() {}

  private static String read() {
    Properties properties = new Properties();
    try (InputStream file = Version.class.getResourceAsStream("version.properties")) {
      properties.load(Objects.requireNonNull(file, "version.properties"));
    } catch (IOException e) {
      throw new IllegalStateException("The resource version.properties cannot be read.", e);
    }
    return properties.getProperty("version");
  }
}
