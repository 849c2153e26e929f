package org.provdl.capture;

import java.util.Map;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.XSD;
import org.provdl.vocabulary.PROV;
import org.provdl.vocabulary.PROVDL;

/** The prefixes that make a written graph readable. */
final class Prefixes {

  static final Map<String, String> ALL =
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
