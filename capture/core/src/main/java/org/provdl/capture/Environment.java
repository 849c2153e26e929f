package org.provdl.capture;

import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * The machine, the process and the code that a run runs on.
 *
 * @param hostName the machine's name
 * @param operatingSystem its name, version and architecture
 * @param processorCount how many processors the Java virtual machine may use
 * @param memoryInBytes physical memory of the machine or container
 * @param javaVersion the version of the Java runtime
 * @param sourceCode the code in the working directory; null where it is not in Git
 * @param processor the processors of the machine; null where unknown
 * @param container what the process is confined by; null where by nothing
 * @param process the Java virtual machine and how it was started; null where unknown
 * @param classPath the libraries and classes that it runs; null where unknown
 */
public record Environment(
    String hostName,
    String operatingSystem,
    int processorCount,
    long memoryInBytes,
    String javaVersion,
    @Nullable SourceCode sourceCode,
    @Nullable Processor processor,
    @Nullable Container container,
    @Nullable JavaProcess process,
    @Nullable ClassPath classPath) {

  /**
   * An environment of which no more is known.
   *
   * @param hostName the machine's name
   * @param operatingSystem its name, version and architecture
   * @param processorCount how many processors the Java virtual machine may use
   * @param memoryInBytes physical memory of the machine or container
   * @param javaVersion the version of the Java runtime
   * @param sourceCode the code in the working directory; null where it is not in Git
   */
  public Environment(
      String hostName,
      String operatingSystem,
      int processorCount,
      long memoryInBytes,
      String javaVersion,
      @Nullable SourceCode sourceCode) {
    this(
        hostName,
        operatingSystem,
        processorCount,
        memoryInBytes,
        javaVersion,
        sourceCode,
        null,
        null,
        null,
        null);
  }

  /**
   * Looks at this machine and process, and for a Git repository from a directory upwards. May take
   * seconds: the class path is read to its end (see {@link ClassPath#detect()}), and a large
   * repository takes its time.
   *
   * @param directory where the code is
   * @return what was found
   */
  public static Environment detect(Path directory) {
    Hardware hardware = Hardware.ofThisMachine();
    return new Environment(
        findHostName(),
        String.join(
            " ",
            System.getProperty("os.name"),
            System.getProperty("os.version"),
            System.getProperty("os.arch")),
        Runtime.getRuntime().availableProcessors(),
        findMemory(),
        System.getProperty("java.runtime.version"),
        GitRepository.find(directory).map(GitRepository::describe).orElse(null),
        hardware.processor(),
        Container.detect(Path.of("/"), System.getenv()),
        JavaProcess.detect(hardware.commandLine()),
        ClassPath.detect());
  }

  private static String findHostName() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException e) {
      return "localhost"; // a machine that cannot resolve its own name still trains
    }
  }

  private static long findMemory() {
    return ManagementFactory.getPlatformMXBean(com.sun.management.OperatingSystemMXBean.class)
        .getTotalMemorySize();
  }
}
