package org.provdl.queries;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.apache.jena.sparql.core.DatasetGraph;
import org.junit.jupiter.api.Test;

class ModelOriginsTest {

  private static final String FILE =
      "fcde2b2edba56bf408601fb721fe9b5c338d10ee429ea04fae5511b68fbf8fb9";
  private static final String REACHED =
      "5e884898da28047151d0e56f8dc6292773603d0d6aabbdd62a11ef721d1542d8";
  private static final String INITIAL =
      "8d969eef6ecad3c29a3a629280e686cf0c3f5d5a86aff3ca12020c923adc6c92";

  @Test
  void aFileLeadsToTheRunThatSavedItWithItsDataAndSettings() {
    assertThat(origins(Runs.training(), FILE, "", "none")).containsExactly(row("file"));
  }

  @Test
  void parametersLeadToTheRunThatReachedThem() {
    assertThat(origins(Runs.training(), "unknown", REACHED, "none"))
        .containsExactly(row("parameters"));
  }

  @Test
  void parametersBeforeTrainingLeadToTheRunThatStartedFromThem() {
    assertThat(origins(Runs.training(), "", INITIAL, "none")).containsExactly(row("start"));
  }

  @Test
  void aClaimLeadsToARunThatIsKnown() {
    assertThat(origins(Runs.training(), "", "", Runs.ADA)).containsExactly(row("claim"));
    assertThat(origins(Runs.training(), "", "", "another")).isEmpty();
  }

  @Test
  void theStrongestEvidenceIsNamed() {
    assertThat(origins(Runs.training(), FILE, REACHED, Runs.ADA)).containsExactly(row("file"));
  }

  @Test
  void dataIsNoModel() {
    assertThat(
            origins(
                Runs.training(),
                "2c26b46b68ffc68ff99b453c1d30413413422d706483bfa0f98a5e886266e7ae",
                "",
                "none"))
        .isEmpty();
  }

  @Test
  void whatIsNotKnownHasNoOrigin() {
    assertThat(origins(Runs.training(), "", "", "none")).isEmpty();
    assertThat(origins(Runs.of("failed-and-running"), FILE, REACHED, "none")).isEmpty();
  }

  private static String row(String evidence) {
    return "<run/01JD8X0000000000000000000A> | \"digits\" | \""
        + evidence
        + "\" | provdl:completed | \"digits\" | \"2026-01-05T10:00:00Z\"^^xsd:dateTime"
        + " | \"digits.csv.gz (2c26b46b68ffc68ff99b453c1d30413413422d706483bfa0f98a5e886266e7ae)\""
        + " | \"learningRate=0.01\"";
  }

  private static List<String> origins(
      DatasetGraph dataset, String file, String parameters, String claim) {
    return Runs.rows(
        Runs.ask(
            Runs.query("model-origins")
                .with("file", file)
                .with("parameters", parameters)
                .with("claim", Runs.BASE + "run/" + claim),
            dataset));
  }
}
