package org.provdl.capture;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.apache.jena.riot.RDFFormat;
import org.apache.jena.riot.system.StreamRDF;
import org.apache.jena.riot.system.StreamRDFWriter;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.util.Context;
import org.provdl.vocabulary.Prefixes;

/**
 * Appends each batch to a TriG file whole, or not at all, so that the file can be parsed at any
 * time.
 */
final class TrigFileSink implements QuadSink {

  private final Path path;
  private final FileChannel file;

  TrigFileSink(Path path) throws IOException {
    file = FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    file.position(file.size());
    this.path = path.toRealPath();
  }

  @Override
  public String destination() {
    return Destination.TRIG_FILE + path;
  }

  @Override
  public void write(List<Quad> quads) {
    try {
      append(ByteBuffer.wrap(trig(quads)));
    } catch (IOException e) {
      throw new UncheckedIOException("The TriG file could not be written: " + e.getMessage(), e);
    }
  }

  private void append(ByteBuffer text) throws IOException {
    long start = file.position();
    try {
      while (text.hasRemaining()) {
        file.write(text);
      }
    } catch (IOException e) {
      file.truncate(start);
      throw e;
    }
  }

  private static byte[] trig(List<Quad> quads) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    StreamRDF writer = StreamRDFWriter.getWriterStream(bytes, RDFFormat.TRIG_BLOCKS, new Context());
    writer.start();
    Prefixes.ALL.forEach(writer::prefix);
    quads.forEach(writer::quad);
    writer.finish();
    return bytes.toByteArray();
  }

  @Override
  public void close() {
    if (!file.isOpen()) {
      return;
    }
    try {
      file.force(true);
      file.close();
    } catch (IOException e) {
      throw new UncheckedIOException("The TriG file could not be closed: " + e.getMessage(), e);
    }
  }
}
