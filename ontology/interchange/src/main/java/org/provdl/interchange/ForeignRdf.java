package org.provdl.interchange;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.RDFParserBuilder;
import org.apache.jena.riot.RiotException;
import org.apache.jena.riot.lang.LangJSONLD11;
import org.apache.jena.riot.system.StreamRDF;

/**
 * Parses RDF that anybody may have written. Nothing that it says makes the parser reach for other
 * things or grow without end.
 */
public final class ForeignRdf {

  private static final int DEEPEST = 100;

  private final Lang lang;
  private final String base;
  private final int maxJsonLd;

  /**
   * A parser of a syntax.
   *
   * @param lang the syntax
   * @param base what relative IRIs resolve to
   * @param maxJsonLd bytes of a document of JSON-LD, all of which is in memory several times, while
   *     other syntaxes are read as they come
   */
  public ForeignRdf(Lang lang, String base, int maxJsonLd) {
    this.lang = lang;
    this.base = base;
    this.maxJsonLd = maxJsonLd;
  }

  /**
   * Parses what has been received to its end.
   *
   * @param body the document; RDF/XML is read into memory
   * @param to takes triples and quads
   * @throws OversizedException if it is more JSON-LD than is taken
   * @throws RiotException if it is malformed
   * @throws IOException if it cannot be read
   */
  public void parse(InputStream body, StreamRDF to) throws IOException {
    if (lang.equals(Lang.RDFXML)) {
      byte[] whole = body.readAllBytes();
      XmlProlog.requireNoDoctype(new ByteArrayInputStream(whole));
      parseHarmless(new ByteArrayInputStream(whole), to);
    } else {
      parseHarmless(body, to);
    }
  }

  /**
   * Parses a document to its end.
   *
   * @param source the document
   * @param to takes triples and quads
   * @throws OversizedException if it is more JSON-LD than is taken
   * @throws RiotException if it is malformed
   * @throws IOException if it cannot be read
   */
  public void parse(DocumentSource source, StreamRDF to) throws IOException {
    if (lang.equals(Lang.RDFXML)) {
      try (InputStream prolog = source.open()) {
        XmlProlog.requireNoDoctype(prolog);
      }
    }
    try (InputStream body = source.open()) {
      parseHarmless(body, to);
    }
  }

  private void parseHarmless(InputStream body, StreamRDF to) throws IOException {
    try {
      parser(body).parse(to);
    } catch (StackOverflowError depth) {
      throw new RiotException("it is nested too deeply");
    }
  }

  private RDFParserBuilder parser(InputStream body) throws IOException {
    RDFParserBuilder parser =
        RDFParser.create().lang(lang).base(base).checking(true).errorHandler(new Strict());
    if (lang.equals(Lang.JSONLD)) {
      return parser
          .source(SelfContainedJsonLd.of(body, maxJsonLd, DEEPEST))
          .set(LangJSONLD11.JSONLD_OPTIONS, SelfContainedJsonLd.options());
    }
    return parser.source(body);
  }
}
