package org.provdl.capture;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.function.Consumer;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.io.output.ThresholdingOutputStream;
import org.apache.commons.io.output.UnsynchronizedByteArrayOutputStream;
import org.apache.jena.atlas.io.AWriter;
import org.apache.jena.atlas.io.IO;

/**
 * Text as the body of a request, in UTF-8. It is ready before it is sent: its length can be told,
 * which some servers insist on, and nothing but the network can cut it. Packed, triples take a
 * twentieth of their size.
 */
final class RequestBody {

  /** Bytes; to pack what is shorter saves nothing. */
  static final int PACKED_FROM = 1024;

  private UnsynchronizedByteArrayOutputStream bytes =
      UnsynchronizedByteArrayOutputStream.builder().get();
  private OutputStream end = bytes;
  private boolean packed;

  private RequestBody() {}

  static RequestBody plain(Consumer<AWriter> text) {
    return new RequestBody().write(text, Integer.MAX_VALUE);
  }

  /** Packed with gzip, unless it is short. */
  static RequestBody packed(Consumer<AWriter> text) {
    return new RequestBody().write(text, PACKED_FROM);
  }

  boolean isPacked() {
    return packed;
  }

  int length() {
    return bytes.size();
  }

  BodyPublisher publisher() {
    return BodyPublishers.fromPublisher(
        BodyPublishers.ofInputStream(bytes::toInputStream), length());
  }

  private RequestBody write(Consumer<AWriter> text, int packedFrom) {
    try (OutputStream start =
            new ThresholdingOutputStream(packedFrom, reached -> pack(), reached -> end);
        AWriter writer = IO.wrapUTF8(start)) {
      text.accept(writer);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return this;
  }

  private void pack() throws IOException {
    UnsynchronizedByteArrayOutputStream plain = bytes;
    bytes = UnsynchronizedByteArrayOutputStream.builder().get();
    end = new FastGzip(bytes);
    packed = true;
    plain.writeTo(end);
  }

  /** At its fastest gzip costs no more than the memory that it saves; higher levels gain little. */
  private static final class FastGzip extends GZIPOutputStream {

    FastGzip(OutputStream target) throws IOException {
      super(target, 8192);
      def.setLevel(Deflater.BEST_SPEED);
    }
  }
}
