package org.provdl.server;

import java.io.IOException;
import java.io.InputStream;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.RDFParserBuilder;
import org.apache.jena.riot.RiotException;
import org.apache.jena.riot.lang.LangJSONLD11;
import org.apache.jena.riot.system.ErrorHandlerFactory;
import org.apache.jena.riot.system.StreamRDF;

/**
 * Parses RDF that anybody may have written. Nothing that it says makes the parser reach for other
 * things or grow without end.
 */
final class BodyParser {

  private static final int DEEPEST = 100;

  private final Lang lang;
  private final String base;

  /**
   * A parser of a syntax.
   *
   * @param base what relative IRIs resolve to
   */
  BodyParser(Lang lang, String base) {
    this.lang = lang;
    this.base = base;
  }

  /**
   * Parses a body to its end.
   *
   * @throws RiotException if it is malformed
   * @throws IOException if it cannot be read
   */
  void parse(InputStream body, StreamRDF quads) throws IOException {
    try {
      parser(body).parse(quads);
    } catch (StackOverflowError depth) {
      throw new RiotException("it is nested too deeply");
    }
  }

  private RDFParserBuilder parser(InputStream body) throws IOException {
    RDFParserBuilder parser =
        RDFParser.create()
            .lang(lang)
            .base(base)
            .checking(true)
            .errorHandler(ErrorHandlerFactory.errorHandlerSimple());
    if (lang.equals(Lang.RDFXML)) {
      return parser.source(XmlBody.withoutDoctype(body));
    }
    if (lang.equals(Lang.JSONLD)) {
      return parser
          .source(JsonLdBody.selfContained(body, DEEPEST))
          .set(LangJSONLD11.JSONLD_OPTIONS, JsonLdBody.options());
    }
    return parser.source(body);
  }
}
