package org.provdl.interchange;

import java.io.OutputStream;
import java.util.HashSet;
import java.util.Set;
import java.util.function.BiFunction;
import org.apache.jena.graph.Node;
import org.apache.jena.riot.RDFFormat;
import org.apache.jena.riot.RDFLanguages;
import org.apache.jena.riot.RDFWriter;
import org.apache.jena.riot.system.StreamRDF;
import org.apache.jena.riot.system.StreamRDFLib;
import org.apache.jena.riot.system.StreamRDFWrapper;
import org.apache.jena.riot.system.StreamRDFWriter;
import org.apache.jena.shared.JenaException;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.util.Context;

/** Writes PROV-O: as it comes where the syntax lets, else from memory. */
final class RdfWriter {

  private RdfWriter() {}

  static BiFunction<OutputStream, Losses, StatementStream> of(RDFFormat format) {
    return (out, losses) -> new StatementsToRdf(stream(format, out, losses), losses);
  }

  static StreamRDF stream(RDFFormat format, OutputStream out, Losses losses) {
    StreamRDF stream =
        StreamRDFWriter.registered(format)
            ? StreamRDFWriter.getWriterStream(out, format, Context.emptyContext())
            : whole(format, out, losses);
    return RDFLanguages.isQuads(format.getLang()) ? stream : withoutBundles(stream, losses);
  }

  /** Collects everything and writes it at the end. */
  private static StreamRDF whole(RDFFormat format, OutputStream out, Losses losses) {
    DatasetGraph dataset = DatasetGraphFactory.create();
    return new StrictTerms(StreamRDFLib.dataset(dataset), format, losses) {
      @Override
      public void finish() {
        super.finish();
        RDFWriter writer =
            (RDFLanguages.isQuads(format.getLang())
                    ? RDFWriter.source(dataset)
                    : RDFWriter.source(dataset.getDefaultGraph()))
                .format(format)
                .build();
        try {
          writer.output(out);
        } catch (JenaException e) {
          throw new InvalidDocumentException(
              "it cannot be written as %s: %s"
                  .formatted(format.getLang().getName(), e.getMessage()),
              0,
              0);
        }
      }
    };
  }

  /** Says what is in a bundle of the document, for want of bundles. */
  private static StreamRDF withoutBundles(StreamRDF stream, Losses losses) {
    Set<Node> bundles = new HashSet<>();
    return new StreamRDFWrapper(stream) {
      @Override
      public void quad(Quad quad) {
        if (!quad.isDefaultGraph() && bundles.add(quad.getGraph())) {
          losses.add(
              "bundle " + quad.getGraph(),
              "the syntax holds no bundles, so that its statements are those of the document");
        }
        triple(quad.asTriple());
      }
    };
  }
}
