package org.provdl.capture;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a framework computes its tensors with.
 *
 * @param blasVendor the library of linear algebra, such as {@code OPENBLAS}; null where unknown
 * @param blasThreadCount the threads that it may use; null where unknown
 * @param threadCount the threads that the framework's own operations may use, with OpenMP those of
 *     a parallel region; null where unknown
 * @param dataType the type of numbers where nothing else is said, such as {@code FLOAT}; null where
 *     unknown
 * @param devices the accelerators, in the order of their numbers; empty on a processor alone
 */
public record Backend(
    @Nullable String blasVendor,
    @Nullable Long blasThreadCount,
    @Nullable Long threadCount,
    @Nullable String dataType,
    List<Device> devices) {

  /**
   * Copies the list of devices.
   *
   * @param blasVendor see above
   * @param blasThreadCount see above
   * @param threadCount see above
   * @param dataType see above
   * @param devices see above
   */
  public Backend {
    devices = List.copyOf(devices);
  }

  /**
   * An accelerator, such as a graphics processor.
   *
   * @param name what its maker calls it
   * @param memoryInBytes the memory that it has; null where unknown
   * @param computeCapability which instructions it has, such as {@code 8.6} of CUDA; null where
   *     unknown
   */
  public record Device(
      String name, @Nullable Long memoryInBytes, @Nullable String computeCapability) {}
}
