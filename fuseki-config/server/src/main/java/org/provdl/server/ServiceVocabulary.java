package org.provdl.server;

import java.util.Map;
import org.apache.jena.rdf.model.Property;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.rdf.model.ResourceFactory;
import org.provdl.vocabulary.PROV;

/** The terms that describe the service: of VoID, SPARQL 1.1 Service Description and PROV-AQ. */
final class ServiceVocabulary {

  static final String VOID = "http://rdfs.org/ns/void#";
  static final String SD = "http://www.w3.org/ns/sparql-service-description#";
  static final String FORMATS = "http://www.w3.org/ns/formats/";
  private static final String FOAF = "http://xmlns.com/foaf/0.1/";

  static final Map<String, String> PREFIXES =
      Map.of("void", VOID, "sd", SD, "formats", FORMATS, "foaf", FOAF);

  private ServiceVocabulary() {}

  static Resource ofVoid(String name) {
    return ResourceFactory.createResource(VOID + name);
  }

  static Resource sd(String name) {
    return ResourceFactory.createResource(SD + name);
  }

  /** Of PROV-AQ, which shares the namespace of PROV-O. */
  static Resource prov(String name) {
    return ResourceFactory.createResource(PROV.NS + name);
  }

  static Resource format(String name) {
    return ResourceFactory.createResource(FORMATS + name);
  }

  static Property property(String namespace, String name) {
    return ResourceFactory.createProperty(namespace, name);
  }

  static Property primaryTopic() {
    return property(FOAF, "primaryTopic");
  }
}
