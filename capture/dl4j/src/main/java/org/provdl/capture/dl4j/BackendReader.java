package org.provdl.capture.dl4j;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.environment.Nd4jEnvironment;
import org.nd4j.linalg.factory.Nd4j;
import org.provdl.capture.Backend;

/** Reads what ND4J computes with. Takes a tenth of a millisecond on a processor. */
final class BackendReader {

  private BackendReader() {}

  /** The backend that is loaded, as its executioner tells it. */
  static Backend read() {
    Properties facts = Nd4j.getExecutioner().getEnvironmentInformation();
    return new Backend(
        text(facts.get(Nd4jEnvironment.BLAS_VENDOR_KEY)),
        number(facts.get(Nd4jEnvironment.BLAS_THREADS_KEY)),
        number(facts.get(Nd4jEnvironment.OMP_THREADS_KEY)),
        Nd4j.dataType().name(),
        devices(facts).stream().map(BackendReader::device).toList());
  }

  /** The memory in use on all devices together, in bytes. Asks each device. */
  static long deviceMemoryInUse() {
    long bytes = 0;
    for (Map<?, ?> device : devices(Nd4j.getExecutioner().getEnvironmentInformation())) {
      Long total = number(device.get(Nd4jEnvironment.CUDA_TOTAL_MEMORY_KEY));
      Long free = number(device.get(Nd4jEnvironment.CUDA_FREE_MEMORY_KEY));
      bytes += total == null || free == null ? 0 : total - free;
    }
    return bytes;
  }

  /** Only the CUDA backend tells any. */
  static List<Map<?, ?>> devices(Properties facts) {
    List<Map<?, ?>> devices = new ArrayList<>();
    if (facts.get(Nd4jEnvironment.CUDA_DEVICE_INFORMATION_KEY) instanceof List<?> told) {
      for (Object device : told) {
        if (device instanceof Map<?, ?> map) {
          devices.add(map);
        }
      }
    }
    return devices;
  }

  static Backend.Device device(Map<?, ?> facts) {
    String name = text(facts.get(Nd4jEnvironment.CUDA_DEVICE_NAME_KEY));
    String major = text(facts.get(Nd4jEnvironment.CUDA_DEVICE_MAJOR_VERSION_KEY));
    String minor = text(facts.get(Nd4jEnvironment.CUDA_DEVICE_MINOR_VERSION_KEY));
    return new Backend.Device(
        name == null ? "CUDA device" : name,
        number(facts.get(Nd4jEnvironment.CUDA_TOTAL_MEMORY_KEY)),
        major == null || minor == null ? null : major + "." + minor);
  }

  private static @Nullable String text(@Nullable Object value) {
    return value == null ? null : value.toString();
  }

  private static @Nullable Long number(@Nullable Object value) {
    return value instanceof Number number ? Long.valueOf(number.longValue()) : null;
  }
}
