package org.provdl.capture;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import oshi.SystemInfo;
import oshi.hardware.CentralProcessor;
import oshi.software.os.OSProcess;

/**
 * What OSHI tells of the machine and of this process. Where OSHI does not work, this knows nothing:
 * on a platform that it does not support, where its native library may not be loaded, or where a
 * build has put an older version on the class path.
 *
 * <p>Takes some hundred milliseconds to be made the first time. Not thread-safe.
 */
final class Hardware {

  private static final Logger LOG = LoggerFactory.getLogger(Hardware.class);

  private final @Nullable Processor processor;
  private final @Nullable OSProcess process;

  private Hardware(@Nullable Processor processor, @Nullable OSProcess process) {
    this.processor = processor;
    this.process = process;
  }

  static Hardware look() {
    try {
      SystemInfo system = new SystemInfo();
      return new Hardware(
          describe(system.getHardware().getProcessor()),
          system.getOperatingSystem().getCurrentProcess());
    } catch (RuntimeException | LinkageError e) {
      LOG.info(
          "The processor and the memory of the process are not captured, for OSHI 6 (com.github.oshi:oshi-core) does not work here: {}",
          e.toString());
      return new Hardware(null, null);
    }
  }

  private static Processor describe(CentralProcessor processor) {
    CentralProcessor.ProcessorIdentifier identifier = processor.getProcessorIdentifier();
    return new Processor(
        known(identifier.getName()),
        known(identifier.getVendor()),
        processor.getPhysicalProcessorCount(),
        processor.getLogicalProcessorCount());
  }

  private static @Nullable String known(String name) {
    return name.isBlank() || name.equals("unknown") ? null : name.strip();
  }

  @Nullable Processor processor() {
    return processor;
  }

  /** The command line of this process; empty where it is not told. */
  List<String> arguments() {
    return told(OSProcess::getArguments, List.of());
  }

  /** The physical memory that the process holds now. Takes some 100 microseconds. */
  @Nullable Long residentMemory() {
    long bytes = told(now -> now.updateAttributes() ? now.getResidentMemory() : 0, 0L);
    return bytes == 0 ? null : Long.valueOf(bytes);
  }

  private <T> T told(Function<OSProcess, T> question, T unknown) {
    try {
      return process == null ? unknown : question.apply(process);
    } catch (RuntimeException | LinkageError e) {
      LOG.debug("OSHI does not tell this here.", e);
      return unknown;
    }
  }
}
