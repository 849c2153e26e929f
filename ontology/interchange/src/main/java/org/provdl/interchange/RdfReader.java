package org.provdl.interchange;

import java.io.IOException;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RiotParseException;
import org.apache.jena.riot.system.StreamRDF;
import org.apache.jena.riot.system.StreamRDFLib;
import org.apache.jena.riot.system.StreamRDFWrapper;
import org.apache.jena.shared.JenaException;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;

/** Reads PROV-O. Its triples come in any order, so the dataset is held in memory. */
final class RdfReader implements StatementReader {

  /** Relative IRIs are taken as they are written, as far as RDF lets. */
  private static final String BASE = "urn:document:";

  private static final int MAX_JSON_LD = 256 << 20;

  private final ForeignRdf parser;

  RdfReader(Lang lang) {
    this.parser = new ForeignRdf(lang, BASE, MAX_JSON_LD);
  }

  @Override
  public void read(DocumentSource source, Losses losses, StatementStream to) throws IOException {
    RdfToStatements.read(dataset(source), false, losses, to);
  }

  /** {@return what the document holds} */
  DatasetGraph dataset(DocumentSource source) throws IOException {
    DatasetGraph dataset = DatasetGraphFactory.create();
    read(source, StreamRDFLib.dataset(dataset));
    return dataset;
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

  /** Some parsers say where a document begins and ends, some do not. */
  private static final class Content extends StreamRDFWrapper {

    Content(StreamRDF to) {
      super(to);
    }

    @Override
    public void start() {}

    @Override
    public void finish() {}
  }
}
