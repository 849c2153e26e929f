package org.provdl.server;

import java.time.Duration;

/**
 * How long the server waits for others, and how much it keeps of what they send.
 *
 * @param idle for a client of which nothing is heard; a request in work is not cut off by it
 * @param body for the whole body of a request
 * @param turn for other appends to make room for one that has arrived
 * @param heldBytes of all bodies that have arrived in whole or in part, packed as they come
 */
record Limits(Duration idle, Duration body, Duration turn, long heldBytes) {

  static final Limits STANDARD =
      new Limits(
          Duration.ofSeconds(30),
          Duration.ofSeconds(60),
          Duration.ofSeconds(10),
          Math.max(2 * AppendRequest.MAX_BYTES, Runtime.getRuntime().maxMemory() / 8));

  Limits idle(Duration time) {
    return new Limits(time, body, turn, heldBytes);
  }

  Limits body(Duration time) {
    return new Limits(idle, time, turn, heldBytes);
  }

  Limits turn(Duration time) {
    return new Limits(idle, body, time, heldBytes);
  }

  Limits heldBytes(long bytes) {
    return new Limits(idle, body, turn, bytes);
  }
}
