package org.provdl.server;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
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
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RiotException;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.web.HttpSC;
import org.provdl.interchange.ForeignRdf;
import org.provdl.interchange.OversizedException;

/** The body of an append, parsed to its end before anything is written. */
final class AppendRequest {

  /** Bytes of a body, as it comes and after unpacking; some 200,000 quads. */
  static final long MAX_BYTES = 32L << 20;

  private static final Map<String, Lang> QUADS =
      Map.of(
          Lang.NQUADS.getHeaderString(), Lang.NQUADS,
          Lang.TRIG.getHeaderString(), Lang.TRIG,
          Lang.JSONLD.getHeaderString(), Lang.JSONLD);

  private static final Map<String, Lang> TRIPLES =
      Map.of(
          Lang.NTRIPLES.getHeaderString(), Lang.NTRIPLES,
          Lang.TURTLE.getHeaderString(), Lang.TURTLE,
          Lang.RDFXML.getHeaderString(), Lang.RDFXML,
          Lang.JSONLD.getHeaderString(), Lang.JSONLD);

  /** Bytes. All of it is in memory several times, while other syntaxes are read as they come. */
  static final int MAX_JSON_LD = 4 << 20;

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
      new ForeignRdf(lang, QuadCollector.BASE, MAX_JSON_LD)
          .parse(body, new QuadCollector(graph, quads));
    } catch (OversizedException oversized) {
      throw new ActionErrorException(
          HttpSC.PAYLOAD_TOO_LARGE_413,
          oversized.getMessage() + " Send it in parts, or as N-Quads.",
          null);
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
          "Send quads as application/n-quads, application/trig or application/ld+json, or the"
              + " triples of one graph to ?graph=IRI as application/n-triples, text/turtle,"
              + " application/rdf+xml or application/ld+json, not "
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
    return QuadCollector.requireAbsolute(NodeFactory.createURI(graphs[0]));
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
