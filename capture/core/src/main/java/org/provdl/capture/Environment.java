package org.provdl.capture;

import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * The machine and the code that a run runs on.
 *
 * @param hostName the machine's name
 * @param operatingSystem its name, version and architecture
 * @param processorCount how many processors the Java virtual machine may use
 * @param memoryInBytes physical memory of the machine or container
 * @param javaVersion the version of the Java runtime
 * @param sourceCode the code in the working directory; null where it is not in Git
 */
public record Environment(
    String hostName,
    String operatingSystem,
    int processorCount,
    long memoryInBytes,
    String javaVersion,
    @Nullable SourceCode sourceCode) {

  /**
   * Looks at this machine, and for a Git repository from a directory upwards. May take seconds in a
   * large repository.
   *
   * @param directory where the code is
   * @return what was found
   */
  public static Environment detect(Path directory) {
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
        GitRepository.find(directory).map(GitRepository::describe).orElse(null));
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
