package org.provdl.capture.dl4j;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.environment.Nd4jEnvironment;
import org.provdl.capture.Backend;

/** What the CUDA backend tells, in the types that it tells it in. */
class BackendReaderTest {

  @Test
  void aCudaDeviceIsRead() {
    Properties facts = new Properties();
    facts.put(
        Nd4jEnvironment.CUDA_DEVICE_INFORMATION_KEY,
        List.of(
            Map.of(
                Nd4jEnvironment.CUDA_DEVICE_NAME_KEY, "Tesla T4",
                Nd4jEnvironment.CUDA_TOTAL_MEMORY_KEY, 16_000_000_000L,
                Nd4jEnvironment.CUDA_FREE_MEMORY_KEY, 15_000_000_000L,
                Nd4jEnvironment.CUDA_DEVICE_MAJOR_VERSION_KEY, 7L,
                Nd4jEnvironment.CUDA_DEVICE_MINOR_VERSION_KEY, 5L)));
    assertThat(BackendReader.devices(facts))
        .extracting(BackendReader::device)
        .containsExactly(new Backend.Device("Tesla T4", 16_000_000_000L, "7.5"));
  }

  @Test
  void aDeviceThatTellsNothingIsStillOne() {
    assertThat(BackendReader.device(Map.of()))
        .isEqualTo(new Backend.Device("CUDA device", null, null));
  }

  @Test
  void aProcessorHasNoDevices() {
    assertThat(BackendReader.devices(new Properties())).isEmpty();
  }
}
