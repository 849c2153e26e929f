package org.provdl.server;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.commons.io.output.DeferredFileOutputStream;
import org.apache.jena.fuseki.servlets.ActionErrorException;
import org.apache.jena.web.HttpSC;

/**
 * Keeps an answer of SPARQL or the Graph Store until the client has taken it: in memory as long as
 * it is small, in a temporary file beyond. One that is too large is refused and not cut.
 */
final class SpooledBody extends OutputStream {

  private static final int IN_MEMORY = 64 * 1024;

  private final SpoolLimits limits;
  private final AtomicLong held;
  private DeferredFileOutputStream bytes = spool();
  private long size;

  /**
   * Begins with nothing.
   *
   * @param held the bytes of all such answers
   */
  SpooledBody(SpoolLimits limits, AtomicLong held) {
    this.limits = limits;
    this.held = held;
  }

  @Override
  public void write(int value) throws IOException {
    write(new byte[] {(byte) value}, 0, 1);
  }

  /**
   * Keeps bytes.
   *
   * @throws ActionErrorException if they are too many
   */
  @Override
  public void write(byte[] more, int offset, int length) throws IOException {
    if (size + length > limits.bytes()) {
      throw new ActionErrorException(
          HttpSC.UNPROCESSABLE_ENTITY_422,
          "The answer has more than %d bytes. Ask for less, for example with LIMIT."
              .formatted(limits.bytes()),
          null);
    }
    size += length;
    if (held.addAndGet(length) > limits.allBytes()) {
      throw new ActionErrorException(
          HttpSC.SERVICE_UNAVAILABLE_503,
          "Too many answers are still being sent. Come again later.",
          null);
    }
    bytes.write(more, offset, length);
  }

  long size() {
    return size;
  }

  /** What has been written, to be read once. */
  InputStream toInputStream() throws IOException {
    bytes.close();
    return bytes.toInputStream();
  }

  /** Begins anew. */
  void clear() {
    close();
    bytes = spool();
  }

  /** Lets go of the bytes. */
  @Override
  public void close() {
    held.addAndGet(-size);
    size = 0;
    try {
      bytes.close();
      if (bytes.getPath() != null) {
        Files.deleteIfExists(bytes.getPath());
      }
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static DeferredFileOutputStream spool() {
    return DeferredFileOutputStream.builder()
        .setThreshold(IN_MEMORY)
        .setPrefix("provdl-answer")
        .get();
  }
}
