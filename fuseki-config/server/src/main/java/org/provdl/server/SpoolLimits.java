package org.provdl.server;

import java.time.Duration;

/**
 * How much is kept of answers of SPARQL and the Graph Store, most of it in temporary files.
 *
 * @param bytes of an answer
 * @param allBytes of all answers that clients have yet to take
 * @param bytesPerSecond that a client has to take in the long run
 */
record SpoolLimits(long bytes, long allBytes, long bytesPerSecond) {

  static final SpoolLimits STANDARD = new SpoolLimits(512L << 20, 2L << 30, 128L << 10);

  /** How long an answer of a size may take, beyond what any may. */
  Duration time(long size) {
    return Duration.ofSeconds(size / bytesPerSecond);
  }
}
