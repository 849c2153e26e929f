package org.provdl.capture;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The limits that Linux control groups, of version 1 or 2, put on this process: the lowest of its
 * group and all groups around it.
 *
 * @see <a href="https://docs.kernel.org/admin-guide/cgroup-v2.html">Control Group v2</a>
 * @see <a href="https://docs.kernel.org/admin-guide/cgroup-v1/">Control Groups version 1</a>
 */
final class ControlGroups {

  /** Version 1 tells that there is no limit by a number that no machine has bytes for. */
  private static final long UNLIMITED = 1L << 60;

  private final Path mount;
  private final List<String> memberships;

  ControlGroups(Path root) {
    mount = root.resolve("sys/fs/cgroup");
    memberships = SystemFile.lines(root.resolve("proc/self/cgroup"));
  }

  /** How many processors the process may keep busy; null where there is no limit. */
  @Nullable Double processorLimit() {
    DoubleStream version2 =
        groups("", mount)
            .flatMap(group -> SystemFile.lines(group.resolve("cpu.max")).stream())
            .flatMapToDouble(ControlGroups::quota);
    DoubleStream version1 =
        Stream.of("cpu", "cpu,cpuacct")
            .flatMap(folder -> groups("cpu", mount.resolve(folder)))
            .flatMapToDouble(
                group ->
                    quota(
                        SystemFile.number(group.resolve("cpu.cfs_quota_us")),
                        SystemFile.number(group.resolve("cpu.cfs_period_us"))));
    return DoubleStream.concat(version2, version1).boxed().min(Double::compare).orElse(null);
  }

  /** How much memory the process may have; null where there is no limit. */
  @Nullable Long memoryLimit() {
    Stream<Path> version2 = groups("", mount).map(group -> group.resolve("memory.max"));
    Stream<Path> version1 =
        groups("memory", mount.resolve("memory"))
            .map(group -> group.resolve("memory.limit_in_bytes"));
    return Stream.concat(version2, version1)
        .flatMapToLong(file -> SystemFile.number(file).stream())
        .filter(limit -> limit < UNLIMITED)
        .boxed()
        .min(Long::compare)
        .orElse(null);
  }

  /** {@code cpu.max} holds quota and period; the quota {@code max} is none. */
  private static DoubleStream quota(String line) {
    long[] numbers = Arrays.stream(line.split(" ", -1)).flatMapToLong(SystemFile::number).toArray();
    return numbers.length == 2
        ? quota(OptionalLong.of(numbers[0]), OptionalLong.of(numbers[1]))
        : DoubleStream.empty();
  }

  private static DoubleStream quota(OptionalLong quota, OptionalLong period) {
    return quota.orElse(-1) > 0 && period.orElse(-1) > 0
        ? DoubleStream.of((double) quota.getAsLong() / period.getAsLong())
        : DoubleStream.empty();
  }

  /** The group of this process and those around it; the mount itself where it sees only that. */
  private Stream<Path> groups(String controller, Path folder) {
    Path group =
        memberships.stream()
            .map(line -> line.split(":", 3))
            .filter(parts -> parts.length == 3)
            .filter(parts -> Arrays.asList(parts[1].split(",", -1)).contains(controller))
            .map(parts -> folder.resolve(parts[2].replaceFirst("^/+", "")).normalize())
            .filter(path -> path.startsWith(folder))
            .findFirst()
            .orElse(folder);
    return Stream.iterate(group, path -> path.startsWith(folder), Path::getParent);
  }
}
