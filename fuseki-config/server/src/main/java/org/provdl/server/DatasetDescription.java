package org.provdl.server;

import static org.provdl.server.ServiceVocabulary.SD;
import static org.provdl.server.ServiceVocabulary.VOID;
import static org.provdl.server.ServiceVocabulary.format;
import static org.provdl.server.ServiceVocabulary.ofVoid;
import static org.provdl.server.ServiceVocabulary.property;
import static org.provdl.server.ServiceVocabulary.prov;
import static org.provdl.server.ServiceVocabulary.sd;

import java.util.List;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.ModelFactory;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.rdf.model.ResourceFactory;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.provdl.vocabulary.PROV;
import org.provdl.vocabulary.PROVDL;
import org.provdl.vocabulary.Prefixes;

/**
 * Describes a service to programs that have never met it: its data (VoID), its SPARQL endpoint
 * (SPARQL 1.1 Service Description), and how to ask for provenance (PROV-AQ). Only what is known
 * without counting triples.
 *
 * @see <a href="https://www.w3.org/TR/void/">VoID</a>
 * @see <a href="https://www.w3.org/TR/sparql11-service-description/">SPARQL 1.1 Service
 *     Description</a>
 * @see <a href="https://www.w3.org/TR/prov-aq/#provenance-query-service-description">PROV-AQ,
 *     section 4</a>
 */
record DatasetDescription(Resource document, Resource dataset, Resource sparql, Resource direct) {

  /**
   * Describes a service.
   *
   * @param origin the scheme and host of the server
   */
  static DatasetDescription of(String origin, Links links, DocumentNames names) {
    Model model = ModelFactory.createDefaultModel();
    model.setNsPrefixes(Prefixes.ALL).setNsPrefixes(ServiceVocabulary.PREFIXES);
    Resource document = model.createResource(origin + links.dataset());
    DatasetDescription description =
        new DatasetDescription(
            document,
            model.createResource(document + "#dataset"),
            model.createResource(document + "#sparql"),
            model.createResource(document + "#provenance"));
    description.describeDataset(origin, links, names);
    description.describeSparql(origin + links.sparql());
    description.describeProvenance(origin + links.provenance());
    return description;
  }

  Model model() {
    return document.getModel();
  }

  private void describeDataset(String origin, Links links, DocumentNames names) {
    document
        .addProperty(RDF.type, ofVoid("DatasetDescription"))
        .addProperty(DCTerms.title, "What this server has")
        .addProperty(ServiceVocabulary.primaryTopic(), dataset);
    dataset
        .addProperty(RDF.type, ofVoid("Dataset"))
        .addProperty(RDF.type, PROV.Entity)
        .addProperty(DCTerms.title, "Provenance of trained models")
        .addProperty(
            DCTerms.description,
            "What happened while deep-learning models were trained. Each run and each study is a named graph.")
        .addProperty(property(VOID, "sparqlEndpoint"), resource(origin + links.sparql()))
        .addProperty(
            property(VOID, "uriLookupEndpoint"),
            resource(origin + links.provenance() + "?" + ThingResource.TARGET + "="))
        .addProperty(
            property(VOID, "documents"),
            ResourceFactory.createTypedLiteral(
                Long.toString(names.count()), XSDDatatype.XSDinteger));
    Prefixes.ALL.values().stream()
        .sorted()
        .forEach(used -> dataset.addProperty(property(VOID, "vocabulary"), resource(used)));
    List.of("Turtle", "TriG", "JSON-LD", "RDF_XML", "N-Triples", "N-Quads")
        .forEach(name -> dataset.addProperty(property(VOID, "feature"), format(name)));
    names.bases().forEach(base -> dataset.addProperty(property(VOID, "uriSpace"), base));
    if (names.example() != null) {
      dataset.addProperty(property(VOID, "exampleResource"), resource(names.example()));
    }
  }

  private void describeSparql(String endpoint) {
    sparql
        .addProperty(RDF.type, sd("Service"))
        .addProperty(RDFS.label, "SPARQL")
        .addProperty(property(SD, "endpoint"), resource(endpoint))
        .addProperty(property(SD, "supportedLanguage"), sd("SPARQL11Query"))
        .addProperty(property(SD, "feature"), sd("UnionDefaultGraph"))
        .addProperty(property(SD, "defaultDataset"), dataset);
    dataset.addProperty(RDF.type, sd("Dataset"));
    List.of("SPARQL_Results_JSON", "SPARQL_Results_XML", "SPARQL_Results_CSV", "SPARQL_Results_TSV")
        .forEach(name -> sparql.addProperty(property(SD, "resultFormat"), format(name)));
    List.of("Turtle", "JSON-LD", "RDF_XML", "N-Triples")
        .forEach(name -> sparql.addProperty(property(SD, "resultFormat"), format(name)));
  }

  private void describeProvenance(String address) {
    direct
        .addProperty(RDF.type, prov("DirectQueryService"))
        .addProperty(RDFS.label, "The provenance of one thing")
        .addProperty(
            property(PROV.NS, "provenanceUriTemplate"),
            address + "{?" + ThingResource.TARGET + "}");
    resource(address)
        .addProperty(RDF.type, prov("ServiceDescription"))
        .addProperty(RDFS.label, "Provenance query service")
        .addProperty(property(PROV.NS, "describesService"), direct)
        .addProperty(property(PROV.NS, "describesService"), sparql);
    dataset.addProperty(property(PROV.NS, "has_query_service"), resource(address));
    dataset.addProperty(DCTerms.conformsTo, resource(PROVDL.NS.replace("#", "")));
  }

  private Resource resource(String iri) {
    return model().createResource(iri);
  }
}
