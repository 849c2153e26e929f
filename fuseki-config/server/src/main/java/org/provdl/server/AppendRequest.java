package org.provdl.server;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.apache.commons.io.input.BoundedInputStream;
import org.apache.commons.io.input.ProxyInputStream;
import org.apache.jena.atlas.RuntimeIOException;
import org.apache.jena.atlas.web.ContentType;
import org.apache.jena.fuseki.servlets.ActionErrorException;
import org.apache.jena.fuseki.servlets.HttpAction;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.RiotException;
import org.apache.jena.riot.system.ErrorHandlerFactory;
import org.apache.jena.riot.system.StreamRDF;
import org.apache.jena.riot.system.StreamRDFBase;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.web.HttpSC;
import org.jspecify.annotations.Nullable;

/** The body of an append, parsed to its end before anything is written. */
final class AppendRequest {

  /** Bytes of a body, as it comes and after unpacking; some 200,000 quads. */
  static final long MAX_BYTES = 32L << 20;

  private static final Map<String, Lang> QUADS =
      Map.of(
          Lang.NQUADS.getHeaderString(), Lang.NQUADS,
          Lang.TRIG.getHeaderString(), Lang.TRIG);

  /**
   * No RDF/XML and JSON-LD: their entities and remote contexts let a body reach for other things.
   */
  private static final Map<String, Lang> TRIPLES =
      Map.of(
          Lang.NTRIPLES.getHeaderString(), Lang.NTRIPLES,
          Lang.TURTLE.getHeaderString(), Lang.TURTLE);

  /** What a relative IRI resolves to, so that it can be told from the others. */
  private static final String BASE = "relative:/";

  private static final Pattern ABSOLUTE =
      Pattern.compile("(?!relative:)[A-Za-z][A-Za-z0-9+.-]*:.*");

  private static final Set<String> PARAMETERS = Set.of("graph");

  private final HttpAction action;

  AppendRequest(HttpAction action) {
    this.action = action;
  }

  /**
   * Parses the body.
   *
   * @throws ActionErrorException with the status 400, 413 or 415 and the reason
   */
  List<Quad> quads() {
    boolean oneGraph = action.getRequestQueryString() != null;
    Lang lang = lang(oneGraph ? TRIPLES : QUADS);
    Node graph = oneGraph ? graph() : null;
    List<Quad> quads = new ArrayList<>();
    try (InputStream body = unpacked()) {
      RDFParser.source(body)
          .lang(lang)
          .base(BASE)
          .checking(true)
          .errorHandler(ErrorHandlerFactory.errorHandlerSimple())
          .parse(collector(graph, quads));
    } catch (RiotException | RuntimeIOException | IOException failure) {
      if (failure.getCause() instanceof ActionErrorException refused) {
        throw refused;
      }
      throw malformed(
          "Cannot parse the body: "
              + Objects.requireNonNullElse(failure.getMessage(), "it ends too early"));
    }
    return quads;
  }

  private Lang lang(Map<String, Lang> accepted) {
    String header = action.getRequestContentType();
    ContentType type = header == null ? null : ContentType.create(header);
    Lang lang = type == null ? null : accepted.get(type.getContentTypeStr());
    if (lang == null) {
      throw unsupported(
          "Send quads as application/n-quads or application/trig, or the triples of one graph to"
              + " ?graph=IRI as application/n-triples or text/turtle, not "
              + header
              + ".");
    }
    return lang;
  }

  private Node graph() {
    Map<String, String[]> parameters = action.getRequestParameterMap();
    String[] graphs = parameters.get("graph");
    if (!parameters.keySet().equals(PARAMETERS) || graphs == null || graphs.length != 1) {
      throw malformed("The only parameter is graph, given once: the IRI of the run.");
    }
    return absolute(NodeFactory.createURI(graphs[0]));
  }

  private InputStream unpacked() throws IOException {
    String encoding = action.getRequestHeader("Content-Encoding");
    InputStream body = action.getRequestInputStreamRaw();
    if ("gzip".equalsIgnoreCase(encoding)) {
      body = new StrictEnd(new GZIPInputStream(body));
    } else if (encoding != null && !"identity".equalsIgnoreCase(encoding)) {
      throw unsupported("Send the body plain or as Content-Encoding gzip, not " + encoding + ".");
    }
    return BoundedInputStream.builder()
        .setInputStream(body)
        .setMaxCount(MAX_BYTES + 1)
        .setOnMaxCount(
            (limit, count) -> {
              throw tooLarge();
            })
        .get();
  }

  private static StreamRDF collector(@Nullable Node graph, List<Quad> quads) {
    return new StreamRDFBase() {
      @Override
      public void triple(Triple triple) {
        if (graph == null) {
          throw malformed(
              "A triple outside of all graphs cannot be stored: "
                  + triple
                  + ". Put it in the graph of a run.");
        }
        add(Quad.create(graph, triple));
      }

      @Override
      public void quad(Quad quad) {
        if (quad.isDefaultGraph()) {
          triple(quad.asTriple());
        } else {
          add(quad);
        }
      }

      private void add(Quad quad) {
        absolute(quad.getGraph());
        absolute(quad.getSubject());
        absolute(quad.getPredicate());
        absolute(quad.getObject());
        quads.add(quad);
      }
    };
  }

  private static Node absolute(Node node) {
    if (node.isURI() && !ABSOLUTE.matcher(node.getURI()).matches()) {
      throw malformed(
          "The IRI <" + node.getURI().replace(BASE, "") + "> is relative. Write it in full.");
    }
    return node;
  }

  private static ActionErrorException malformed(String message) {
    return new ActionErrorException(HttpSC.BAD_REQUEST_400, message, null);
  }

  private static ActionErrorException tooLarge() {
    return new ActionErrorException(
        HttpSC.PAYLOAD_TOO_LARGE_413,
        "The body is larger than " + MAX_BYTES + " bytes when unpacked. Send it in parts.",
        null);
  }

  private static ActionErrorException unsupported(String message) {
    return new ActionErrorException(HttpSC.UNSUPPORTED_MEDIA_TYPE_415, message, null);
  }

  /**
   * Jena's parser takes an {@link EOFException} for the end, though it says that something lacks.
   */
  private static final class StrictEnd extends ProxyInputStream {

    StrictEnd(InputStream packed) {
      super(packed);
    }

    @Override
    protected void handleIOException(IOException failure) throws IOException {
      throw failure instanceof EOFException ? new ZipException(failure.getMessage()) : failure;
    }
  }
}
