package org.provdl.server;

import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFFormat;
import org.apache.jena.riot.RDFLanguages;
import org.apache.jena.riot.RDFWriter;
import org.apache.jena.riot.system.StreamRDF;
import org.apache.jena.riot.system.StreamRDFWriter;
import org.apache.jena.shared.JenaException;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.graph.GraphFactory;
import org.provdl.interchange.BundleExport;
import org.provdl.interchange.Losses;
import org.provdl.interchange.Profile;
import org.provdl.interchange.Syntax;
import org.provdl.server.Offers.Offer;
import org.provdl.vocabulary.Prefixes;

/** A form in which a description is sent to programs. */
record RdfFormat(Offer offer, Writer writer) {

  /** Those that there are; the first is for whoever likes several equally. */
  static final List<RdfFormat> RDF =
      List.of(
          of("turtle", Lang.TURTLE, triples(RDFFormat.TURTLE_BLOCKS)),
          of("trig", Lang.TRIG, quads(RDFFormat.TRIG_BLOCKS)),
          of("jsonld", Lang.JSONLD, whole(RDFFormat.JSONLD)),
          of("rdfxml", Lang.RDFXML, whole(RDFFormat.RDFXML_PLAIN)),
          of("ntriples", Lang.NTRIPLES, triples(RDFFormat.NTRIPLES)),
          of("nquads", Lang.NQUADS, quads(RDFFormat.NQUADS)));

  /** Those of provenance, which is said in the syntaxes of PROV as well. */
  static final List<RdfFormat> PROVENANCE =
      Stream.concat(
              RDF.stream(),
              Stream.of(Syntax.PROV_N, Syntax.PROV_JSON, Syntax.PROV_XML, Syntax.PROV_JSON_LD)
                  .map(RdfFormat::of))
          .toList();

  /** More would take too much memory in the forms that are not written statement by statement. */
  private static final int MOST_IN_MEMORY = 100_000;

  /** Writes a description. */
  @FunctionalInterface
  interface Writer {
    /**
     * Writes.
     *
     * @param losses is told what this form cannot say
     * @throws Problem if the description cannot be written in this form
     */
    void write(Description description, OutputStream out, Losses losses);
  }

  /** These, and a page. */
  static Offers offers(List<RdfFormat> formats) {
    return new Offers(
        Stream.concat(formats.stream().map(RdfFormat::offer), Stream.of(Offers.PAGE)).toList());
  }

  static RdfFormat of(Offer offer) {
    return PROVENANCE.stream()
        .filter(format -> format.offer.equals(offer))
        .findFirst()
        .orElseThrow();
  }

  /**
   * The addresses of a description, by form.
   *
   * @param address up to the parameter that tells the form
   */
  static Map<String, String> downloads(List<RdfFormat> formats, String address) {
    Map<String, String> downloads = new LinkedHashMap<>();
    formats.forEach(
        format ->
            downloads.put(
                format.offer.name(), address + Arguments.FORMAT + "=" + format.offer.name()));
    return downloads;
  }

  /** Answers with a graph that is no named one, written for readers. */
  static Answer answer(Offer offer, Graph graph) {
    Lang lang = RDFLanguages.contentTypeToLang(offer.mediaType());
    RDFWriter writer = RDFWriter.source(graph).lang(lang).build();
    return Answer.of(offer.mediaType(), writer::output);
  }

  private static RdfFormat of(String name, Lang lang, Writer writer) {
    return new RdfFormat(new Offer(name, lang.getHeaderString()), writer);
  }

  /** In the interchange profile: whoever asks for these knows PROV, and no subclasses of ours. */
  private static RdfFormat of(Syntax syntax) {
    return new RdfFormat(
        new Offer(syntax.label(), syntax.mediaType()),
        (description, out, losses) -> {
          DatasetGraph copy = DatasetGraphFactory.create();
          takeFew(description.graphs().find(), syntax.label(), copy::add);
          List<Node> names = new ArrayList<>();
          copy.listGraphNodes().forEachRemaining(names::add);
          BundleExport export = BundleExport.of(Profile.INTERCHANGE, syntax, out, losses);
          export.begin(Prefixes.of(names), names);
          names.forEach(name -> export.add(name, copy.getGraph(name)));
          export.finish();
        });
  }

  private static Writer triples(RDFFormat format) {
    return (description, out, losses) -> {
      StreamRDF stream = start(format, out);
      description.triples().find().forEachRemaining(stream::triple);
      stream.finish();
    };
  }

  private static Writer quads(RDFFormat format) {
    return (description, out, losses) -> {
      StreamRDF stream = start(format, out);
      description.graphs().find().forEachRemaining(stream::quad);
      stream.finish();
    };
  }

  private static StreamRDF start(RDFFormat format, OutputStream out) {
    StreamRDF stream = StreamRDFWriter.getWriterStream(out, format);
    stream.start();
    Prefixes.ALL.forEach(stream::prefix);
    return stream;
  }

  /** What is not written statement by statement is held in memory. */
  private static <T> void takeFew(Iterator<T> statements, String form, Consumer<? super T> copy) {
    for (int i = 0; statements.hasNext(); i++) {
      if (i == MOST_IN_MEMORY) {
        throw Problem.tooLarge(
            "There are more than %,d triples, too many for %s. Accept %s."
                .formatted(MOST_IN_MEMORY, form, Lang.TURTLE.getHeaderString()));
      }
      copy.accept(statements.next());
    }
  }

  private static Writer whole(RDFFormat format) {
    return (description, out, losses) -> {
      Graph copy = GraphFactory.createDefaultGraph();
      copy.getPrefixMapping().setNsPrefixes(Prefixes.ALL);
      takeFew(description.triples().find(), format.getLang().getName(), copy::add);
      try {
        RDFWriter.source(copy).format(format).output(out);
      } catch (JenaException unwritable) {
        throw Problem.tooLarge(
            "This cannot be written as %s. Accept %s."
                .formatted(format.getLang().getName(), Lang.TURTLE.getHeaderString()));
      }
    };
  }
}
