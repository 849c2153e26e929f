package org.provdl.packages;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import javax.xml.stream.XMLInputFactory;
import org.cyclonedx.Version;
import org.cyclonedx.parsers.JsonParser;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Bills are what the schema of CycloneDX asks for, and say what was recorded. */
final class BillOfMaterialsTest {

  @TempDir private static Path folder;

  @SuppressWarnings("NullAway.Init") // before all tests
  private static CapturedRuns runs;

  private static String completed = "";

  @BeforeAll
  static void train() throws IOException {
    runs = new CapturedRuns(folder);
    completed = runs.completed();
  }

  @Test
  void everyKindOfRunGivesABillOfTheSchema() throws IOException {
    for (String run : List.of(completed, runs.failed(), runs.running(), runs.bare())) {
      assertThat(new JsonParser().validate(bill(run), Version.VERSION_16)).as(run).isEmpty();
    }
  }

  @Test
  void theModelHasHashSettingsAndMetrics() throws IOException {
    JsonNode bill = new ObjectMapper().readTree(bill(completed));
    JsonNode model = bill.at("/metadata/component");

    assertThat(bill.at("/metadata/timestamp").asText()).isEqualTo("2026-01-06T12:00:00Z");
    assertThat(model.get("type").asText()).isEqualTo("machine-learning-model");
    assertThat(model.get("name").asText()).isEqualTo("digits-model.zip");
    assertThat(model.at("/hashes/0/content").asText()).isEqualTo(runs.modelArtifact.sha256());
    assertThat(
            stream(model.get("properties"))
                .map(
                    property ->
                        property.get("name").asText() + "=" + property.get("value").asText())
                .toList())
        .contains(
            "provdl:status=completed",
            "provdl:parameterCount=35",
            "provdl:setting:learningRate=0.01",
            "provdl:setting:dropout:hidden=0.5");
    assertThat(
            stream(model.at("/modelCard/quantitativeAnalysis/performanceMetrics"))
                .map(
                    metric ->
                        "%s on %s: %s"
                            .formatted(
                                metric.get("type").asText(),
                                metric.get("slice").asText(),
                                metric.get("value").asText()))
                .toList())
        .containsExactly("accuracy on test: 0.97", "loss on training: 0.5");
    assertThat(model.at("/modelCard/modelParameters/datasets/0/ref").asText())
        .endsWith(runs.dataArtifact.sha256());
  }

  @Test
  void dataSoftwareAndLibrariesAreComponents() throws IOException {
    JsonNode bill = new ObjectMapper().readTree(bill(completed));

    assertThat(
            stream(bill.get("components"))
                .map(part -> part.get("type").asText() + " " + part.get("name").asText())
                .toList())
        .containsExactly(
            "data digits.csv",
            "framework Deeplearning4j",
            "library classes",
            "library nd4j-api-1.0.jar");
    assertThat(bill.at("/components/3/version").asText()).isEqualTo("1.0");
    assertThat(bill.at("/components/2/hashes/0/content").asText()).isEqualTo("cd".repeat(32));
  }

  @Test
  void theXmlParserOfTheProcessStaysThatOfTheJdk() {
    assertThat(XMLInputFactory.newFactory().getClass().getName()).startsWith("com.sun.");
  }

  private static String bill(String subject) {
    return BillOfMaterials.of(subject, runs.endpoint()).json(CapturedRuns.NOW);
  }

  private static Stream<JsonNode> stream(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false);
  }
}
