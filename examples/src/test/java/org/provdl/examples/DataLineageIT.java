package org.provdl.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.jena.graph.Node;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.provdl.queries.Catalogue;
import org.provdl.queries.ResultTable;
import org.provdl.queries.SparqlEndpoint;
import org.provdl.server.ProvenanceServer;
import org.provdl.store.ProvenanceStore;
import org.provdl.vocabulary.PROVDL;

/** The catalogue's lineage goes from a model that was really trained to the file of the data. */
class DataLineageIT {

  @TempDir private Path directory;

  @Test
  void fromTheTrainedModelThroughTheStepAndItsParametersToTheRawFile() throws Exception {
    try (ProvenanceStore store = ProvenanceStore.openOrCreate(directory);
        ProvenanceServer server = ProvenanceServer.builder(store).port(0).start()) {
      new Example1Iris().train(store);
      SparqlEndpoint endpoint = SparqlEndpoint.remote(server.queryEndpoint());
      ResultTable models = Catalogue.standard().query("trained-models").on(endpoint);
      String model = node(models.rows().get(0), "model").getURI();
      ResultTable lineage =
          Catalogue.standard().query("lineage").with("entity", model).on(endpoint);
      assertThat(labels(lineage, "DataPreparation")).containsExactly("split");
      assertThat(labels(lineage, "PreparationParameter")).containsExactly("ratio");
      assertThat(labels(lineage, "Dataset")).containsExactly("iris.dat", "training after split");
      assertThat(labels(lineage, "DatasetSplit")).containsExactly("training");
    }
  }

  private static List<String> labels(ResultTable lineage, String kind) {
    return lineage.rows().stream()
        .filter(row -> node(row, "kind").getURI().equals(PROVDL.NS + kind))
        .map(row -> node(row, "label").getLiteralLexicalForm())
        .toList();
  }

  private static Node node(Map<String, Node> row, String column) {
    return Objects.requireNonNull(row.get(column), column);
  }
}
