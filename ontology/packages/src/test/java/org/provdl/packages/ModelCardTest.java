package org.provdl.packages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.jena.query.QueryExecutionFactory;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.ModelFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFDataMgr;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.provdl.queries.QueryParameterException;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** What the card of a captured model says, and what it does not claim. */
final class ModelCardTest {

  @TempDir private static Path folder;

  @SuppressWarnings("NullAway.Init") // before all tests
  private static CapturedRuns runs;

  private static String completed = "";

  @BeforeAll
  static void train() throws IOException {
    runs = new CapturedRuns(folder);
    completed = runs.completed();
    runs.worse();
  }

  @Test
  void aCardSaysWhatWasRecorded() {
    String card = card(completed).markdown();

    assertThat(card)
        .contains(
            "\n# digits-model.zip\n",
            "| Model file | digits-model.zip |",
            "| SHA-256 | `%s` |".formatted(runs.modelArtifact.sha256()),
            "| Run | digits, `01JD8X00000000000000000001`, completed |",
            "| Experiment | search |",
            "| Trained with | Deeplearning4j 1.0.0-M2.1 |",
            "| Trained by | ada |",
            "| Started | 2026-01-05T10:00:00Z |",
            "| Parameters | 35 |",
            "| Started from | *not recorded* |",
            "| training | digits.csv | `%s` | 120 | *not recorded* |"
                .formatted(runs.dataArtifact.sha256()),
            "- split: `ratio=0.8`",
            "| learningRate | `0.01` | model |",
            "| dropout | `0.5` | layer hidden |",
            "- learningRate 0.01 to 0.001 in epoch 1: the loss is flat",
            "| accuracy | test | 0.97 | 0.97 |",
            "| hidden | DenseLayer | 4 | 7 | ReLU | 35 |",
            "| machine | operating system | `Linux` |",
            "And 2 libraries",
            "provdl reproduce 01JD8X00000000000000000001\n",
            "The code is *not recorded*.",
            "## Limitations, risks and biases\n\n*Not recorded: for the author to write.*")
        .doesNotContain("did not complete", "null");
  }

  @Test
  void theFrontMatterIsWhatModelHubsRead() {
    Map<?, ?> yaml = frontMatter(card(completed).markdown());

    assertThat(yaml.get("library_name")).isEqualTo("deeplearning4j");
    assertThat(yaml.get("metrics")).isEqualTo(List.of("accuracy", "loss"));
    assertThat(yaml.get("model-index"))
        .isEqualTo(
            List.of(
                Map.of(
                    "name",
                    "digits-model.zip",
                    "results",
                    List.of(result("test", "accuracy", 0.97), result("training", "loss", 0.5)))));
  }

  private static Map<String, Object> result(String split, String metric, double value) {
    return Map.of(
        "task", Map.of("type", "other", "name", "not recorded"),
        "dataset", Map.of("type", "digits.csv", "name", "digits.csv", "split", split),
        "metrics",
            List.of(
                Map.of("type", metric, "value", value, "name", metric + " on " + split + " data")));
  }

  @Test
  void theBestRunOfAnExperimentIsTaken() {
    assertThat(card("search").markdown()).contains("\n# digits-model.zip\n");
    assertThat(card("experiment/search").markdown()).contains("\n# digits-model.zip\n");
    assertThatThrownBy(() -> ModelCard.of("search", "accuracy", "validation", runs.endpoint()))
        .isInstanceOf(PackageException.class)
        .hasMessageContaining("No run of the experiment 'search' has a value of accuracy");
  }

  @Test
  void aModelIsKnownByItsFileOrItsParameters() {
    String file = runs.modelArtifact.sha256();

    assertThat(card(file).markdown()).contains("\n# digits-model.zip\n");
    assertThat(card("sha256-" + file).markdown()).isEqualTo(card(file).markdown());
    assertThat(card("ab".repeat(32)).markdown()).isEqualTo(card(file).markdown());
    assertThatThrownBy(() -> card("0".repeat(64)))
        .isInstanceOf(PackageException.class)
        .hasMessageContaining("No run here made a model");
    assertThatThrownBy(() -> card("nobody"))
        .isInstanceOf(QueryParameterException.class)
        .hasMessageContaining("There is no run 'nobody'");
  }

  @Test
  void aRunThatFailedIsNotPraised() {
    assertThat(card(runs.failed()).markdown())
        .contains(
            "**The training did not complete (failed): ",
            "the loss is NaN",
            "| Model file | *none was saved* |",
            "## Metrics\n\n*not recorded*")
        .doesNotContain("model-index");
  }

  @Test
  void aRunThatGoesOnSaysSo() {
    assertThat(card(runs.running()).markdown())
        .contains("**The training has not ended: what follows may change.**")
        .contains("| Ended | *not recorded* |");
  }

  @Test
  void aHostileNameIsTextAndNothingElse() {
    String card = card(runs.bare()).markdown();
    String html =
        HtmlRenderer.builder()
            .extensions(List.of(TablesExtension.create()))
            .build()
            .render(
                Parser.builder()
                    .extensions(List.of(TablesExtension.create()))
                    .build()
                    .parse(card.substring(card.indexOf("\n---\n") + 5)));

    assertThat(html)
        .contains("<h1>Ziffern “七” &amp; &lt;b&gt;x&lt;/b&gt; | `y`</h1>")
        .doesNotContain("<b>");
    assertThat(html.lines().filter(line -> line.startsWith("<td>Run</td>")).count()).isOne();
  }

  @Test
  void theJsonLdHasTheTermsOfFair4ml() {
    String run = completed;
    Model model = ModelFactory.createDefaultModel();
    RDFDataMgr.read(model, new StringReader(card(run).jsonLd()), null, Lang.JSONLD);

    assertThat(
            ask(
                model,
                """
                <http://localhost:3030/provdl/artifact/sha256-%s> a fair4ml:MLModel ;
                  schema:name "digits-model.zip" ;
                  schema:author/schema:name "ada" ;
                  schema:distribution [ schema:sha256 "%1$s" ; schema:contentSize "4" ] ;
                  fair4ml:trainedOn [ schema:size "120 examples" ; schema:isBasedOn/schema:name "digits.csv" ] ;
                  fair4ml:testedOn ?test ;
                  fair4ml:hasEvaluation [ a fair4ml:MLModelEvaluation ; fair4ml:evaluationDataset ?test ;
                    fair4ml:evaluationResults [ schema:name "accuracy" ; schema:value 0.97e0 ] ] ;
                  prov:wasGeneratedBy <%s#training> .
                <%2$s#training> schema:object [ schema:name "learningRate" ; schema:value 0.01e0 ]
                """
                    .formatted(runs.modelArtifact.sha256(), run)))
        .isTrue();
    assertThat(ask(model, "?model fair4ml:validatedOn ?any")).isFalse();
  }

  private static boolean ask(Model model, String pattern) {
    String prefixes =
        """
        PREFIX fair4ml: <https://w3id.org/fair4ml#>
        PREFIX schema: <http://schema.org/>
        PREFIX prov: <http://www.w3.org/ns/prov#>
        """;
    return QueryExecutionFactory.create(prefixes + "ASK { " + pattern + " }", model).execAsk();
  }

  private static ModelCard card(String subject) {
    return ModelCard.of(
        subject, ModelCard.DEFAULT_METRIC, ModelCard.DEFAULT_SPLIT, runs.endpoint());
  }

  private static Map<?, ?> frontMatter(String card) {
    assertThat(card).startsWith("---\n");
    String yaml = card.substring(4, card.indexOf("\n---\n", 4));
    return (Map<?, ?>) new Load(LoadSettings.builder().build()).loadFromString(yaml);
  }
}
