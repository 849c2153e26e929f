package org.provdl.capture;

import java.lang.management.ManagementFactory;
import java.lang.management.RuntimeMXBean;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The Java virtual machine and how it was started, without secrets: what looks like a password, a
 * key or a token is {@code [redacted]}.
 *
 * @param virtualMachine its name and version
 * @param vendor who made it; null where unknown
 * @param options the arguments to the virtual machine, from wherever it took them
 * @param commandLine the whole command with its arguments, less the class path; empty where the
 *     operating system does not tell it
 */
public record JavaProcess(
    String virtualMachine,
    @Nullable String vendor,
    List<String> options,
    List<String> commandLine) {

  private static final Set<String> PATH_OPTIONS =
      Set.of("-cp", "-classpath", "--class-path", "-p", "--module-path");

  /**
   * Copies the lists; null, as in a journal of an older version, is empty.
   *
   * @param virtualMachine see above
   * @param vendor see above
   * @param options see above
   * @param commandLine see above
   */
  public JavaProcess {
    options = copy(options);
    commandLine = copy(commandLine);
  }

  private static List<String> copy(@Nullable List<String> list) {
    return list == null ? List.of() : List.copyOf(list);
  }

  /**
   * This process.
   *
   * @param arguments the whole command line
   */
  static JavaProcess detect(List<String> arguments) {
    RuntimeMXBean runtime = ManagementFactory.getRuntimeMXBean();
    return new JavaProcess(
        runtime.getVmName() + " " + runtime.getVmVersion(),
        runtime.getVmVendor(),
        Redaction.arguments(runtime.getInputArguments()),
        Redaction.arguments(withoutClassPath(arguments)));
  }

  /** The class path is told with its hashes elsewhere, and often fills pages. */
  private static List<String> withoutClassPath(List<String> arguments) {
    List<String> told = new ArrayList<>();
    String before = "";
    for (String argument : arguments) {
      told.add(PATH_OPTIONS.contains(before) ? "..." : argument);
      before = argument;
    }
    return told;
  }
}
