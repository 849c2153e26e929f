package org.provdl.interchange;

import java.io.IOException;
import java.io.InputStream;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.RiotException;
import org.apache.jena.riot.system.ErrorHandler;
import org.apache.jena.riot.system.FactoryRDFStd;
import org.apache.jena.riot.system.StreamRDFLib;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;

/** Reads PROV-O. Its triples come in any order, so the dataset is held in memory. */
final class RdfReader implements StatementReader {

  private final Lang lang;

  RdfReader(Lang lang) {
    this.lang = lang;
  }

  @Override
  public void read(DocumentSource source, Losses losses, StatementStream to) throws IOException {
    RdfToStatements.read(dataset(source), false, losses, to);
  }

  /** {@return what the document holds} */
  DatasetGraph dataset(DocumentSource source) throws IOException {
    DatasetGraph dataset = DatasetGraphFactory.create();
    try (InputStream in = source.open()) {
      RDFParser.source(in)
          .lang(lang)
          .base("urn:document:")
          .factory(new FactoryRDFStd())
          .errorHandler(new Strict())
          .parse(StreamRDFLib.dataset(dataset));
    } catch (RiotException e) {
      throw new InvalidDocumentException(String.valueOf(e.getMessage()), 0, 0);
    }
    return dataset;
  }

  /**
   * Takes warnings as they are: a lexical form that is not of its type is still what the document
   * says.
   */
  private static final class Strict implements ErrorHandler {

    @Override
    public void warning(String message, long line, long col) {}

    @Override
    public void error(String message, long line, long col) {
      throw new InvalidDocumentException(message, line, col);
    }

    @Override
    public void fatal(String message, long line, long col) {
      throw new InvalidDocumentException(message, line, col);
    }
  }
}
