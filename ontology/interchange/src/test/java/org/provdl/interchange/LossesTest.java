package org.provdl.interchange;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LossesTest {

  @Test
  void allAreCountedAndTheFirstThousandKeptInShort() {
    Losses losses = new Losses();
    losses.add("x".repeat(1_000_000), "it is too long");
    for (int i = 0; i < 5000; i++) {
      losses.add("statement " + i, "it cannot be said");
    }
    assertThat(losses.count()).isEqualTo(5001);
    assertThat(losses.reasons()).hasSize(1000).contains("statement 998: it cannot be said");
    assertThat(losses.reasons().get(0)).isEqualTo("x".repeat(300) + "...: it is too long");
  }
}
