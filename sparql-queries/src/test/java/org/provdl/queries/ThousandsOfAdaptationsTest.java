package org.provdl.queries;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.core.DatasetGraph;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A run whose learning rate is halved, or doubled again, in each of its epochs but the first. */
class ThousandsOfAdaptationsTest {
  private static final int EPOCHS = 3000;
  private static DatasetGraph adapted;

  @BeforeAll
  static void capture() {
    StringBuilder run = new StringBuilder();
    run.append(
        """
        PREFIX dcterms: <http://purl.org/dc/terms/>
        PREFIX prov:    <http://www.w3.org/ns/prov#>
        PREFIX provdl:  <https://w3id.org/provdl#>
        PREFIX rdfs:    <http://www.w3.org/2000/01/rdf-schema#>
        BASE <%srun/>
        <many> {
          <many#training> a provdl:TrainingRun ; rdfs:label "many" ;
            provdl:learningRate.value 0.5e0 .
          <many#model> a provdl:Model .
          <many#rate-1> a provdl:HyperparameterSetting ; rdfs:label "learningRate" ;
            provdl:hyperparameter provdl:learningRate ; provdl:initializes provdl:learningRate ;
            prov:value 0.5e0 ; provdl:appliesTo <many#model> .
          <many#epoch-1> a provdl:Epoch ; provdl:index 1 ; dcterms:isPartOf <many#training> .
        """
            .formatted(Runs.BASE));
    for (int epoch = 2; epoch <= EPOCHS; epoch++) {
      run.append(
          """
          <many#epoch-%1$d> a provdl:Epoch ; provdl:index %1$d ; dcterms:isPartOf <many#training> ; prov:used <many#rate-%1$d> .
          <many#adaptation-%1$d> a provdl:Adaptation ; provdl:duringEpoch %1$d ; provdl:iteration %3$d ; provdl:reason "swing" .
          <many#rate-%1$d> a provdl:HyperparameterSetting ; rdfs:label "learningRate" ;
            provdl:hyperparameter provdl:learningRate ; prov:value %4$s ; provdl:appliesTo <many#model> ;
            prov:wasGeneratedBy <many#adaptation-%1$d> ; prov:wasRevisionOf <many#rate-%2$d> .
          """
              .formatted(epoch, epoch - 1, epoch * 10, rate(epoch)));
    }
    adapted = Runs.none();
    RDFParser.fromString(run.append('}').toString(), Lang.TRIG).parse(adapted);
  }

  @Test
  void eachIsListedWithTheValueBefore() {
    assertThat(rows("adaptations"))
        .containsExactlyElementsOf(
            changes(
                epoch ->
                    "%d | %d |  | \"learningRate\" | \"model\" | %s | %s | \"swing\" |  |  | "
                        .formatted(epoch, epoch * 10, rate(epoch - 1), rate(epoch))));
  }

  @Test
  void theHistoryBeginsWithTheFirstValue() {
    List<String> history =
        Runs.rows(
            Runs.ask(
                Runs.query("hyperparameter-history")
                    .with(Map.of("run", "many", "hyperparameter", "learningRate")),
                adapted));
    assertThat(history.get(0)).isEqualTo("\"model\" |  |  |  | 0.5e0 |  | ");
    assertThat(history.subList(1, EPOCHS))
        .containsExactlyElementsOf(
            changes(
                epoch ->
                    "\"model\" | %d | %d |  | %s | \"swing\" | "
                        .formatted(epoch, epoch * 10, rate(epoch))));
  }

  @Test
  void eachEpochHasItsValue() {
    assertThat(rows("epochs"))
        .containsExactlyElementsOf(
            IntStream.rangeClosed(1, EPOCHS)
                .mapToObj(epoch -> "%d |  | %s |  | ".formatted(epoch, rate(epoch)))
                .toList());
  }

  @Test
  void theRunIsListedOnceWithTheirNumber() {
    assertThat(Runs.rows(Runs.ask(Runs.query("adapted-runs").with(Map.of()), adapted)))
        .containsExactly(
            "<run/many> | \"many\" | \"learningRate\" | 2999 | 2 | 3000 | \"swing\" | \"\"");
  }

  @Test
  void onlyTheFirstValueWasTried() {
    assertThat(Runs.rows(Runs.ask(Runs.query("values-tried").with(Map.of()), adapted)))
        .containsExactly("0.5e0 | 1 |  | ");
  }

  private static List<String> changes(IntFunction<String> row) {
    return IntStream.rangeClosed(2, EPOCHS).mapToObj(row).toList();
  }

  private static List<String> rows(String query) {
    return Runs.rows(Runs.ask(Runs.query(query).with("run", "many"), adapted));
  }

  private static String rate(int epoch) {
    return epoch % 2 == 1 ? "0.5e0" : "0.25e0";
  }
}
