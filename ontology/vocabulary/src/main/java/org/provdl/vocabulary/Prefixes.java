package org.provdl.vocabulary;

import java.util.Map;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.XSD;

/** The prefixes that make a written graph readable. */
public final class Prefixes {

  /** Prefix to namespace, of all vocabularies that the graph of a run uses; immutable. */
  public static final Map<String, String> ALL =
      Map.of(
          "prov",
          PROV.NS,
          "provdl",
          PROVDL.NS,
          "rdfs",
          RDFS.uri,
          "dcterms",
          DCTerms.NS,
          "xsd",
          XSD.NS);

  private Prefixes() {}
}
