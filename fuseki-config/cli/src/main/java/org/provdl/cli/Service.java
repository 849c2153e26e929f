package org.provdl.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.function.Function;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonException;
import org.apache.jena.atlas.json.JsonObject;
import org.provdl.capture.Credentials;
import org.provdl.capture.HttpAccess;
import org.provdl.capture.QuadSink;
import org.provdl.operations.Backup;
import org.provdl.store.Compacted;

/**
 * The service of a server of ours.
 *
 * @param address such as {@code http://127.0.0.1:3030/provdl}
 */
record Service(URI address) {

  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(10);

  /** Appends wait for each other, and for a removal of many graphs. */
  private static final Duration APPEND_TIMEOUT = Duration.ofMinutes(30);

  /** Bytes; ours says all it has to say in one line. */
  private static final int LONGEST_ANSWER = 1000;

  /**
   * Takes the address, with or without a slash at its end.
   *
   * @throws IllegalArgumentException if nothing can be sent there
   */
  Service {
    String scheme = address.getScheme();
    boolean http = scheme != null && scheme.toLowerCase(Locale.ROOT).matches("https?");
    if (!http || address.getHost() == null) {
      throw new IllegalArgumentException(
          "'%s' is not the address of a server. Write one such as http://127.0.0.1:3030/provdl."
              .formatted(address));
    }
    address = URI.create(address.toString().replaceFirst("/+$", ""));
  }

  /** One of its endpoints. */
  URI endpoint(String name) {
    return URI.create(address + "/" + name);
  }

  /** Where quads go that are added to its store; the caller closes it. */
  QuadSink target() {
    HttpAccess access =
        Token.fromEnvironment()
            .map(token -> HttpAccess.with(Credentials.bearer(token)))
            .orElseGet(HttpAccess::anonymous);
    return QuadSink.graphStore(endpoint("append"), access.requestTimeout(APPEND_TIMEOUT));
  }

  /**
   * Compacts its store and waits for the end, however long that takes.
   *
   * @throws CommandException if it is not there, fails or is no server of ours
   */
  Compacted compact() {
    return post("compact", this::compacted);
  }

  /**
   * Takes a backup, as it comes.
   *
   * @param query which part, such as {@code ?run=IRI}; empty for all
   * @throws CommandException if it is not there, refuses or is no server of ours
   */
  void backUp(String query, OutputStream out) throws IOException {
    HttpResponse<InputStream> answer = send("backup" + query);
    try (InputStream body = answer.body()) {
      body.transferTo(out);
    }
  }

  /**
   * Removes runs.
   *
   * @param query which, such as {@code ?experiment=NAME&quads=12}
   * @throws CommandException if it is not there, refuses or is no server of ours
   */
  Backup.Summary remove(String query) {
    return post("remove" + query, this::removed);
  }

  private <T> T post(String operation, Function<? super String, ? extends T> reader) {
    try {
      return reader.apply(textOf(send(operation)));
    } catch (IOException failure) {
      throw silent(failure);
    }
  }

  /** The answer, which is a good one. */
  private HttpResponse<InputStream> send(String operation) {
    URI endpoint = endpoint(operation);
    try {
      HttpResponse<InputStream> answer = post(endpoint);
      return switch (answer.statusCode()) {
        case 200 -> answer;
        case 404, 405 -> throw notOurs("it answered " + answer.statusCode());
        case 409 -> throw new CommandException(textOf(answer));
        default ->
            throw new CommandException(
                "%s answered %d: %s".formatted(endpoint, answer.statusCode(), textOf(answer)));
      };
    } catch (ConnectException | HttpConnectTimeoutException away) {
      throw new CommandException(
          "No server answers at %s. Start it or correct the address.".formatted(address));
    } catch (IOException failure) {
      throw silent(failure);
    }
  }

  private CommandException silent(IOException failure) {
    return new CommandException(
        "%s did not answer: %s. It may still be at work; try again later."
            .formatted(address, failure.getMessage()));
  }

  private static HttpResponse<InputStream> post(URI endpoint) throws IOException {
    HttpClient client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT_TIMEOUT)
            .build();
    HttpRequest.Builder request = HttpRequest.newBuilder(endpoint).POST(BodyPublishers.noBody());
    Token.authorization().ifPresent(token -> request.header("Authorization", token));
    try {
      return client.send(request.build(), BodyHandlers.ofInputStream());
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IOException("stopped", stopped);
    }
  }

  private static String textOf(HttpResponse<InputStream> answer) throws IOException {
    try (InputStream body = answer.body()) {
      return new String(body.readNBytes(LONGEST_ANSWER), StandardCharsets.UTF_8).strip();
    }
  }

  private Compacted compacted(String text) {
    try {
      JsonObject json = JSON.parse(text);
      if (json.hasKey("bytesBefore") && json.hasKey("bytesAfter")) {
        return new Compacted(
            json.getNumber("bytesBefore").longValue(), json.getNumber("bytesAfter").longValue());
      }
    } catch (JsonException other) {
      // not what we say, as if it were something else
    }
    throw notOurs("its answer is not that of a compaction");
  }

  private Backup.Summary removed(String text) {
    try {
      JsonObject json = JSON.parse(text);
      if (json.hasKey("graphs") && json.hasKey("quads")) {
        return new Backup.Summary(
            json.getNumber("graphs").longValue(), json.getNumber("quads").longValue());
      }
    } catch (JsonException other) {
      // not what we say, as if it were something else
    }
    throw notOurs("its answer is not that of a removal");
  }

  private CommandException notOurs(String reason) {
    return new CommandException(
        "%s is not the service of a PROV-DL server that listens on its own machine: %s. Write an address such as http://127.0.0.1:3030/provdl."
            .formatted(address, reason));
  }
}
