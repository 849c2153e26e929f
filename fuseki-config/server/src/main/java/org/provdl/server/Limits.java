package org.provdl.server;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.provdl.queries.SparqlEndpoint;

/**
 * How long the server waits for others, and how much it keeps of what they send and are sent.
 *
 * @param idle for a client of which nothing is heard; a request in work is not cut off by it
 * @param body for the whole body of a request, or of an answer of the catalogue
 * @param turn for other appends or questions to make room for one that has arrived
 * @param heldBytes of all bodies that have arrived in whole or in part, packed as they come; and
 *     the same again of all answers of the catalogue that clients have yet to take
 * @param query for the answer to a question of the catalogue
 * @param rows of such an answer
 * @param answerBytes of such an answer
 * @param spool of the answers of SPARQL and the Graph Store
 * @param queryMemory of a query, in MiB; a part of what there is by default, or as configured
 */
record Limits(
    Duration idle,
    Duration body,
    Duration turn,
    long heldBytes,
    Duration query,
    int rows,
    long answerBytes,
    SpoolLimits spool,
    @Nullable Integer queryMemory) {

  static final Limits STANDARD =
      new Limits(
          Duration.ofSeconds(30),
          Duration.ofSeconds(60),
          Duration.ofSeconds(10),
          Math.max(2 * AppendRequest.MAX_BYTES, Runtime.getRuntime().maxMemory() / 8),
          SparqlEndpoint.DEFAULT_TIMEOUT,
          100_000,
          32L << 20,
          SpoolLimits.STANDARD,
          null);

  Limits idle(Duration time) {
    return new Limits(time, body, turn, heldBytes, query, rows, answerBytes, spool, queryMemory);
  }

  Limits body(Duration time) {
    return new Limits(idle, time, turn, heldBytes, query, rows, answerBytes, spool, queryMemory);
  }

  Limits turn(Duration time) {
    return new Limits(idle, body, time, heldBytes, query, rows, answerBytes, spool, queryMemory);
  }

  Limits heldBytes(long bytes) {
    return new Limits(idle, body, turn, bytes, query, rows, answerBytes, spool, queryMemory);
  }

  Limits query(Duration time) {
    return new Limits(idle, body, turn, heldBytes, time, rows, answerBytes, spool, queryMemory);
  }

  Limits rows(int count) {
    return new Limits(idle, body, turn, heldBytes, query, count, answerBytes, spool, queryMemory);
  }

  Limits answerBytes(long bytes) {
    return new Limits(idle, body, turn, heldBytes, query, rows, bytes, spool, queryMemory);
  }

  Limits spool(SpoolLimits others) {
    return new Limits(idle, body, turn, heldBytes, query, rows, answerBytes, others, queryMemory);
  }

  Limits queryMemory(int mebibytes) {
    return new Limits(idle, body, turn, heldBytes, query, rows, answerBytes, spool, mebibytes);
  }
}
