package org.provdl.trackers;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Asks a server for JSON: each answer bounded in time and size, no redirect followed. Thread-safe.
 */
final class BoundedHttp {

  private static final int MOST_BYTES = 64 << 20;
  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(10);

  private final URI base;
  private final Duration timeout;
  private final @Nullable String authorization;
  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(CONNECT_TIMEOUT)
          .followRedirects(HttpClient.Redirect.NEVER)
          .build();

  /**
   * A server.
   *
   * @param base what addresses begin with, without a slash at the end
   * @param timeout how long an answer may take, to its last byte
   * @param authorization the header of that name; null for none
   */
  BoundedHttp(URI base, Duration timeout, @Nullable String authorization) {
    this.base = base;
    this.timeout = timeout;
    this.authorization = authorization;
  }

  JsonNode get(String path, Map<String, String> parameters) {
    String query =
        parameters.entrySet().stream()
            .map(parameter -> encode(parameter.getKey()) + "=" + encode(parameter.getValue()))
            .collect(Collectors.joining("&", parameters.isEmpty() ? "" : "?", ""));
    return send(path, HttpRequest.newBuilder(URI.create(base + path + query)).GET());
  }

  JsonNode post(String path, JsonNode body) {
    return send(
        path,
        HttpRequest.newBuilder(URI.create(base + path))
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body.toString())));
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private JsonNode send(String path, HttpRequest.Builder request) {
    if (authorization != null) {
      request.header("Authorization", authorization);
    }
    CompletableFuture<byte[]> answer =
        client
            .sendAsync(request.timeout(timeout).build(), BodyHandlers.ofInputStream())
            .thenApplyAsync(response -> body(path, response));
    try {
      return Json.object(answer.get(timeout.toMillis(), TimeUnit.MILLISECONDS), base + path);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new UnreadableSourceException(base + " was asked, but this was stopped", e);
    } catch (TimeoutException e) {
      answer.cancel(true);
      throw new UnreadableSourceException(
          "%s%s did not answer within %s".formatted(base, path, timeout), e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof UnreadableSourceException known) {
        throw known;
      }
      throw new UnreadableSourceException(
          "%s%s cannot be reached: %s".formatted(base, path, e.getCause()), e);
    }
  }

  private byte[] body(String path, HttpResponse<InputStream> response) {
    try (InputStream content = response.body()) {
      byte[] bytes = content.readNBytes(MOST_BYTES + 1);
      if (response.statusCode() != 200) {
        String text = new String(bytes, 0, Math.min(bytes.length, 200), StandardCharsets.UTF_8);
        throw new UnreadableSourceException(
            "%s%s answered %d: %s".formatted(base, path, response.statusCode(), text));
      }
      if (bytes.length > MOST_BYTES) {
        throw new UnreadableSourceException(
            "%s%s answered with more than %,d bytes".formatted(base, path, MOST_BYTES));
      }
      return bytes;
    } catch (IOException e) {
      throw new UnreadableSourceException(
          "%s%s broke its answer off: %s".formatted(base, path, e), e);
    }
  }
}
