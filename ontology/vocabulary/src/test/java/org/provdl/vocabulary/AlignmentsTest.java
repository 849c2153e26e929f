package org.provdl.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.Property;
import org.apache.jena.rdf.model.RDFNode;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.rdf.model.ResourceFactory;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.OWL2;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class AlignmentsTest {

  private static final String ALIGNMENTS = "https://w3id.org/provdl/alignments/";
  private static final String QUDT = "http://qudt.org/schema/qudt/";

  private final Model ontology = Ontology.model();

  static List<String> names() {
    return Ontology.ALIGNMENTS;
  }

  @Test
  void eachFileIsNamedAndSoIsEachInTheOntology() throws IOException {
    try (Stream<Path> files =
        Files.list(Path.of("src/main/resources/org/provdl/vocabulary/alignments"))) {
      assertThat(files.map(file -> file.getFileName().toString().replace(".ttl", "")).sorted())
          .containsExactlyElementsOf(names());
    }
    assertThat(
            ontology
                .listObjectsOfProperty(
                    ontology.createResource("https://w3id.org/provdl"), RDFS.seeAlso)
                .mapWith(RDFNode::toString)
                .toList())
        .containsExactlyInAnyOrderElementsOf(names().stream().map(ALIGNMENTS::concat).toList());
  }

  @ParameterizedTest
  @MethodSource("names")
  void eachSaysWhatItIsAndWithWhat(String name) {
    Model alignment = Ontology.alignment(name);
    Resource header = alignment.createResource(ALIGNMENTS + name);

    assertThat(header.hasProperty(RDF.type, OWL2.Ontology)).isTrue();
    assertThat(header.getProperty(OWL2.imports).getResource().getURI())
        .isEqualTo("https://w3id.org/provdl");
    assertThat(header.getProperty(OWL2.versionIRI).getResource().getURI())
        .isEqualTo("https://w3id.org/provdl/0.1.0/alignments/" + name);
    assertThat(
            List.of(
                DCTerms.title,
                DCTerms.description,
                DCTerms.references,
                DCTerms.license,
                DCTerms.creator,
                OWL2.versionInfo))
        .allMatch(header::hasProperty);
  }

  @ParameterizedTest
  @MethodSource("names")
  void whatIsMatchedIsATermOfTheOntologyAndOneOfAnother(String name) {
    Model alignment = Ontology.alignment(name);
    for (Property match : List.of(SKOS.closeMatch, SKOS.relatedMatch)) {
      alignment
          .listStatements(null, match, (RDFNode) null)
          .forEach(
              statement -> {
                assertThat(ontology.contains(statement.getSubject(), RDFS.isDefinedBy))
                    .as("%s is a term of the ontology", statement.getSubject())
                    .isTrue();
                assertThat(statement.getResource().getURI()).doesNotStartWith(PROVDL.NS);
              });
    }
    assertThat(alignment.listSubjects().toList())
        .filteredOn(subject -> subject.isURIResource() && subject.getURI().startsWith(PROVDL.NS))
        .isNotEmpty()
        .allMatch(subject -> ontology.contains(subject, RDFS.isDefinedBy));
  }

  @Test
  void everyTermOfMlSchemaExists() {
    Model mlSchema = Examples.mlSchema();
    Set<Resource> used =
        Ontology.alignment("ml-schema").listStatements().toList().stream()
            .flatMap(it -> Stream.of(it.getSubject(), it.getPredicate(), it.getObject()))
            .filter(RDFNode::isURIResource)
            .map(RDFNode::asResource)
            .filter(it -> it.getURI().startsWith("http://www.w3.org/ns/mls#"))
            .filter(it -> !it.getURI().endsWith("#"))
            .collect(Collectors.toSet());

    assertThat(used).isNotEmpty().allMatch(term -> mlSchema.contains(term, RDF.type));
  }

  @Test
  void whatHasAUnitIsAKindOfQuantity() {
    Property unit = ResourceFactory.createProperty(QUDT, "hasUnit");
    Property kind = ResourceFactory.createProperty(QUDT, "hasQuantityKind");

    assertThat(Ontology.alignment("qudt").listSubjectsWithProperty(kind).toSet())
        .isNotEmpty()
        .isEqualTo(ontology.listSubjectsWithProperty(unit).toSet());
  }

  @Test
  void anotherNameIsRefused() {
    assertThatThrownBy(() -> Ontology.alignment("../shapes"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("ml-schema");
  }
}
