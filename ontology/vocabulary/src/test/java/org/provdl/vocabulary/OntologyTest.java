package org.provdl.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.Property;
import org.apache.jena.rdf.model.RDFNode;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.rdf.model.ResourceFactory;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.OWL;
import org.apache.jena.vocabulary.OWL2;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.junit.jupiter.api.Test;

class OntologyTest {

  private final Model ontology = Ontology.model();
  private final List<Resource> terms =
      ontology
          .listSubjects()
          .filterKeep(subject -> subject.isURIResource() && subject.getURI().startsWith(PROVDL.NS))
          .toList();

  @Test
  void everyTermSaysWhatItIsCalledWhatItMeansAndWhereItIsDefined() {
    assertThat(terms).isNotEmpty();
    for (Resource term : terms) {
      for (Property property : List.of(RDFS.label, SKOS.definition)) {
        assertThat(term.listProperties(property).toList())
            .as("%s of %s", property, term)
            .singleElement()
            .satisfies(statement -> assertThat(statement.getLanguage()).isEqualTo("en"))
            .satisfies(statement -> assertThat(statement.getString()).isNotBlank());
      }
      assertThat(term.listProperties(RDFS.isDefinedBy).mapWith(s -> s.getResource()).toList())
          .as("rdfs:isDefinedBy of %s", term)
          .containsExactly(ontology.createResource("https://w3id.org/provdl"));
    }
  }

  @Test
  void everyTermIsOfExactlyOneKind() {
    Set<Resource> kinds =
        Set.of(OWL.Class, OWL.ObjectProperty, OWL.DatatypeProperty, OWL2.NamedIndividual);
    for (Resource term : terms) {
      assertThat(
              term.listProperties(RDF.type)
                  .mapWith(type -> type.getResource())
                  .filterKeep(kinds::contains)
                  .toList())
          .as("kinds of %s", term)
          .hasSize(1);
    }
  }

  @Test
  void noTwoTermsMeanTheSame() {
    assertThat(terms.stream().map(term -> term.getProperty(SKOS.definition).getString()))
        .doesNotHaveDuplicates();
  }

  @Test
  void noTermIsNamedWithoutBeingDefined() {
    Set<Resource> defined = Set.copyOf(terms);
    ontology
        .listStatements()
        .forEach(
            statement -> {
              assertDefined(statement.getPredicate(), defined);
              if (statement.getObject().isURIResource()) {
                assertDefined(statement.getResource(), defined);
              }
            });
  }

  @Test
  void everyTermOfProvThatIsExtendedExists() {
    Model provO = Ontology.provO();
    List<Resource> superterms =
        ontology
            .listStatements()
            .filterKeep(statement -> statement.getObject().isURIResource())
            .mapWith(statement -> statement.getResource())
            .filterKeep(object -> object.getURI().startsWith(PROV.NS))
            .toList();
    assertThat(superterms)
        .contains(PROV.Activity, PROV.Entity, PROV.Agent)
        .allMatch(term -> provO.containsResource(term));
  }

  @Test
  void everyMetricSaysWhichWayIsBetter() {
    assertThat(PROVDL.METRICS)
        .allSatisfy(
            metric ->
                assertThat(ontology.listObjectsOfProperty(metric, PROVDL.higherIsBetter).toList())
                    .singleElement()
                    .satisfies(
                        better ->
                            assertThat(better.asLiteral().getValue()).isInstanceOf(Boolean.class)));
  }

  @Test
  void noHyperparameterSharesItsNameWithAClassOrProperty() {
    Set<String> others =
        terms.stream()
            .filter(term -> !term.hasProperty(RDF.type, OWL2.NamedIndividual))
            .map(OntologyTest::name)
            .collect(Collectors.toSet());
    assertThat(PROVDL.HYPERPARAMETERS.stream().map(OntologyTest::name))
        .isNotEmpty()
        .doesNotContainAnyElementsOf(others);
  }

  @Test
  void everyModelBelongsToItsReader() {
    Ontology.model().removeAll();
    assertThat(Ontology.model().isIsomorphicWith(ontology)).isTrue();
  }

  @Test
  void provOIsTheRecommendation() {
    assertThat(
            Ontology.provO()
                .contains(
                    ontology.createResource("http://www.w3.org/ns/prov-o#"),
                    OWL2.versionIRI,
                    ontology.createResource("http://www.w3.org/ns/prov-o-20130430")))
        .isTrue();
  }

  @Test
  void itSaysWhichVersionItIsWhoseAndUnderWhichTerms() {
    Resource itself = ontology.createResource("https://w3id.org/provdl");
    String version = itself.getRequiredProperty(OWL2.versionInfo).getString();

    assertThat(itself.getRequiredProperty(OWL2.versionIRI).getResource().getURI())
        .isEqualTo(itself + "/" + version);
    assertThat(List.of(DCTerms.title, DCTerms.description, DCTerms.creator, DCTerms.license))
        .allMatch(itself::hasProperty);
    assertThat(ontology.getNsPrefixURI(text(itself, "preferredNamespacePrefix")))
        .isEqualTo(text(itself, "preferredNamespaceUri"))
        .isEqualTo(PROVDL.NS);
  }

  private static String text(Resource ontology, String term) {
    return ontology
        .getRequiredProperty(ResourceFactory.createProperty("http://purl.org/vocab/vann/", term))
        .getString();
  }

  @Test
  void provOKeepsTheInversesThatItHas() {
    assertThat(
            Ontology.provO().listStatements(null, OWL2.inverseOf, (RDFNode) null).toList().stream()
                .map(it -> it.getSubject().getLocalName() + " " + it.getResource().getLocalName()))
        .containsExactlyInAnyOrder(
            "generated wasGeneratedBy",
            "influenced wasInfluencedBy",
            "invalidated wasInvalidatedBy");
  }

  private static void assertDefined(Resource term, Set<Resource> defined) {
    if (term.getURI().startsWith(PROVDL.NS)) {
      assertThat(defined).contains(term);
    }
  }

  private static String name(Resource term) {
    return term.getURI().substring(PROVDL.NS.length());
  }
}
