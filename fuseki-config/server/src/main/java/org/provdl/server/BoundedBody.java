package org.provdl.server;

import java.io.InputStream;
import java.io.OutputStream;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.commons.io.output.UnsynchronizedByteArrayOutputStream;

/**
 * Keeps an answer until the client has taken it, so that a slow one holds neither the store nor
 * more memory than there is for all of them.
 */
final class BoundedBody extends OutputStream {

  private final UnsynchronizedByteArrayOutputStream bytes =
      UnsynchronizedByteArrayOutputStream.builder().get();
  private final Limits limits;
  private final AtomicLong held;

  /**
   * Begins with nothing.
   *
   * @param held the bytes of all answers
   */
  BoundedBody(Limits limits, AtomicLong held) {
    this.limits = limits;
    this.held = held;
  }

  @Override
  public void write(int value) {
    write(new byte[] {(byte) value}, 0, 1);
  }

  /**
   * Keeps bytes.
   *
   * @throws Problem if they are too many
   */
  @Override
  public void write(byte[] more, int offset, int length) {
    if (bytes.size() + (long) length > limits.answerBytes()) {
      throw Problem.tooLarge(
          "The answer has more than %d bytes. Ask for less, or ask the SPARQL endpoint."
              .formatted(limits.answerBytes()));
    }
    bytes.write(more, offset, length);
    if (held.addAndGet(length) > limits.heldBytes()) {
      throw Problem.unavailable("Too many answers are still being sent. Come again later.");
    }
  }

  int size() {
    return bytes.size();
  }

  InputStream toInputStream() {
    return bytes.toInputStream();
  }

  /** Lets go of them. */
  @Override
  public void close() {
    held.addAndGet(-bytes.size());
    bytes.reset();
  }
}
