package org.provdl.vocabulary;

import java.io.StringWriter;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.ModelFactory;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.riot.RDFFormat;
import org.apache.jena.vocabulary.OWL2;
import org.apache.jena.vocabulary.RDF;
import org.jspecify.annotations.Nullable;
import org.semanticweb.HermiT.Configuration;
import org.semanticweb.HermiT.ReasonerFactory;
import org.semanticweb.owlapi.apibinding.OWLManager;
import org.semanticweb.owlapi.formats.RDFXMLDocumentFormat;
import org.semanticweb.owlapi.io.StringDocumentSource;
import org.semanticweb.owlapi.model.HasIRI;
import org.semanticweb.owlapi.model.IRI;
import org.semanticweb.owlapi.model.OWLDataFactory;
import org.semanticweb.owlapi.model.OWLNamedIndividual;
import org.semanticweb.owlapi.model.OWLOntology;
import org.semanticweb.owlapi.model.OWLOntologyCreationException;
import org.semanticweb.owlapi.profiles.OWL2DLProfile;
import org.semanticweb.owlapi.reasoner.OWLReasoner;

/** What statements mean in OWL 2 DL: the OWL API reads them, and HermiT reasons. */
final class OwlDl implements AutoCloseable {

  private final OWLOntology ontology;
  private final OWLDataFactory factory;
  private @Nullable OWLReasoner reasoner;

  private OwlDl(OWLOntology ontology) {
    this.ontology = ontology;
    this.factory = ontology.getOWLOntologyManager().getOWLDataFactory();
  }

  /** All models together; they import nothing, for what they would import is among them. */
  static OwlDl of(Model... models) throws OWLOntologyCreationException {
    Model all = ModelFactory.createDefaultModel();
    for (Model model : models) {
      all.add(model);
    }
    all.listSubjectsWithProperty(RDF.type, OWL2.Ontology)
        .toList()
        .forEach(header -> all.removeAll(header, null, null));
    StringWriter text = new StringWriter();
    RDFDataMgr.write(text, all, RDFFormat.RDFXML_PLAIN);
    return new OwlDl(
        OWLManager.createOWLOntologyManager()
            .loadOntologyFromOntologyDocument(
                new StringDocumentSource(
                    text.toString(), IRI.create("x:all"), new RDFXMLDocumentFormat(), null)));
  }

  /** Where the statements leave OWL 2 DL. */
  List<String> violations() {
    return new OWL2DLProfile()
        .checkOntology(ontology).getViolations().stream()
            .map(
                violation ->
                    violation.getClass().getSimpleName() + ": " + violation.getExpression())
            .sorted()
            .distinct()
            .toList();
  }

  boolean isConsistent() {
    return reasoner().isConsistent();
  }

  /** Classes that can have no instance. */
  Set<String> unsatisfiable() {
    return iris(
        reasoner().getUnsatisfiableClasses().entities().filter(type -> !type.isBottomEntity()));
  }

  /** All classes of a thing. */
  Set<String> types(Resource thing) {
    return iris(reasoner().getTypes(individual(thing), false).entities());
  }

  /** All things of a class. */
  Set<String> instances(Resource type) {
    return iris(
        reasoner().getInstances(factory.getOWLClass(IRI.create(type.getURI())), false).entities());
  }

  /** What a thing has a relation to. */
  Set<String> objects(Resource thing, Resource property) {
    return iris(
        reasoner()
            .getObjectPropertyValues(
                individual(thing), factory.getOWLObjectProperty(IRI.create(property.getURI())))
            .entities());
  }

  @Override
  public void close() {
    if (reasoner != null) {
      reasoner.dispose();
    }
  }

  private OWLReasoner reasoner() {
    if (reasoner == null) {
      Configuration configuration = new Configuration();
      configuration.ignoreUnsupportedDatatypes = true; // cdt:List, of which OWL knows nothing
      reasoner = new ReasonerFactory().createReasoner(ontology, configuration);
    }
    return reasoner;
  }

  private OWLNamedIndividual individual(Resource thing) {
    return factory.getOWLNamedIndividual(IRI.create(thing.getURI()));
  }

  private static Set<String> iris(Stream<? extends HasIRI> named) {
    return named.map(thing -> thing.getIRI().toString()).collect(Collectors.toSet());
  }
}
