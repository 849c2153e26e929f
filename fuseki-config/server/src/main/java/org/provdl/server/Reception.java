package org.provdl.server;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.commons.io.output.UnsynchronizedByteArrayOutputStream;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.EagerContentHandler.ContentLoader;
import org.eclipse.jetty.util.BufferUtil;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.Invocable;
import org.eclipse.jetty.util.thread.Scheduler;
import org.jspecify.annotations.Nullable;

/**
 * One body on its way in. No thread waits for it: Jetty calls {@link #run} when there is more to
 * read, on one thread at a time.
 */
final class Reception extends ContentLoader implements Invocable.Task {

  private final Limits limits;
  private final AtomicLong held;

  /** Set by the end of the body or of the time, whichever is first. */
  private final AtomicBoolean over = new AtomicBoolean();

  private Scheduler.@Nullable Task clock;
  private long received;
  private long kept;

  /** Null when there was no room for it. */
  private @Nullable UnsynchronizedByteArrayOutputStream body =
      UnsynchronizedByteArrayOutputStream.builder().get();

  /**
   * Begins with nothing.
   *
   * @param held the bytes of all bodies
   */
  Reception(
      Limits limits,
      AtomicLong held,
      Handler handler,
      Request request,
      Response response,
      Callback callback) {
    super(handler, request, response, callback);
    this.limits = limits;
    this.held = held;
  }

  @Override
  protected void load() {
    if (getRequest().getLength() > AppendRequest.MAX_BYTES) {
      refuse(Refusal.tooLarge());
      return;
    }
    clock =
        getRequest()
            .getComponents()
            .getScheduler()
            .schedule(this::giveUp, limits.body().toMillis(), TimeUnit.MILLISECONDS);
    if (receive()) {
      pass();
    }
  }

  @Override
  public void run() {
    if (receive()) {
      getRequest().getContext().execute(this::pass);
    }
  }

  @Override
  public InvocationType getInvocationType() {
    return InvocationType.NON_BLOCKING;
  }

  private void giveUp() {
    if (over.compareAndSet(false, true)) {
      getRequest().fail(new TimeoutException());
    }
  }

  /** Reads what has arrived; whether that was the end, and all is well. */
  private boolean receive() {
    while (true) {
      Content.Chunk chunk = getRequest().read();
      if (chunk == null) {
        getRequest().demand(this);
        return false;
      }
      if (Content.Chunk.isFailure(chunk)) {
        refuse(refusalFor(chunk.getFailure()));
        return false;
      }
      boolean last = chunk.isLast();
      take(chunk);
      if (received > AppendRequest.MAX_BYTES) {
        refuse(Refusal.tooLarge());
        return false;
      }
      if (last) {
        return isWhole();
      }
    }
  }

  private void take(Content.Chunk chunk) {
    int size = chunk.remaining();
    received += size;
    if (body != null) {
      kept += size;
      if (held.addAndGet(size) > limits.heldBytes()) {
        letGo();
      } else {
        body.write(BufferUtil.toArray(chunk.getByteBuffer()), 0, size);
      }
    }
    chunk.release();
  }

  private boolean isWhole() {
    if (!over.compareAndSet(false, true)) {
      refuse(Refusal.tooSlow());
    } else if (body == null) {
      refuse(Refusal.busy());
    } else {
      return true;
    }
    return false;
  }

  /** Goes on as if the body had just arrived in one piece. */
  private void pass() {
    cancelClock();
    UnsynchronizedByteArrayOutputStream whole = body;
    if (whole != null) {
      Request.addCompletionListener(getRequest(), end -> held.addAndGet(-kept));
      handle(
          new Received(getRequest(), Content.Source.from(whole.toInputStream())),
          getResponse(),
          getCallback());
    }
  }

  private void refuse(Refusal refusal) {
    over.set(true);
    cancelClock();
    letGo();
    refusal.answer(getRequest(), getResponse(), getCallback());
  }

  private static Refusal refusalFor(Throwable failure) {
    if (failure instanceof TimeoutException) {
      return Refusal.tooSlow();
    }
    return Refusal.malformed(
        failure instanceof HttpException malformed
            ? "The body cannot be read: " + malformed.getReason()
            : "The body was cut off.");
  }

  private void letGo() {
    body = null;
    held.addAndGet(-kept);
    kept = 0;
  }

  private void cancelClock() {
    if (clock != null) {
      clock.cancel();
    }
  }

  /** The request with a body that is there. */
  private static final class Received extends Request.Wrapper {

    private final Content.Source whole;

    Received(Request request, Content.Source whole) {
      super(request);
      this.whole = whole;
    }

    @Override
    public Content.Chunk read() {
      return whole.read();
    }

    @Override
    public void demand(Runnable available) {
      whole.demand(available);
    }
  }
}
