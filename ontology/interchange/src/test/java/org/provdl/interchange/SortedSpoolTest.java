package org.provdl.interchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SortedSpoolTest {

  @ParameterizedTest
  @ValueSource(longs = {1, 10_000, Long.MAX_VALUE})
  void recordsComeByKeyAndThoseOfOneKeyInTheirOrder(long inMemory) throws IOException {
    List<String> sorted = new ArrayList<>();
    try (SortedSpool spool = new SortedSpool(inMemory)) {
      for (int i = 0; i < 500; i++) {
        spool.add("key " + i % 3 + " \u3044", "value " + i + " \uD83D\uDE00".repeat(i % 7));
      }
      spool.forEach(entry -> sorted.add(entry.key() + "=" + entry.value()));
    }
    List<String> expected = new ArrayList<>();
    for (int key = 0; key < 3; key++) {
      for (int i = key; i < 500; i += 3) {
        expected.add("key " + key + " \u3044=value " + i + " \uD83D\uDE00".repeat(i % 7));
      }
    }
    assertThat(sorted).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, Long.MAX_VALUE})
  void nothingGivesNothing(long inMemory) throws IOException {
    try (SortedSpool spool = new SortedSpool(inMemory)) {
      spool.forEach(
          entry -> {
            throw new AssertionError(entry);
          });
    }
  }
}
