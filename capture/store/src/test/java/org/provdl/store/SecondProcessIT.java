package org.provdl.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.provdl.store.Quads.batch;
import static org.provdl.store.Quads.count;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SecondProcessIT {

  @Test
  void aStoreHeldByAnotherProcessNamesItAndTheWayOut(@TempDir Path directory) throws Exception {
    try (ProvenanceStore store = ProvenanceStore.openOrCreate(directory)) {
      store.append(batch("run", 10));
    }
    // This JVM has let go, or the other could not open it.
    Process holder = SecondProcess.holding(directory);
    try {
      for (int attempt = 0; attempt < 2; attempt++) {
        assertThatThrownBy(() -> ProvenanceStore.open(directory))
            .isInstanceOf(StoreException.class)
            .hasMessage(
                "The store %s is held by process %d. Stop that process, or use the URL of its server instead of the directory.",
                directory.toRealPath(), holder.pid());
      }
    } finally {
      holder.destroyForcibly().waitFor();
    }
    try (ProvenanceStore store = ProvenanceStore.open(directory)) {
      assertThat(count(store)).isEqualTo(10);
    }
  }
}
