package org.provdl.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import org.junit.jupiter.api.Test;

class SettingTest {

  @Test
  void aFloatKeepsItsDecimalDigits() {
    assertThat(Setting.ofModel("learningRate", 0.1f).value()).isEqualTo(0.1);
  }

  @Test
  void shortIntegersBecomeLong() {
    assertThat(Setting.ofModel("batchSize", (short) 7)).isEqualTo(Setting.ofModel("batchSize", 7L));
  }

  @Test
  void anUnknownTypeBecomesItsText() {
    assertThat(Setting.ofModel("day", DayOfWeek.MONDAY).value()).isEqualTo("MONDAY");
  }

  @Test
  void aBlankNameOrANegativeLayerIsRefused() {
    assertThatThrownBy(() -> Setting.ofModel(" ", 1)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Setting.ofLayer(-1, "dropout", 1)).hasMessageContaining("layer -1");
  }
}
