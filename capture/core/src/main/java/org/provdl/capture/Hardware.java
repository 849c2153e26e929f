package org.provdl.capture;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What Linux tells of the machine and of this process in {@code /proc}; on other systems, less.
 *
 * <p>No OSHI here: Deeplearning4j calls version 3 of it, whose methods later versions lack, when it
 * reports on its memory, as it does when that is exhausted.
 *
 * @see <a href="https://man7.org/linux/man-pages/man5/proc.5.html">proc(5)</a>
 */
record Hardware(Path proc) {

  private static final int BYTES_PER_KILOBYTE = 1024;
  private static final String RESIDENT = "VmRSS";

  static Hardware ofThisMachine() {
    return new Hardware(Path.of("/proc"));
  }

  /** The processors; null where they are not told. */
  @Nullable Processor processor() {
    List<Map<String, String>> threads = hardwareThreads();
    if (threads.isEmpty()) {
      return null;
    }
    Map<String, String> first = threads.get(0);
    Set<List<@Nullable String>> cores = new HashSet<>();
    for (Map<String, String> thread : threads) {
      String core = thread.getOrDefault("core id", thread.get("processor"));
      List<@Nullable String> place = new ArrayList<>();
      place.add(thread.get("physical id"));
      place.add(core);
      cores.add(place);
    }
    return new Processor(
        first.get("model name"), first.get("vendor_id"), cores.size(), threads.size());
  }

  /** The command line of this process; empty where it is not told. */
  List<String> commandLine() {
    ProcessHandle.Info process = ProcessHandle.current().info();
    List<String> command = new ArrayList<>();
    process
        .arguments()
        .ifPresent(
            arguments -> {
              process.command().ifPresent(command::add);
              command.addAll(List.of(arguments));
            });
    return command;
  }

  /** The physical memory that this process holds now; null where it is not told. */
  @Nullable Long residentMemory() {
    String resident =
        fields(SystemFile.lines(proc.resolve("self/status"))).getOrDefault(RESIDENT, "");
    return SystemFile.number(resident.replace("kB", ""))
        .mapToObj(kilobytes -> kilobytes * BYTES_PER_KILOBYTE)
        .findFirst()
        .orElse(null);
  }

  /** One description a hardware thread, which an empty line ends. */
  private List<Map<String, String>> hardwareThreads() {
    List<Map<String, String>> threads = new ArrayList<>();
    List<String> open = new ArrayList<>();
    for (String line : SystemFile.lines(proc.resolve("cpuinfo"))) {
      open.add(line);
      if (line.isBlank()) {
        threads.add(fields(open));
        open.clear();
      }
    }
    threads.add(fields(open));
    threads.removeIf(thread -> !thread.containsKey("processor"));
    return threads;
  }

  private static Map<String, String> fields(List<String> lines) {
    Map<String, String> fields = new HashMap<>();
    for (String line : lines) {
      int colon = line.indexOf(':');
      if (colon > 0) {
        fields.put(line.substring(0, colon).strip(), line.substring(colon + 1).strip());
      }
    }
    return fields;
  }
}
