package org.provdl.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.ModelFactory;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.rdf.model.ResourceFactory;
import org.apache.jena.vocabulary.OWL;
import org.apache.jena.vocabulary.RDF;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The ontology is OWL 2 DL, and a reasoner draws no wrong conclusions from it, alone or with all
 * that it is aligned with.
 */
class OwlDlTest {

  private static final String MLS = "http://www.w3.org/ns/mls#";
  private static final String BASE = "http://localhost:3030/provdl/";
  private static final String RUN = BASE + "run/01JD8X0000000000000000000A";

  private static Model terms;
  private static Model data;
  private static OwlDl alone;
  private static OwlDl all;

  @BeforeAll
  static void reason() throws Exception {
    terms = Ontology.withImports().add(RunProperties.declarations());
    alone = OwlDl.of(terms);
    Model aligned = ModelFactory.createDefaultModel().add(terms);
    Ontology.ALIGNMENTS.forEach(name -> aligned.add(Ontology.alignment(name)));
    aligned.add(Examples.mlSchema());
    data = Examples.all();
    terms = aligned;
    all = OwlDl.of(aligned, data);
  }

  @AfterAll
  static void stop() {
    alone.close();
    all.close();
  }

  /** PROV-O relates itself, as a document, to others by two of its own relations. */
  @Test
  void itLeavesOwlDlNowhereThatProvODoesNot() throws Exception {
    List<String> ofProvO =
        List.of(
            "IllegalPunning: http://www.w3.org/ns/prov#specializationOf",
            "IllegalPunning: http://www.w3.org/ns/prov#wasRevisionOf");
    try (OwlDl provO = OwlDl.of(Ontology.provO());
        OwlDl aligned = OwlDl.of(terms)) {
      assertThat(provO.violations()).isEqualTo(ofProvO);
      assertThat(alone.violations()).isEqualTo(ofProvO);
      assertThat(aligned.violations()).isEqualTo(ofProvO);
    }
  }

  /**
   * OWL knows nothing of the lists of SPARQL CDTs, in which curves are kept, and a user declares
   * nothing.
   */
  @Test
  void theExamplesLeaveOwlDlInTheirListsAndInAUsersOwnPropertiesAlone() {
    assertThat(all.violations())
        .filteredOn(violation -> !violation.startsWith("IllegalPunning"))
        .anyMatch(violation -> violation.contains("SPARQL-CDTs/List>"))
        .filteredOn(violation -> !violation.contains("SPARQL-CDTs/List>"))
        .containsExactly(
            "UseOfUndeclaredAnnotationProperty: <%shyperparameter/warmupSteps.value>"
                .formatted(BASE));
  }

  @Test
  void everyClassCanHaveInstances() {
    assertThat(alone.isConsistent()).isTrue();
    assertThat(alone.unsatisfiable()).isEmpty();
    assertThat(all.unsatisfiable()).isEmpty();
  }

  @Test
  void theExamplesAreConsistentWithAllThatTheyAreAlignedWith() {
    assertThat(all.isConsistent()).isTrue();
  }

  @Test
  void nothingIsTakenForWhatItIsNot() {
    Classes classes = new Classes(terms);
    Map<String, Set<String>> unexpected = new TreeMap<>();
    for (Resource thing : data.listSubjects().toList()) {
      Set<String> inferred = new TreeSet<>(all.types(thing));
      inferred.remove(OWL.Thing.getURI());
      classes.of(thing).stream()
          .filter(Resource::isURIResource)
          .map(Resource::getURI)
          .forEach(inferred::remove);
      if (!inferred.isEmpty()) {
        unexpected.put(thing.getURI(), inferred);
      }
    }
    assertThat(unexpected).isEmpty();
  }

  @Test
  void mlSchemaSeesEveryRun() {
    assertThat(all.instances(mls("Run")))
        .isEqualTo(
            data.listSubjectsWithProperty(RDF.type, PROVDL.TrainingRun)
                .mapWith(Resource::getURI)
                .toSet());
  }

  @Test
  void mlSchemaSeesWhatWentIntoARun() {
    assertThat(all.objects(training(), mls("hasInput")))
        .isEqualTo(
            runs(
                "setting-learningRate",
                "setting-learningRate-2",
                "setting-layer-1-dropout",
                "split-training"));
    assertThat(all.objects(training(), mls("executes"))).isEqualTo(runs("configuration"));
  }

  @Test
  void mlSchemaSeesWhatCameOutOfARun() {
    Set<String> outcome =
        new HashSet<>(
            runs(
                "model-5e884898da280471",
                "epoch-1-metric-training-loss",
                "epoch-2-metric-training-loss",
                "epoch-2-metric-validation-loss",
                "evaluation-1-metric-accuracy"));
    outcome.add(
        BASE + "artifact/sha256-fcde2b2edba56bf408601fb721fe9b5c338d10ee429ea04fae5511b68fbf8fb9");
    assertThat(all.objects(training(), mls("hasOutput"))).isEqualTo(outcome);
  }

  @Test
  void mlSchemaSeesWhatSpecifiesASettingAndAMetric() {
    assertThat(all.objects(part("setting-learningRate-2"), mls("specifiedBy")))
        .containsExactly(PROVDL.learningRate.getURI());
    assertThat(all.objects(part("evaluation-1-metric-accuracy"), mls("specifiedBy")))
        .containsExactly(PROVDL.accuracy.getURI());
  }

  private static Resource training() {
    return part("training");
  }

  private static Resource part(String name) {
    return ResourceFactory.createResource(RUN + "#" + name);
  }

  private static Set<String> runs(String... names) {
    return Stream.of(names).map(name -> RUN + "#" + name).collect(Collectors.toSet());
  }

  private static Resource mls(String name) {
    return ResourceFactory.createResource(MLS + name);
  }
}
