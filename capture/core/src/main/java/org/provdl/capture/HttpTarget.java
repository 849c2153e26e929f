package org.provdl.capture;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.apache.jena.atlas.io.AWriter;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Posts text to a server and takes anything but success for a failure. It packs the text until the
 * server turns out not to take it so. It follows no redirect: what is recorded, and the
 * credentials, go to the address that was configured only.
 *
 * <p>Not thread-safe.
 */
final class HttpTarget {

  private static final Logger LOG = LoggerFactory.getLogger(HttpTarget.class);

  /** These say that something is wrong with what was sent; all others may pass. */
  private static final Set<Integer> REFUSALS = Set.of(400, 413, 414, 415, 422);

  /** What servers say that take packed text for a malformed or an unknown one. */
  private static final Set<Integer> MAYBE_UNPACKED = Set.of(400, 415, 500, 501);

  private static final int SHOWN_CHARACTERS = 200;

  private final HttpEndpoint endpoint;
  private final HttpAccess access;
  private final HttpClient client;
  private boolean packing = true;
  private boolean unpacked; // whether the server ever took packed text

  HttpTarget(HttpEndpoint endpoint, HttpAccess access) {
    this.endpoint = endpoint;
    this.access = access;
    // HTTP/1.1, because an offer of HTTP/2 with a body confuses some servers. The proxy is that of
    // the JVM.
    client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(access.connectTimeout())
            .build();
    if (access.credentials() != null && !endpoint.isEncrypted() && !endpoint.isLoopback()) {
      LOG.warn(
          "{} for {} can be read by everybody on the way: use https.",
          access.credentials(),
          endpoint.uri());
    }
  }

  /** Posts to the endpoint or to an address made of it. */
  void post(URI address, String contentType, Consumer<AWriter> text) {
    RequestBody body = packing ? RequestBody.packed(text) : RequestBody.plain(text);
    HttpResponse<String> answer = send(address, contentType, body);
    if (body.isPacked() && mayNotUnpack(answer)) {
      answer = send(address, contentType, RequestBody.plain(text));
      if (isSuccess(answer)) {
        packing = false;
        LOG.info("{} takes no gzip and gets plain text from now on.", endpoint.uri());
      }
    } else if (body.isPacked() && isSuccess(answer)) {
      unpacked = true;
    }
    if (!isSuccess(answer)) {
      throw failure(address, answer);
    }
  }

  private boolean mayNotUnpack(HttpResponse<?> answer) {
    return answer.statusCode() == 415
        || (!unpacked && MAYBE_UNPACKED.contains(answer.statusCode()));
  }

  private HttpResponse<String> send(URI address, String contentType, RequestBody body) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(address).header("Content-Type", contentType).POST(body.publisher());
    if (body.isPacked()) {
      request.header("Content-Encoding", "gzip");
    }
    if (access.credentials() != null) {
      request.header("Authorization", access.credentials().header());
    }
    return await(address, client.sendAsync(request.build(), answer -> new AnswerText()));
  }

  /** The timeout of the client itself ends with the head of an answer, this one with its body. */
  private HttpResponse<String> await(URI address, CompletableFuture<HttpResponse<String>> answer) {
    Duration timeout = access.requestTimeout();
    try {
      return answer.get(timeout.toNanos(), TimeUnit.NANOSECONDS);
    } catch (ExecutionException e) {
      throw new SinkException(address + " could not be reached: " + e.getCause(), e);
    } catch (TimeoutException e) {
      throw new SinkException(
          address
              + " did not take the request within "
              + timeout
              + ". If it is only slow, set a longer requestTimeout.",
          e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new SinkException("Interrupted while " + address + " was written.", e);
    } finally {
      answer.cancel(true);
    }
  }

  private static boolean isSuccess(HttpResponse<?> answer) {
    return answer.statusCode() / 100 == 2;
  }

  private SinkException failure(URI address, HttpResponse<String> answer) {
    String message =
        address
            + " answered "
            + answer.statusCode()
            + advice(answer)
            + ": "
            + shortened(answer.body());
    if (REFUSALS.contains(answer.statusCode())) {
      return SinkException.refused(message);
    }
    Duration pause =
        answer
            .headers()
            .firstValue("Retry-After")
            .map(header -> RetryAfter.of(header, Instant.now()))
            .orElse(Duration.ZERO);
    return SinkException.unavailable(message, pause);
  }

  private String advice(HttpResponse<?> answer) {
    int status = answer.statusCode();
    if (status == 401 || status == 403) {
      return access.credentials() == null
          ? " (it asks for credentials: add HttpAccess.with(Credentials...))"
          : " (it does not accept " + access.credentials() + ")";
    }
    if (status == 407) {
      return " (the proxy asks for credentials, which are not supported)";
    }
    if (status / 100 == 3) {
      return " (redirects are not followed: configure the address that it points to, "
          + shortened(answer.headers().firstValue("Location").orElse("none"))
          + ")";
    }
    return "";
  }

  private static String shortened(@Nullable String text) {
    String line = text == null ? "" : text.strip();
    return line.length() <= SHOWN_CHARACTERS ? line : line.substring(0, SHOWN_CHARACTERS) + "...";
  }
}
