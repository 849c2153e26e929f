package org.provdl.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.RDFNode;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.rdf.model.Statement;
import org.apache.jena.shacl.vocabulary.SHACLM;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.RDFS;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.provdl.store.ProvenanceStore;
import org.provdl.vocabulary.Ontology;
import org.provdl.vocabulary.PROVDL;

final class VerificationTest {

  private final Verification verification = Verification.standard();

  static List<Path> valid() throws IOException {
    return Graphs.valid();
  }

  static List<Path> invalid() throws IOException {
    return Graphs.invalid();
  }

  @ParameterizedTest
  @MethodSource("valid")
  void whatIsDocumentedAndWhatIsCapturedConforms(Path file) {
    assertThat(findings(Graphs.read(file))).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("invalid")
  void whatIsWrongIsTold(Path file) throws IOException {
    List<String> expected =
        Files.readAllLines(file).stream()
            .filter(line -> line.startsWith("#+ "))
            .map(line -> line.substring(3))
            .toList();

    assertThat(findings(Graphs.read(file)))
        .extracting(Finding::toString)
        .isNotEmpty()
        .containsExactlyInAnyOrderElementsOf(expected);
  }

  @Test
  void everyShapeHasAnExampleOfWhatItFinds() throws IOException {
    Set<String> names =
        shapes().stream()
            .map(shape -> shape.getURI().replaceFirst(".*#", ""))
            .collect(Collectors.toSet());

    assertThat(invalid())
        .extracting(file -> file.getFileName().toString().replace(".trig", ""))
        .containsExactlyInAnyOrderElementsOf(names);
  }

  @Test
  void everyShapeHasAnExampleThatConforms() throws IOException {
    Set<Node> said = new HashSet<>();
    for (Path file : valid()) {
      Graphs.quads(Graphs.read(file))
          .forEach(quad -> said.addAll(List.of(quad.getPredicate(), quad.getObject())));
    }

    assertThat(shapes())
        .allSatisfy(
            shape ->
                assertThat(said)
                    .as("what %s is for, in a valid example", shape)
                    .containsAnyElementsOf(targets(shape)));
  }

  @Test
  void aShapeForAClassIsForItsSubclassesToo() {
    Model ontology = Ontology.model();
    for (Resource shape : shapes()) {
      List<RDFNode> targets = ownTargets(shape);
      for (RDFNode target : targets) {
        assertThat(targets)
            .as("targets of %s", shape)
            .containsAll(ontology.listSubjectsWithProperty(RDFS.subClassOf, target).toList());
      }
    }
  }

  /**
   * The classes that a shape is for, of the ontology; PROV's own are those of things that say so.
   */
  private static List<RDFNode> ownTargets(Resource shape) {
    return shape
        .listProperties(SHACLM.targetClass)
        .mapWith(Statement::getObject)
        .filterKeep(target -> target.toString().startsWith(PROVDL.NS))
        .toList();
  }

  private static Set<Resource> shapes() {
    Model shapes = Ontology.shapes();
    Set<Resource> found = shapes.listSubjectsWithProperty(SHACLM.targetClass).toSet();
    found.addAll(shapes.listSubjectsWithProperty(SHACLM.targetSubjectsOf).toSet());
    assertThat(found).isNotEmpty();
    return found;
  }

  private static List<Node> targets(Resource shape) {
    return Stream.of(SHACLM.targetClass, SHACLM.targetSubjectsOf)
        .flatMap(target -> shape.listProperties(target).toList().stream())
        .map(statement -> statement.getObject().asNode())
        .toList();
  }

  @Test
  void everyConstraintHasAMessage() {
    List<RDFNode> properties =
        Ontology.shapes().listObjectsOfProperty(SHACLM.property).toList().stream()
            .filter(property -> !isPartOfAChoice(property))
            .toList();

    assertThat(properties)
        .isNotEmpty()
        .allMatch(property -> property.asResource().hasProperty(SHACLM.message));
  }

  /** The choice has the message. */
  private static boolean isPartOfAChoice(RDFNode property) {
    return property.getModel().listSubjectsWithProperty(SHACLM.property, property).toList().stream()
        .allMatch(shape -> !shape.hasProperty(SHACLM.targetClass));
  }

  @Test
  void aStoreIsGoneThroughGraphByGraph(@TempDir Path directory) throws IOException {
    try (ProvenanceStore store = ProvenanceStore.openOrCreate(directory.resolve("store"))) {
      Graphs.append(store, "training-run", "study");
      store.append(
          List.of(
              Quad.create(iri("x:graph"), iri("x:subject"), iri("x:predicate"), iri("x:object"))));
      List<Finding> found = new ArrayList<>();

      Verification.Report report = verification.of(store, found::add);

      assertThat(report).isEqualTo(new Verification.Report(3, 1));
      assertThat(report.conforms()).isFalse();
      assertThat(found)
          .extracting(Finding::toString)
          .containsExactly(
              "x:graph: the graph should be the document of a run or study: its own name a prov:Bundle");
    }
  }

  @Test
  void anEmptyStoreConforms(@TempDir Path directory) {
    try (ProvenanceStore store = ProvenanceStore.openOrCreate(directory.resolve("store"))) {
      assertThat(verification.of(store, any -> {})).isEqualTo(new Verification.Report(0, 0));
    }
  }

  @Test
  void notMoreThanAHundredThingsAreToldOfAGraph() throws IOException {
    Path metric =
        invalid().stream()
            .filter(file -> file.endsWith("MetricValue.trig"))
            .findAny()
            .orElseThrow();
    DatasetGraph dataset = Graphs.read(metric);
    Quad broken = Iter.first(dataset.find(), quad -> quad.getObject().isLiteral());
    IntStream.range(0, 1000)
        .mapToObj(i -> NodeFactory.createLiteralString("wrong " + i))
        .forEach(
            value ->
                dataset.add(broken.getGraph(), broken.getSubject(), broken.getPredicate(), value));

    assertThat(findings(dataset)).hasSize(Verification.MOST_FINDINGS);
  }

  @Test
  void aGraphThatTakesTooLongIsGivenUp() throws IOException {
    DatasetGraph dataset = Graphs.read(valid().get(0));
    Node name = Iter.first(dataset.listGraphNodes(), any -> true);

    assertThatThrownBy(() -> verification.check(name, dataset.getGraph(name), Duration.ofNanos(1)))
        .isInstanceOf(OperationException.class)
        .hasMessageContaining("more than 0 seconds");
  }

  private List<Finding> findings(DatasetGraph dataset) {
    List<Finding> findings = new ArrayList<>();
    dataset
        .listGraphNodes()
        .forEachRemaining(
            name ->
                findings.addAll(
                    verification.check(name, dataset.getGraph(name), Duration.ofMinutes(1))));
    return findings;
  }

  private static Node iri(String iri) {
    return NodeFactory.createURI(iri);
  }
}
