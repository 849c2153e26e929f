package org.provdl.operations;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.security.DigestOutputStream;
import java.util.Iterator;
import java.util.zip.GZIPOutputStream;
import org.apache.jena.riot.RDFFormat;
import org.apache.jena.riot.system.StreamRDF;
import org.apache.jena.riot.system.StreamRDFWriter;
import org.apache.jena.sparql.core.Quad;

/** Writes a backup, quad by quad. */
final class BackupWriter {

  private static final int BUFFER = 1 << 16;

  private final GZIPOutputStream packed;
  private final DigestOutputStream digested;
  private final StreamRDF quads;
  private long graphCount;
  private long quadCount;

  BackupWriter(OutputStream out, int storeFormat) throws IOException {
    packed = new GZIPOutputStream(out, BUFFER);
    digested =
        new DigestOutputStream(new BufferedOutputStream(packed, BUFFER), BackupFormat.sha256());
    digested.write(BackupFormat.firstLine(storeFormat).getBytes(ISO_8859_1));
    quads = StreamRDFWriter.getWriterStream(digested, RDFFormat.NQUADS_UTF8);
    quads.start();
  }

  /** Adds one graph. */
  void add(Iterator<Quad> graph) {
    if (graph.hasNext()) {
      graphCount++;
    }
    while (graph.hasNext()) {
      quads.quad(graph.next());
      quadCount++;
    }
  }

  Backup.Summary finish() throws IOException {
    quads.finish();
    Backup.Summary summary = new Backup.Summary(graphCount, quadCount);
    String last = BackupFormat.lastLine(summary, digested.getMessageDigest());
    digested.on(false);
    digested.write(last.getBytes(ISO_8859_1));
    digested.flush();
    packed.finish();
    return summary;
  }
}
