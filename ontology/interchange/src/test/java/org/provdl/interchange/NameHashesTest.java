package org.provdl.interchange;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NameHashesTest {

  @Test
  void aNameIsNewOnce() {
    NameHashes names = new NameHashes();
    for (int i = 0; i < 50_000; i++) {
      assertThat(names.add("http://example.org/" + i)).isTrue();
    }
    for (int i = 0; i < 50_000; i++) {
      assertThat(names.add("http://example.org/" + i)).isFalse();
    }
    assertThat(names.add("")).isTrue();
    assertThat(names.add("")).isFalse();
  }
}
