package org.provdl.trackers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.provdl.capture.Split;
import org.provdl.trackers.Naming.Measured;

class NamingTest {

  @Test
  void aMetricIsFoundByItsUsualNamesAndTheSplitInThem() {
    assertThat(Naming.metric("val_acc")).isEqualTo(new Measured("accuracy", Split.VALIDATION));
    assertThat(Naming.metric("loss/test")).isEqualTo(new Measured("loss", Split.TEST));
    assertThat(Naming.metric("training_f1_score")).isEqualTo(new Measured("f1", Split.TRAINING));
    assertThat(Naming.metric("valuation")).isEqualTo(new Measured("valuation", null));
    assertThat(Naming.metric("train")).isEqualTo(new Measured("train", null));
  }

  @Test
  void aHyperparameterThatNobodyKnowsKeepsItsName() {
    assertThat(Naming.hyperparameter("lr")).isEqualTo("learningRate");
    assertThat(Naming.hyperparameter("BATCH_SIZE")).isEqualTo("batchSize");
    assertThat(Naming.hyperparameter("warm_up")).isEqualTo("warm_up");
  }

  @Test
  void aTextIsTheNumberThatItWas() {
    assertThat(TypedText.valueOf("32")).isEqualTo(32L);
    assertThat(TypedText.valueOf("99999999999999999999"))
        .isEqualTo(new BigInteger("99999999999999999999"));
    assertThat(TypedText.valueOf("1e-3")).isEqualTo(0.001);
    assertThat(TypedText.valueOf("nan")).isEqualTo(Double.NaN);
    assertThat(TypedText.valueOf("True")).isEqualTo(true);
    assertThat(TypedText.valueOf("007")).isEqualTo("007");
    assertThat(TypedText.valueOf("")).isEqualTo("");
    assertThat(TypedText.valueOf("1".repeat(1_000))).isEqualTo("1".repeat(1_000));
    assertThatThrownBy(() -> TypedText.real("0x1p3")).isInstanceOf(NumberFormatException.class);
  }

  @Test
  void anIdFollowsFromTheRunAlone() {
    Instant start = Instant.parse("2026-01-01T00:00:00Z");
    assertThat(RunId.of("MLflow", "a", start))
        .isEqualTo(RunId.of("MLflow", "a", start))
        .hasSize(26)
        .isNotEqualTo(RunId.of("MLflow", "b", start))
        .isNotEqualTo(RunId.of("Tribuo", "a", start));
  }
}
