package org.provdl.server;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * An answer on its way: written as the client takes it, while no thread waits. A client that takes
 * too long gets no more of it.
 */
final class Sending implements WriteListener {

  private static final int CHUNK = 32 * 1024;

  private final AsyncContext request;
  private final ServletOutputStream out;
  private final BoundedBody body;
  private final InputStream rest;
  private final byte[] chunk = new byte[CHUNK];

  /** Completed by the last byte, a failure, or the end of the time. */
  private final CompletableFuture<Void> end = new CompletableFuture<>();

  private Sending(AsyncContext request, BoundedBody body) throws IOException {
    this.request = request;
    this.out = request.getResponse().getOutputStream();
    this.body = body;
    this.rest = body.toInputStream();
  }

  /** Begins to send a body, which is let go of at the end. */
  static void start(AsyncContext request, BoundedBody body, Duration time) throws IOException {
    Sending sending = new Sending(request, body);
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
    body.close();
    request.complete();
  }
}
