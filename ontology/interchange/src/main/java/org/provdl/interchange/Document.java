package org.provdl.interchange;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import org.apache.jena.riot.system.StreamRDF;
import org.apache.jena.riot.system.StreamRDF2;
import org.apache.jena.riot.system.StreamRDFLib;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;

/**
 * A document of PROV in one of its syntaxes: read as statements or as PROV-O, or written in another
 * syntax.
 *
 * @param source where it is
 * @param syntax how it is written
 */
public record Document(DocumentSource source, Syntax syntax) {

  /**
   * Reads it statement by statement.
   *
   * @param losses is told what is no statement of PROV
   * @param to takes the statements
   * @throws IOException if it cannot be read
   * @throws InvalidDocumentException if it is not of its syntax
   */
  public void read(Losses losses, StatementStream to) throws IOException {
    syntax.reader().read(source, losses, to);
  }

  /**
   * Reads it as PROV-O, in memory. What is PROV-O already is left as it is.
   *
   * @param losses is told what PROV-O cannot say
   * @return what it holds; a bundle is a named graph
   * @throws IOException if it cannot be read
   * @throws InvalidDocumentException if it is not of its syntax
   */
  public DatasetGraph dataset(Losses losses) throws IOException {
    DatasetGraph dataset = DatasetGraphFactory.create();
    quads(losses, StreamRDFLib.dataset(dataset));
    return dataset;
  }

  /**
   * Reads it as PROV-O, as it comes. What is PROV-O already is left as it is.
   *
   * @param losses is told what PROV-O cannot say
   * @param to takes triples of the document, and quads of its bundles
   * @throws IOException if it cannot be read
   * @throws InvalidDocumentException if it is not of its syntax
   */
  public void quads(Losses losses, StreamRDF to) throws IOException {
    if (syntax.reader() instanceof RdfReader rdf) {
      rdf.read(source, to);
    } else {
      read(losses, new StatementsToRdf(to, losses));
    }
  }

  /**
   * Reads it as a store holds it: as PROV-O, with a property between the two ends of each relation
   * besides its qualified form.
   *
   * @param losses is told what PROV-O cannot say
   * @param to takes triples of the document, and quads of its bundles; some may come twice
   * @throws IOException if it cannot be read
   * @throws InvalidDocumentException if it is not of its syntax
   */
  public void stored(Losses losses, StreamRDF to) throws IOException {
    if (syntax.reader() instanceof RdfReader rdf) {
      try (SubjectSpool spool = new SubjectSpool()) {
        rdf.read(source, new StreamRDF2(to, spool));
        spool.to(new Losses(), new BinaryRelations(to));
      } catch (UncheckedIOException e) {
        throw e.getCause();
      }
    } else {
      read(losses, new Both(new StatementsToRdf(to, losses), new BinaryRelations(to)));
    }
  }

  /**
   * Writes it in another syntax. From PROV-O to PROV-O also what is no statement of PROV is
   * written.
   *
   * @param to the other syntax
   * @param out where it is written; stays open
   * @param losses is told what the other syntax cannot say
   * @throws IOException if it cannot be read or written
   * @throws InvalidDocumentException if it is not of its syntax; what has been written until then
   *     is of no use
   */
  public void write(Syntax to, OutputStream out, Losses losses) throws IOException {
    try {
      if (syntax.reader() instanceof RdfReader rdf && to.rdf().isPresent()) {
        rdf.read(source, RdfWriter.stream(to.rdf().get(), out, losses));
      } else {
        read(losses, to.writer(out, losses));
      }
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }
}
