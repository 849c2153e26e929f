package org.provdl.interchange;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.apache.jena.riot.RDFFormat;
import org.apache.jena.sys.JenaSystem;
import org.jspecify.annotations.Nullable;

/** The syntaxes in which a document of PROV is read and written. */
@SuppressWarnings("ImmutableEnumChecker") // Neither readers nor writers keep anything.
public enum Syntax {
  /** PROV-O in Turtle, which holds no bundles. */
  TURTLE("turtle", "text/turtle", RDFFormat.TURTLE_BLOCKS, "ttl"),
  /** PROV-O in TriG. */
  TRIG("trig", "application/trig", RDFFormat.TRIG_BLOCKS, "trig"),
  /** PROV-O in N-Quads. */
  N_QUADS("nquads", "application/n-quads", RDFFormat.NQUADS, "nq"),
  /** PROV-O in N-Triples, which holds no bundles. */
  N_TRIPLES("ntriples", "application/n-triples", RDFFormat.NTRIPLES, "nt"),
  /** PROV-O in JSON-LD. */
  JSON_LD("jsonld", "application/ld+json", RDFFormat.JSONLD, "jsonld"),
  /** PROV-O in RDF/XML, which holds no bundles. */
  RDF_XML("rdfxml", "application/rdf+xml", RDFFormat.RDFXML_PLAIN, "rdf", "owl"),
  /** PROV-N. */
  PROV_N(
      "prov-n",
      "text/provenance-notation",
      new ProvNReader(),
      ProvNWriter::new,
      "provn",
      "pn",
      "asn",
      "prov-asn"),
  /**
   * PROV-JSONLD, which is JSON-LD with a context and names of its own. Files of it are often called
   * as other JSON-LD is, so {@link #of(DocumentSource)} looks into them.
   */
  PROV_JSON_LD(
      "prov-jsonld",
      "application/ld+json;profile=\"https://openprovenance.org/prov-jsonld/context.jsonld\"",
      new ProvJsonLdReader(),
      ProvJsonLdWriter::new,
      "provjsonld"),
  /** PROV-JSON. */
  PROV_JSON(
      "prov-json",
      "application/provenance+json",
      new ProvJsonReader(),
      ProvJsonWriter::new,
      "json"),
  /** PROV-XML. */
  PROV_XML(
      "prov-xml",
      "application/provenance+xml",
      new ProvXmlReader(),
      ProvXmlWriter::new,
      "provx",
      "xml");

  private final String label;
  private final String mediaType;
  private final StatementReader reader;
  private final BiFunction<OutputStream, Losses, StatementStream> writer;
  private final List<String> extensions;
  private final @Nullable RDFFormat rdf;

  Syntax(String label, String mediaType, RDFFormat rdf, String... extensions) {
    // Jena fails for good where its vocabularies are the first of it that is touched.
    JenaSystem.init();
    this.label = label;
    this.mediaType = mediaType;
    this.reader = new RdfReader(rdf.getLang());
    this.writer = RdfWriter.of(rdf);
    this.extensions = List.of(extensions);
    this.rdf = rdf;
  }

  Syntax(
      String label,
      String mediaType,
      StatementReader reader,
      BiFunction<OutputStream, Losses, StatementStream> writer,
      String... extensions) {
    this.label = label;
    this.mediaType = mediaType;
    this.reader = reader;
    this.writer = writer;
    this.extensions = List.of(extensions);
    this.rdf = null;
  }

  /** {@return its name on the command line and in HTTP} */
  public String label() {
    return label;
  }

  /** {@return its media type} */
  public String mediaType() {
    return mediaType;
  }

  /**
   * {@return the extensions of its files, without the dot; the first is the one that is written}
   */
  public List<String> extensions() {
    return extensions;
  }

  /**
   * The syntax of a name.
   *
   * @param label as {@link #label()} gives it
   * @return the syntax, if there is one
   */
  public static Optional<Syntax> labelled(String label) {
    return Arrays.stream(values()).filter(syntax -> syntax.label.equals(label)).findFirst();
  }

  /**
   * The syntax that the extension of a file means.
   *
   * @param file its name is looked at, nothing else
   * @return the syntax, if the extension means one
   */
  public static Optional<Syntax> of(Path file) {
    String name = file.toString().toLowerCase(Locale.ROOT);
    return Arrays.stream(values())
        .filter(
            syntax ->
                syntax.extensions.stream().anyMatch(extension -> name.endsWith("." + extension)))
        .findFirst();
  }

  /**
   * The syntax of a document, by the extension of its name and, where that says no more than
   * JSON-LD, by what it holds.
   *
   * @param source where it is
   * @return the syntax, if the extension means one
   * @throws IOException if it cannot be read
   */
  public static Optional<Syntax> of(DocumentSource source) throws IOException {
    Optional<Syntax> syntax = of(Path.of(source.name()));
    return syntax.equals(Optional.of(JSON_LD)) && ProvJsonLdTerms.isContextOf(source)
        ? Optional.of(PROV_JSON_LD)
        : syntax;
  }

  /** {@return the names of all, separated by commas} */
  public static String labels() {
    return Arrays.stream(values()).map(Syntax::label).collect(Collectors.joining(", "));
  }

  /** {@return how PROV-O is written in it; none where it is a syntax of PROV itself} */
  Optional<RDFFormat> rdf() {
    return Optional.ofNullable(rdf);
  }

  StatementReader reader() {
    return reader;
  }

  StatementStream writer(OutputStream out, Losses losses) {
    return writer.apply(out, losses);
  }
}
