package org.provdl.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SizeTest {

  @ParameterizedTest
  @CsvSource({
    "0, 0 bytes",
    "999, 999 bytes",
    "1000, 1.0 kB",
    "12_345_678, 12.3 MB",
    "999_949, 999.9 kB",
    "999_950, 1.0 MB",
    "1_500_000_000, 1.5 GB",
    "9_223_372_036_854_775_807, 9223372.0 TB"
  })
  void sizesHaveTheUnitThatSuitsThem(String bytes, String text) {
    assertThat(Size.of(Long.parseLong(bytes.replace("_", "")))).isEqualTo(text);
  }
}
