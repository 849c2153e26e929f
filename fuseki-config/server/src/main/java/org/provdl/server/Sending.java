package org.provdl.server;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

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
  private final AtomicBoolean over = new AtomicBoolean();

  private Sending(AsyncContext request, BoundedBody body) throws IOException {
    this.request = request;
    this.out = request.getResponse().getOutputStream();
    this.body = body;
    this.rest = body.toInputStream();
  }

  /** Begins to send a body, which is let go of at the end. */
  static void start(AsyncContext request, BoundedBody body, Duration time) throws IOException {
    Sending sending = new Sending(request, body);
    CompletableFuture.delayedExecutor(time.toMillis(), TimeUnit.MILLISECONDS).execute(sending::end);
    sending.out.setWriteListener(sending);
  }

  @Override
  public void onWritePossible() throws IOException {
    while (out.isReady()) {
      int length = rest.read(chunk);
      if (length < 0) {
        end();
        return;
      }
      out.write(chunk, 0, length);
    }
  }

  @Override
  public void onError(Throwable gone) {
    end();
  }

  private void end() {
    if (over.compareAndSet(false, true)) {
      body.close();
      request.complete();
    }
  }
}
