package org.provdl.queries;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.junit.jupiter.api.Test;
import org.provdl.vocabulary.PROVDL;

class ReproductionsTest {

  private static final String AGAIN = "<run/01JD8X0000000000000000000B> | <run/" + Runs.ADA + ">";

  @Test
  void whatIsNotTheSameIsCountedAndNamed() {
    assertThat(reproductions(Runs.reproduced()))
        .containsExactly(
            AGAIN + " | \"digits\" | provdl:completed | true | 4 | 2 | \"accuracy, loss\"");
  }

  @Test
  void otherParametersAreTold() {
    DatasetGraph dataset = Runs.reproduced();
    Node graph = NodeFactory.createURI(Runs.BASE + "run/01JD8X0000000000000000000B");
    Node model = NodeFactory.createURI(graph.getURI() + "#model-5e884898da280471");
    dataset.executeWrite(
        () -> {
          dataset.deleteAny(graph, model, PROVDL.parametersSha256.asNode(), Node.ANY);
          dataset.add(
              graph,
              model,
              PROVDL.parametersSha256.asNode(),
              NodeFactory.createLiteralString("0".repeat(64)));
        });
    assertThat(reproductions(dataset)).singleElement().asString().contains("| false |");
  }

  @Test
  void aReproductionWithoutAnEndHasNoParametersYet() {
    DatasetGraph dataset = Runs.reproduced();
    dataset.executeWrite(
        () -> {
          Node graph = NodeFactory.createURI(Runs.BASE + "run/01JD8X0000000000000000000B");
          dataset.deleteAny(graph, Node.ANY, PROVDL.parametersSha256.asNode(), Node.ANY);
          dataset.deleteAny(graph, Node.ANY, PROVDL.status.asNode(), Node.ANY);
        });
    assertThat(reproductions(dataset))
        .singleElement()
        .asString()
        .startsWith(AGAIN + " | \"digits\" | provdl:running |  | ");
  }

  @Test
  void aRunThatRepeatsNoneIsNoReproduction() {
    assertThat(reproductions(Runs.training())).isEmpty();
  }

  private static List<String> reproductions(DatasetGraph dataset) {
    return Runs.rows(Runs.ask(Runs.query("reproductions").with(Map.of()), dataset));
  }
}
