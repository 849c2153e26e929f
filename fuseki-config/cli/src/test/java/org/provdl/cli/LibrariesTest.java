package org.provdl.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.junit.jupiter.api.Test;
import org.provdl.queries.ResultTable;

final class LibrariesTest {

  private final Libraries one =
      libraries("nd4j-api-1.0.jar|1.0|aa", "classes||bb", "classes||cc", "old.jar||", "lib.jar||");
  private final Libraries two =
      libraries("nd4j-api-1.1.jar|1.1|ab", "classes||bb", "classes||dd", "lib.jar||", "new.jar|2|");

  @Test
  void aLibraryOfAnotherVersionOrContentIsAnother() {
    assertThat(one.without(two).versions())
        .isEqualTo(
            Map.of(
                "nd4j-api.jar", List.of("1.0 (aa)"),
                "classes", List.of("cc"),
                "old.jar", List.of("of unknown version")));
    assertThat(two.without(one).versions())
        .isEqualTo(
            Map.of(
                "nd4j-api.jar", List.of("1.1 (ab)"),
                "classes", List.of("dd"),
                "new.jar", List.of("2")));
  }

  @Test
  void theSameLibrariesDoNotDiffer() {
    assertThat(one.without(one).versions()).isEmpty();
    assertThat(libraries().without(one).versions()).isEmpty();
  }

  @Test
  void aLibraryThatIsThereTwiceIsMoreThanOnce() {
    assertThat(libraries("a||x", "a||x").without(libraries("a||x")).versions())
        .isEqualTo(Map.of("a", List.of("x")));
  }

  private static Libraries libraries(String... lines) {
    List<Map<String, Node>> rows = new ArrayList<>();
    for (String line : lines) {
      String[] cells = line.split("\\|", -1);
      Map<String, Node> row = new HashMap<>();
      row.put("library", NodeFactory.createLiteralString(cells[0]));
      if (!cells[1].isEmpty()) {
        row.put("version", NodeFactory.createLiteralString(cells[1]));
      }
      if (!cells[2].isEmpty()) {
        row.put("sha256", NodeFactory.createLiteralString(cells[2]));
      }
      rows.add(row);
    }
    return Libraries.of(new ResultTable(List.of("library", "version", "sha256"), rows));
  }
}
