package org.provdl.interchange;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RiotParseException;
import org.apache.jena.riot.system.StreamRDF;
import org.apache.jena.riot.system.StreamRDFWrapper;
import org.apache.jena.shared.JenaException;
import org.apache.jena.sparql.core.Quad;

/** Reads PROV-O, whose triples come in any order. */
final class RdfReader implements StatementReader {

  /** Relative IRIs are taken as they are written, as far as RDF lets. */
  static final String BASE = "urn:document:";

  private static final int MAX_JSON_LD = 256 << 20;

  private final ForeignRdf parser;

  RdfReader(Lang lang) {
    this.parser = new ForeignRdf(lang, BASE, MAX_JSON_LD);
  }

  @Override
  public void read(DocumentSource source, Losses losses, StatementStream to) throws IOException {
    try (SubjectSpool spool = new SubjectSpool()) {
      read(source, spool);
      spool.to(losses, to);
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  /** Reads triples and quads as they come. */
  void read(DocumentSource source, StreamRDF to) throws IOException {
    to.start();
    try {
      parser.parse(source, new Content(to));
    } catch (RiotParseException e) {
      throw new InvalidDocumentException(e.getOriginalMessage(), e.getLine(), e.getCol());
    } catch (JenaException | IllegalArgumentException e) {
      // Jena lets out what it finds in some lexical forms and language tags.
      throw new InvalidDocumentException(String.valueOf(e.getMessage()), 0, 0);
    }
    to.finish();
  }

  /**
   * What is said, in names as those of all other syntaxes are. Some parsers say where a document
   * begins and ends, some do not.
   */
  private static final class Content extends StreamRDFWrapper {

    Content(StreamRDF to) {
      super(to);
    }

    @Override
    public void start() {}

    @Override
    public void finish() {}

    @Override
    public void triple(Triple triple) {
      super.triple(encoded(triple));
    }

    @Override
    public void quad(Quad quad) {
      super.quad(Quad.create(Iris.encoded(quad.getGraph()), encoded(quad.asTriple())));
    }

    private static Triple encoded(Triple triple) {
      return Triple.create(
          Iris.encoded(triple.getSubject()),
          Iris.encoded(triple.getPredicate()),
          Iris.encoded(triple.getObject()));
    }
  }
}
