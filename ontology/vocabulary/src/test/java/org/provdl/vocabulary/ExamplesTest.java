package org.provdl.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.RDFNode;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.rdf.model.Statement;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.vocabulary.OWL;
import org.apache.jena.vocabulary.OWL2;
import org.apache.jena.vocabulary.RDF;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The examples keep to the ontology. */
class ExamplesTest {

  private final Model ontology = Ontology.withImports().add(RunProperties.declarations());
  private final Classes classes = new Classes(ontology);

  static List<Path> examples() throws IOException {
    return Examples.files();
  }

  @Test
  void thereAreExamples() throws IOException {
    assertThat(examples()).isNotEmpty();
  }

  @ParameterizedTest
  @MethodSource("examples")
  void everyPropertyIsDefinedForWhatItPointsTo(Path example) {
    for (Statement statement : statements(example)) {
      if (isOurs(statement.getPredicate())) {
        Resource kind =
            statement.getObject().isLiteral() ? OWL.DatatypeProperty : OWL.ObjectProperty;
        assertDefined(statement.getPredicate(), kind);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("examples")
  void everyClassIsDefinedAndSpecializesOneOfProv(Path example) {
    for (Statement statement : statements(example)) {
      if (statement.getPredicate().equals(RDF.type) && isOurs(statement.getResource())) {
        assertDefined(statement.getResource(), OWL.Class);
        assertThat(classes.withSuperclasses(statement.getResource()))
            .as("superclasses of %s", statement.getResource())
            .anyMatch(superclass -> isIn(PROV.NS, superclass));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("examples")
  void everyIndividualOfTheVocabularyIsDefined(Path example) {
    for (Statement statement : statements(example)) {
      List<RDFNode> nodes =
          statement.getPredicate().equals(RDF.type)
              ? List.of(statement.getSubject())
              : List.of(statement.getSubject(), statement.getObject());
      for (RDFNode node : nodes) {
        if (isOurs(node)) {
          assertDefined(node.asResource(), OWL2.NamedIndividual);
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource("examples")
  void everyTermOfProvExists(Path example) {
    Set<RDFNode> terms =
        statements(example).stream()
            .flatMap(s -> Stream.of(s.getSubject(), s.getPredicate(), s.getObject()))
            .filter(node -> isIn(PROV.NS, node))
            .collect(Collectors.toSet());
    assertThat(terms).isNotEmpty().allMatch(term -> ontology.contains(term.asResource(), RDF.type));
  }

  @ParameterizedTest
  @MethodSource("examples")
  void nothingIsTwoDisjointThings(Path example) {
    for (Resource subject : Examples.read(example).listSubjects().toList()) {
      Set<Resource> types = classes.of(subject);
      for (Resource type : types) {
        assertThat(types)
            .as("classes of %s", subject)
            .noneMatch(other -> classes.areDisjoint(type, other));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("examples")
  void everySubjectIsInTheDomainAndEveryObjectInTheRange(Path example) {
    Model data = Examples.read(example).add(ontology);
    for (Statement statement : statements(example)) {
      Resource property = ontology.wrapAsResource(statement.getPredicate().asNode());
      assertThat(classes.inDomain(property, data.wrapAsResource(statement.getSubject().asNode())))
          .as("subject of %s is in the domain", statement)
          .isTrue();
      assertThat(classes.inRange(property, statement.getObject().inModel(data)))
          .as("object of %s is in the range", statement)
          .isTrue();
    }
  }

  @ParameterizedTest
  @MethodSource("examples")
  void nothingIsBlank(Path example) {
    DatasetGraph dataset = RDFDataMgr.loadDatasetGraph(example.toString());
    assertThat(dataset.stream())
        .isNotEmpty()
        .noneMatch(
            quad ->
                quad.getGraph().isBlank()
                    || quad.getSubject().isBlank()
                    || quad.getObject().isBlank());
  }

  private static List<Statement> statements(Path example) {
    return Examples.read(example).listStatements().toList();
  }

  private void assertDefined(Resource term, Resource kind) {
    assertThat(ontology.contains(term, RDF.type, kind)).as("%s is a %s", term, kind).isTrue();
  }

  private static boolean isOurs(RDFNode node) {
    return isIn(PROVDL.NS, node);
  }

  private static boolean isIn(String namespace, RDFNode node) {
    return node.isURIResource() && node.asResource().getURI().startsWith(namespace);
  }
}
