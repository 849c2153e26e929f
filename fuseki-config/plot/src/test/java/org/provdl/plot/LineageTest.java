package org.provdl.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.junit.jupiter.api.Test;
import org.provdl.queries.QueryParameterException;
import org.provdl.queries.SparqlEndpoint;

/** The lineage of the run that the vocabulary documents. */
class LineageTest {
  private static final String RUN = "http://localhost:3030/provdl/run/01JD8X0000000000000000000A";

  @Test
  void everyThingIsAShapeOfItsKindWithItsIri() {
    DrawnSvg svg = draw(new Lineage(RUN + "#model-5e884898da280471", 100, false));

    assertThat(svg.names().get(0)).isEqualTo("lineage of model-5e884898da280471");
    assertThat(svg.texts())
        .contains("TrainedModel", "digits.csv.gz", "normalize", "ada", "Person", "maximum 16")
        .contains("entity", "activity", "agent", "wasDerivedFrom", "used")
        .doesNotContain("HyperparameterSetting");
    assertThat(svg.names())
        .contains(RUN + "#training", RUN + "#split-training")
        .contains(
            RUN + "#model-5e884898da280471 wasGeneratedBy " + RUN + "#training",
            RUN + "#training used " + RUN + "#split-training");
    assertThat(svg.elements("ellipse")).hasSizeGreaterThan(5);
  }

  @Test
  void settingsAndTheirChangesAreThereOnRequest() {
    assertThat(draw(new Lineage("digits", 100, true)).texts())
        .contains("learningRate 0.01", "learningRate 0.01 to 0.001", "Adaptation");
  }

  @Test
  void theDepthIsHowManyStepsAreDrawn() {
    assertThat(draw(new Lineage("01JD8X", 1, false)).texts())
        .contains("training", "ada")
        .doesNotContain("digits.csv.gz");
  }

  @Test
  void moreThingsThanThereIsRoomForAreCounted() {
    DatasetGraph dataset = DatasetGraphFactory.createTxnMem();
    StringBuilder trig =
        new StringBuilder(
            "PREFIX prov: <http://www.w3.org/ns/prov#> GRAPH <http://example.org/g> {");
    for (int i = 0; i < 100; i++) {
      trig.append(
          "<http://example.org/a> prov:wasDerivedFrom <http://example.org/b%d> .".formatted(i));
    }
    dataset.executeWrite(
        () -> RDFParser.fromString(trig.append("}").toString(), Lang.TRIG).parse(dataset));
    DrawnSvg svg =
        DrawnSvg.of(
            new Lineage("<http://example.org/a>", 100, false).on(SparqlEndpoint.local(dataset)));

    assertThat(svg.texts()).contains("the nearest 60 of 101 things; --depth shows fewer steps");
    assertThat(svg.names()).filteredOn(name -> name.startsWith("http://example.org/b")).hasSize(59);
  }

  @Test
  void theSameGraphIsLaidOutAlike() {
    Lineage lineage = new Lineage("digits", 100, true);
    assertThat(draw(lineage).text()).isEqualTo(draw(lineage).text());
  }

  @Test
  void whatIsNotThereIsExplained() {
    assertThatThrownBy(() -> draw(new Lineage("nobody", 100, true)))
        .isInstanceOf(QueryParameterException.class)
        .hasMessageContaining("nobody");
    assertThatThrownBy(() -> new Lineage("digits", 0, true)).hasMessageContaining("at least 1");
  }

  private static DrawnSvg draw(Lineage lineage) {
    DatasetGraph dataset = DatasetGraphFactory.createTxnMem();
    String file =
        Path.of("../../ontology/vocabulary/examples/valid/training-run.trig").toUri().toString();
    dataset.executeWrite(() -> RDFDataMgr.read(dataset, file));
    return DrawnSvg.of(lineage.on(SparqlEndpoint.local(dataset)));
  }
}
