package org.provdl.server;

import java.time.Duration;

/**
 * How long the server waits for others.
 *
 * @param idle for a client of which nothing is heard; a request in work is not cut off by it
 */
record Limits(Duration idle) {

  static final Limits STANDARD = new Limits(Duration.ofSeconds(30));
}
