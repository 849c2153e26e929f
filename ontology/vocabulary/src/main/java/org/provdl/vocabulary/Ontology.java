package org.provdl.vocabulary;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
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
   * Reads what the graph of every run and study keeps to, in SHACL.
   *
   * @return a new model of {@code shapes.ttl}
   * @see <a href="https://www.w3.org/TR/shacl/">SHACL</a>
   */
  public static Model shapes() {
    return read("shapes.ttl");
  }

  private static Model read(String file) {
    try (InputStream turtle = Ontology.class.getResourceAsStream(file)) {
      if (turtle == null) {
        throw new IllegalStateException(
            file + " is missing beside " + Ontology.class.getName() + ": the jar is incomplete");
      }
      Model model = ModelFactory.createDefaultModel();
      RDFParser.source(turtle).lang(Lang.TURTLE).parse(model);
      return model;
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + file + " from the class path", e);
    }
  }
}
