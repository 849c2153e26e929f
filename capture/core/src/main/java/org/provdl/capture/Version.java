package org.provdl.capture;

import org.jspecify.annotations.Nullable;

/** The version of this software. */
final class Version {

  /** From the jar's manifest; {@code development} where the classes are run from a folder. */
  static final String CURRENT = orDevelopment(Version.class.getPackage().getImplementationVersion());

  private Version() {}

  private static String orDevelopment(@Nullable String version) {
    return version == null ? "development" : version;
  }
}
