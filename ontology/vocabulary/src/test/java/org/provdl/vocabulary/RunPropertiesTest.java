package org.provdl.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.Property;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.vocabulary.OWL;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RunPropertiesTest {

  private static final String OWN = "http://localhost:3030/provdl/hyperparameter/";

  @Test
  void theirNamesFollowFromWhatTheyAreOf() {
    assertThat(RunProperties.startedWith(PROVDL.learningRate.getURI()).getURI())
        .isEqualTo(PROVDL.NS + "learningRate.value");
    assertThat(RunProperties.reached(PROVDL.accuracy.getURI(), PROVDL.testData).getURI())
        .isEqualTo(PROVDL.NS + "accuracy.testData");
  }

  @ParameterizedTest
  @ValueSource(strings = {"warm-up", "50%20%25", "\u6570", "1", "a.", "~"})
  void xmlCanWriteThemWhateverAUserThinksOf(String name) {
    Property startedWith = RunProperties.startedWith(OWN + name);
    Property reached = RunProperties.reached(OWN + name, PROVDL.testData);

    assertThat(startedWith.getURI()).isEqualTo(OWN + name + ".value");
    assertThat(startedWith.getLocalName()).endsWith("value");
    assertThat(reached.getLocalName()).endsWith("testData");
  }

  @Test
  void thoseOfTheVocabularyAreDeclared() {
    Model declared = RunProperties.declarations();

    assertThat(declared.listSubjectsWithProperty(RDFS.subPropertyOf, PROVDL.startedWith).toList())
        .hasSameSizeAs(PROVDL.HYPERPARAMETERS);
    assertThat(declared.listSubjectsWithProperty(RDFS.subPropertyOf, PROVDL.reached).toList())
        .hasSize(3 * PROVDL.METRICS.size());
    for (Resource property : declared.listSubjects().toList()) {
      assertThat(property.hasProperty(RDF.type, OWL.DatatypeProperty)).as("%s", property).isTrue();
    }
  }
}
