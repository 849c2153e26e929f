package org.provdl.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** An OutOfMemoryError can break TDB2 until the JVM ends (apache/jena GH-4043). */
@Timeout(180)
final class OutOfMemoryIT {

  @Test
  void aStoreThatRanOutOfMemoryGoesOnAndHasLostNothing(@TempDir Path directory) throws Exception {
    Process process = ChildJvm.start("-Xmx64m", OutOfMemoryProcess.class, directory);
    List<Integer> acknowledged;
    try (var output = process.inputReader(UTF_8)) {
      acknowledged = output.lines().map(Integer::valueOf).toList();
      assertThat(process.waitFor()).isZero();
    } finally {
      process.destroyForcibly();
    }
    assertThat(acknowledged).isNotEmpty();
    try (ProvenanceStore store = ProvenanceStore.open(directory)) {
      for (int i = 0; i < OutOfMemoryProcess.BATCHES; i++) {
        assertThat(OutOfMemoryProcess.content(store, i))
            .isIn(
                OutOfMemoryProcess.expected(i),
                acknowledged.contains(i) ? OutOfMemoryProcess.expected(i) : Set.of());
      }
    }
  }
}
