package org.provdl.vocabulary;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.ModelFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;

/**
 * The ontologies themselves, as they lie on the class path.
 *
 * <p>Thread-safe: every call reads anew and returns a model that belongs to the caller, who may
 * change it.
 */
public final class Ontology {

  /**
   * The vocabularies that PROV-DL is aligned with, by the names of their files: ANNETT-O,
   * Croissant, DCAT, FAIR4ML, ML-Schema, MLSO, ProvONE, QUDT and schema.org.
   */
  public static final List<String> ALIGNMENTS =
      List.of(
          "annett-o",
          "croissant",
          "dcat",
          "fair4ml",
          "ml-schema",
          "mlso",
          "provone",
          "qudt",
          "schema-org");

  private Ontology() {}

  /**
   * Reads the PROV-DL ontology, without what it imports.
   *
   * @return a new model of {@code provdl.ttl}
   */
  public static Model model() {
    return read("provdl.ttl");
  }

  /**
   * Reads PROV-O, which the PROV-DL ontology imports: the W3C Recommendation of 30 April 2013.
   *
   * @return a new model of {@code prov-o.ttl}
   */
  public static Model provO() {
    return read("prov-o.ttl");
  }

  /**
   * Reads both, as needed to follow a class of PROV-DL up to its class of PROV-O.
   *
   * @return a new model of {@code provdl.ttl} and {@code prov-o.ttl}
   */
  public static Model withImports() {
    return model().add(provO());
  }

  /**
   * Reads how the terms of PROV-DL relate to those of another vocabulary. The ontology does not
   * import that: who wants it adds it.
   *
   * @param name one of {@link #ALIGNMENTS}
   * @return a new model of the file of that name in {@code alignments}
   * @throws IllegalArgumentException if there is none of that name
   */
  public static Model alignment(String name) {
    if (!ALIGNMENTS.contains(name)) {
      throw new IllegalArgumentException(
          "There is no alignment with %s, only with %s".formatted(name, ALIGNMENTS));
    }
    return read("alignments/" + name + ".ttl");
  }

  /**
   * Reads a picture of the classes and what relates them. It stands by itself; in a page, each
   * class is a link to the anchor of its name, and the style sheet may colour what has the classes
   * {@code back}, {@code line}, {@code head} and {@code label}.
   *
   * @return the text of {@code provdl.svg}, an {@code svg} element
   */
  public static String diagram() {
    return new String(bytes("provdl.svg"), StandardCharsets.UTF_8);
  }

  /**
   * Reads what the graph of every run and study keeps to, in SHACL.
   *
   * @return a new model of {@code shapes.ttl}
   * @see <a href="https://www.w3.org/TR/shacl/">SHACL</a>
   */
  public static Model shapes() {
    return read("shapes.ttl");
  }

  private static Model read(String file) {
    Model model = ModelFactory.createDefaultModel();
    RDFParser.source(new ByteArrayInputStream(bytes(file))).lang(Lang.TURTLE).parse(model);
    return model;
  }

  private static byte[] bytes(String file) {
    try (InputStream resource = Ontology.class.getResourceAsStream(file)) {
      if (resource == null) {
        throw new IllegalStateException(
            file + " is missing beside " + Ontology.class.getName() + ": the jar is incomplete");
      }
      return resource.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + file + " from the class path", e);
    }
  }
}
