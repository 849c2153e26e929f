package org.provdl.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Set;
import org.apache.jena.vocabulary.OWL2;
import org.apache.jena.vocabulary.RDF;
import org.junit.jupiter.api.Test;
import org.provdl.vocabulary.ClassDiagram.Box;
import org.provdl.vocabulary.ClassDiagram.Kind;
import org.provdl.vocabulary.ClassDiagram.Line;

class DiagramTest {

  @Test
  void theDiagramIsThatOfTheTurtle() throws IOException {
    if (System.getProperty("regenerate") != null) {
      DiagramGenerator.main(new String[0]);
    }
    assertThat(Files.readString(DiagramGenerator.FILE))
        .as("it differs from the Turtle; draw it anew by: %s", DiagramGenerator.COMMAND)
        .isEqualTo(DiagramGenerator.generate());
  }

  @Test
  void itIsOneElementThatAPageCanHold() {
    assertThat(Ontology.diagram())
        .startsWith("<svg ")
        .endsWith("</svg>\n")
        .doesNotContain("style=");
  }

  @Test
  void everyClassIsDrawnAsWhatItIsInProv() throws IOException {
    ClassDiagram diagram = ClassDiagram.of(Ontology.withImports(), Examples.all());
    Set<String> classes =
        Ontology.model()
            .listSubjectsWithProperty(RDF.type, OWL2.Class)
            .filterKeep(type -> type.isURIResource() && type.getURI().startsWith(PROVDL.NS))
            .mapWith(type -> type.getURI().substring(PROVDL.NS.length()))
            .toSet();

    assertThat(diagram.boxes()).extracting(Box::name).containsExactlyInAnyOrderElementsOf(classes);
    assertThat(diagram.boxes())
        .contains(
            new Box("Epoch", Kind.ACTIVITY),
            new Box("TrainedModel", Kind.ENTITY),
            new Box("ComputeNode", Kind.AGENT),
            new Box("RunStatus", Kind.OTHER));
  }

  @Test
  void whatRelatesClassesIsDrawn() throws IOException {
    assertThat(ClassDiagram.of(Ontology.withImports(), Examples.all()).lines())
        .contains(
            new Line("ModelConfiguration", "Layer", "hasLayer"),
            new Line("HyperparameterSetting", "Hyperparameter", "hyperparameter, initializes"),
            new Line("HyperparameterSetting", "Adaptation", "wasGeneratedBy"),
            new Line("TrainedModel", "Checkpoint", "is a kind of"),
            new Line("Checkpoint", "Model", "specializationOf"));
  }
}
