package org.provdl.packages;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Names from elsewhere become names of files that lead nowhere. */
final class EntryNamesTest {

  private static final String DIGEST = "0123456789abcdef".repeat(4);

  private final EntryNames names = new EntryNames();

  @Test
  void onlyTheLastPartOfAPathStays() {
    assertThat(name("../../etc/passwd")).isEqualTo("data/0123456789ab-passwd");
    assertThat(name("C:\\temp\\digits.csv")).isEqualTo("data/0123456789ab-digits.csv");
    assertThat(name("a\nb/..")).isEqualTo("data/0123456789ab-file");
    assertThat(name(".hidden")).isEqualTo("data/0123456789ab-hidden");
  }

  @Test
  void whatIsNoAsciiIsReplaced() {
    assertThat(name("七 a\0.csv")).isEqualTo("data/0123456789ab-__a_.csv");
    assertThat(name("name.")).isEqualTo("data/0123456789ab-name_");
  }

  @Test
  void theEndOfALongNameStays() {
    assertThat(name("x".repeat(1000) + ".csv"))
        .hasSize("data/0123456789ab-".length() + 80)
        .endsWith("xxx.csv");
  }

  @Test
  void noNameIsGivenTwice() {
    assertThat(name("a.csv")).isEqualTo("data/0123456789ab-a.csv");
    assertThat(name("A.CSV")).isEqualTo("data/0123456789ab-2-A.CSV");
    assertThat(name("a.csv")).isEqualTo("data/0123456789ab-3-a.csv");
  }

  private String name(String elsewhere) {
    return names.in("data", DIGEST, elsewhere);
  }
}
