package org.provdl.store;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.apache.jena.graph.Node;
import org.apache.jena.riot.thrift.TRDF;
import org.apache.jena.riot.thrift.ThriftConvert;
import org.apache.jena.riot.thrift.wire.RDF_Quad;
import org.apache.jena.riot.thrift.wire.RDF_Term;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.tdb2.store.NodeId;
import org.apache.thrift.TException;
import org.apache.thrift.protocol.TProtocol;
import org.jspecify.annotations.Nullable;

/**
 * Quads in a file, which is read behind where it is written: their number costs no memory. One
 * thread records, one takes.
 *
 * <p>Terms come back as TDB2 gives them back. A copy that has such a term already would take
 * another form of it for another term.
 */
final class Spool implements AutoCloseable {

  private final Path file;
  private final OutputStream output;
  private final FileChannel input;
  private final TProtocol writing;
  private final TProtocol reading;

  /** What has made the file useless. */
  private @Nullable Throwable failure;

  private long waiting;

  Spool(Path file) {
    this.file = file;
    try {
      output = Files.newOutputStream(file);
      input = FileChannel.open(file, StandardOpenOption.READ);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    writing = TRDF.protocol(output);
    reading = TRDF.protocol(new BufferedInputStream(Channels.newInputStream(input)));
  }

  /** Adds quads. It throws nothing: if this fails, the taking will. */
  synchronized void record(Collection<Quad> quads) {
    if (failure == null) {
      try {
        for (Quad quad : quads) {
          row(quad).write(writing);
        }
        TRDF.flush(writing);
        waiting += quads.size();
      } catch (Throwable full) {
        failure = full;
      }
    }
  }

  /** How many quads have been recorded and not taken. */
  synchronized long waiting() {
    if (failure != null) {
      throw failed("keep what is", failure);
    }
    return waiting;
  }

  /** Takes the quads that have waited longest, so many at most. */
  List<Quad> take(int most) {
    int count = (int) Math.min(most, waiting());
    List<Quad> quads = new ArrayList<>(count);
    try {
      for (int i = 0; i < count; i++) {
        quads.add(next());
      }
    } catch (TException unread) {
      throw failed("read what was", unread);
    }
    took(count);
    return quads;
  }

  private Quad next() throws TException {
    RDF_Quad row = new RDF_Quad();
    row.read(reading);
    return Quad.create(
        ThriftConvert.convert(row.getG()),
        ThriftConvert.convert(row.getS()),
        ThriftConvert.convert(row.getP()),
        ThriftConvert.convert(row.getO()));
  }

  private synchronized void took(int count) {
    waiting -= count;
  }

  /** Deletes the file. */
  @Override
  public synchronized void close() {
    try {
      output.close();
      input.close();
      Files.deleteIfExists(file);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static StoreException failed(String what, Throwable failure) {
    return new StoreException(
        "Cannot %s appended while the store is compacted: %s. Check its disk and try again."
            .formatted(what, failure),
        failure);
  }

  private static RDF_Quad row(Quad quad) {
    return new RDF_Quad(term(quad.getSubject()), term(quad.getPredicate()), term(quad.getObject()))
        .setG(term(quad.getGraph()));
  }

  /** As TDB2 keeps it, in its id or in its file, where some forms of numbers become others. */
  private static RDF_Term term(Node node) {
    NodeId id = NodeId.inline(node);
    return id == null
        ? ThriftConvert.convert(node, true)
        : ThriftConvert.convert(NodeId.extract(id), false);
  }
}
