package org.provdl.server;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An answer on its way: written as the client takes it, while no thread waits. A client that takes
 * too long gets no more of it.
 */
final class Sending implements WriteListener {

  private static final Logger LOG = LoggerFactory.getLogger(Sending.class);

  private static final int CHUNK = 32 * 1024;

  private final AsyncContext request;
  private final ServletOutputStream out;
  private final OutputStream body;
  private final InputStream rest;
  private final byte[] chunk = new byte[CHUNK];

  /** Completed by the last byte, a failure, or the end of the time. */
  private final CompletableFuture<Void> end = new CompletableFuture<>();

  private Sending(AsyncContext request, InputStream rest, OutputStream body) throws IOException {
    this.request = request;
    this.out = request.getResponse().getOutputStream();
    this.body = body;
    this.rest = rest;
  }

  /** Begins to send a body, which is let go of at the end. */
  static void start(AsyncContext request, BoundedBody body, Duration time) throws IOException {
    start(request, body.toInputStream(), body, time);
  }

  /** Begins to send what a body has, which is let go of at the end. */
  static void start(AsyncContext request, InputStream rest, OutputStream body, Duration time)
      throws IOException {
    Sending sending = new Sending(request, rest, body);
    var unused = sending.end.thenRun(sending::letGo);
    sending.end.completeOnTimeout(null, time.toMillis(), TimeUnit.MILLISECONDS);
    sending.out.setWriteListener(sending);
  }

  @Override
  public void onWritePossible() throws IOException {
    while (out.isReady()) {
      int length = rest.read(chunk);
      if (length < 0) {
        end.complete(null);
        return;
      }
      out.write(chunk, 0, length);
    }
  }

  @Override
  public void onError(Throwable gone) {
    end.complete(null);
  }

  private void letGo() {
    try (rest;
        body) {
      request.complete();
    } catch (IOException failure) {
      LOG.warn("What was kept of an answer could not be let go of", failure);
    }
  }
}
