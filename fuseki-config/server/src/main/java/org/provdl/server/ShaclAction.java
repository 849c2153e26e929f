package org.provdl.server;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.apache.commons.io.input.BoundedInputStream;
import org.apache.jena.atlas.web.ContentType;
import org.apache.jena.fuseki.DEF;
import org.apache.jena.fuseki.servlets.ActionErrorException;
import org.apache.jena.fuseki.servlets.ActionLib;
import org.apache.jena.fuseki.servlets.ActionService;
import org.apache.jena.fuseki.servlets.HttpAction;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.ModelFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFLanguages;
import org.apache.jena.riot.RiotException;
import org.apache.jena.riot.system.StreamRDFLib;
import org.apache.jena.shacl.ValidationReport;
import org.apache.jena.shacl.parser.ShaclParseException;
import org.apache.jena.web.HttpSC;
import org.provdl.interchange.ForeignRdf;
import org.provdl.operations.OperationException;
import org.provdl.operations.Verification;

/**
 * Holds a graph of the store against shapes: {@code POST /provdl/shacl?graph=IRI}, with the shapes
 * in the body, or without a body against those of PROV-DL. The answer is a {@code
 * sh:ValidationReport}, which is cut after a number of results.
 *
 * <p>It takes the place of Fuseki's operation, which takes shapes that ask SPARQL, so {@code
 * SERVICE} too, and bodies that refer to other hosts. Runs on a thread of the store.
 */
final class ShaclAction extends ActionService {

  private static final String SHACL = "http://www.w3.org/ns/shacl#";

  /** What runs code of others, or may take any time: SPARQL, scripts and regular expressions. */
  private static final Set<String> REFUSED =
      Set.of(
          "sparql", "select", "ask", "construct", "update", "jsLibrary", "js", "rule", "pattern");

  private static final Map<String, Lang> SYNTAXES =
      Map.of(
          Lang.TURTLE.getHeaderString(), Lang.TURTLE,
          Lang.NTRIPLES.getHeaderString(), Lang.NTRIPLES);

  private static final int MAX_BYTES = 1 << 20;

  private static final String BASE = "relative:/";

  private final Duration longest;

  /**
   * An operation.
   *
   * @param longest how long one may take
   */
  ShaclAction(Duration longest) {
    this.longest = longest;
  }

  @Override
  public void execPost(HttpAction action) {
    executeLifecycle(action);
  }

  @Override
  public void validate(HttpAction action) {}

  @Override
  public void execute(HttpAction action) {
    String name = Requested.of(action, Set.of("graph")).value("graph");
    if (name == null) {
      throw Requested.malformed("Say which graph: ?graph=IRI.");
    }
    Verification shapes = shapes(action);
    action.beginRead();
    try {
      Node iri = NodeFactory.createURI(name);
      if (!action.getActiveDSG().containsGraph(iri)) {
        throw new ActionErrorException(
            HttpSC.NOT_FOUND_404, "There is no graph of that name.", null);
      }
      Graph graph = action.getActiveDSG().getGraph(iri);
      Lang lang =
          RDFLanguages.contentTypeToLang(
              ActionLib.contentNegotation(action, DEF.rdfOffer, DEF.acceptTurtle)
                  .getContentTypeStr());
      ValidationReport report = shapes.report(graph, longest);
      action.setResponseStatus(HttpSC.OK_200);
      ActionLib.graphResponse(action, report.getGraph(), lang);
    } catch (OperationException tooLong) {
      throw new ActionErrorException(HttpSC.SERVICE_UNAVAILABLE_503, tooLong.getMessage(), null);
    } finally {
      action.endRead();
    }
  }

  private static Verification shapes(HttpAction action) {
    String header = action.getRequestContentType();
    if (action.getRequestContentLengthLong() == 0 || header == null) {
      return Verification.standard();
    }
    Lang lang = SYNTAXES.get(ContentType.create(header).getContentTypeStr());
    if (lang == null) {
      throw new ActionErrorException(
          HttpSC.UNSUPPORTED_MEDIA_TYPE_415,
          "Send shapes as text/turtle or application/n-triples, not " + header + ".",
          null);
    }
    Model shapes = ModelFactory.createDefaultModel();
    try (InputStream body = bounded(action)) {
      new ForeignRdf(lang, BASE, MAX_BYTES).parse(body, StreamRDFLib.graph(shapes.getGraph()));
      requireHarmless(shapes);
      return Verification.of(shapes);
    } catch (RiotException | ShaclParseException | IOException malformed) {
      throw Requested.malformed("These are no shapes: " + malformed.getMessage());
    } catch (StackOverflowError endless) {
      throw Requested.malformed("These are no shapes: they refer to themselves.");
    }
  }

  private static InputStream bounded(HttpAction action) throws IOException {
    return BoundedInputStream.builder()
        .setInputStream(action.getRequestInputStream())
        .setMaxCount(MAX_BYTES + 1L)
        .setOnMaxCount(
            (limit, count) -> {
              throw new ActionErrorException(
                  HttpSC.PAYLOAD_TOO_LARGE_413,
                  "Shapes have at most " + MAX_BYTES + " bytes here.",
                  null);
            })
        .get();
  }

  private static void requireHarmless(Model shapes) {
    REFUSED.stream()
        .filter(term -> shapes.contains(null, shapes.createProperty(SHACL, term)))
        .findAny()
        .ifPresent(
            term -> {
              throw Requested.malformed(
                  "Shapes with sh:%s are not taken here. Get the graph and validate it yourself."
                      .formatted(term));
            });
  }
}
