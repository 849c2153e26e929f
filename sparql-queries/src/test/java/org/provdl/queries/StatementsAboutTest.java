package org.provdl.queries;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class StatementsAboutTest {

  @Test
  void whatIsRecordedOfAFileIsToldOnceWithTheRunsThatSaySo() {
    assertThat(about("sha256-2c26b46b68ffc68ff99b453c1d30413413422d706483bfa0f98a5e886266e7ae"))
        .containsExactly(
            "rdf:type | prov:Collection | <run/01JD8X0000000000000000000A> | 2",
            "rdf:type | prov:Entity | <run/01JD8X0000000000000000000A> | 2",
            "rdf:type | provdl:Dataset | <run/01JD8X0000000000000000000A> | 2",
            "rdfs:label | \"digits.csv.gz\" | <run/01JD8X0000000000000000000A> | 2",
            "provdl:location | \"classpath:digits.csv.gz\" | <run/01JD8X0000000000000000000A> | 1",
            "provdl:sha256 | \"2c26b46b68ffc68ff99b453c1d30413413422d706483bfa0f98a5e886266e7ae\" | <run/01JD8X0000000000000000000A> | 2",
            "provdl:sizeInBytes | 57512 | <run/01JD8X0000000000000000000A> | 2");
  }

  @Test
  void ofWhatNobodyKnowsNothingIsRecorded() {
    assertThat(about("sha256-0000")).isEmpty();
  }

  private static List<String> about(String entity) {
    return Runs.rows(
        Runs.ask(Runs.query("statements-about").with("entity", entity), Runs.documented()));
  }
}
