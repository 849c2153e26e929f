package org.provdl.cli;

import java.io.IOException;
import java.io.InputStream;
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
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonException;
import org.apache.jena.atlas.json.JsonObject;
import org.provdl.store.Compacted;

/**
 * The service of a server of ours.
 *
 * @param address such as {@code http://127.0.0.1:3030/provdl}
 */
record Service(URI address) {

  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(10);

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

  /**
   * Compacts its store and waits for the end, however long that takes.
   *
   * @throws CommandException if it is not there, fails or is no server of ours
   */
  Compacted compact() {
    URI endpoint = endpoint("compact");
    HttpResponse<InputStream> answer;
    String text;
    try {
      answer = post(endpoint);
      text = textOf(answer);
    } catch (ConnectException | HttpConnectTimeoutException away) {
      throw new CommandException(
          "No server answers at %s. Start it or correct the address.".formatted(address));
    } catch (IOException failure) {
      throw new CommandException(
          "%s did not answer: %s. It may still be at work; try again later."
              .formatted(endpoint, failure.getMessage()));
    }
    return switch (answer.statusCode()) {
      case 200 -> compacted(text);
      case 404, 405 -> throw notOurs("it answered " + answer.statusCode());
      default ->
          throw new CommandException(
              "%s answered %d: %s".formatted(endpoint, answer.statusCode(), text));
    };
  }

  private static HttpResponse<InputStream> post(URI endpoint) throws IOException {
    HttpClient client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT_TIMEOUT)
            .build();
    HttpRequest.Builder request = HttpRequest.newBuilder(endpoint).POST(BodyPublishers.noBody());
    Token.fromEnvironment().ifPresent(token -> request.header("Authorization", "Bearer " + token));
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

  private CommandException notOurs(String reason) {
    return new CommandException(
        "%s is not the service of a PROV-DL server that listens on its own machine: %s. Write an address such as http://127.0.0.1:3030/provdl."
            .formatted(address, reason));
  }
}
