package org.provdl.capture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContainerTest {

  @TempDir private Path root;

  @Test
  void aMachineWithoutMarksOrLimitsIsNone() throws IOException {
    write("proc/self/cgroup", "0::/user.slice/session.scope\n");
    write("proc/1/cgroup", "0::/init.scope\n");
    write("sys/fs/cgroup/user.slice/memory.max", "max\n");
    write("sys/fs/cgroup/user.slice/cpu.max", "max 100000\n");
    assertThat(detect()).isNull();
  }

  @Test
  void nothingAtAllIsNone() {
    assertThat(detect()).isNull();
  }

  @Test
  void limitsOfVersion2AreTheLowestOfAllGroupsAround() throws IOException {
    write("proc/self/cgroup", "0::/pod/container\n");
    write("sys/fs/cgroup/memory.max", "9000\n");
    write("sys/fs/cgroup/pod/memory.max", "5000\n");
    write("sys/fs/cgroup/pod/container/memory.max", "max\n");
    write("sys/fs/cgroup/pod/cpu.max", "150000 100000\n");
    write("sys/fs/cgroup/pod/container/cpu.max", "200000 100000\n");
    assertThat(detect()).isEqualTo(new Container(null, 1.5, 5000L));
  }

  @Test
  void aProcessThatSeesOnlyItsOwnGroupsFindsItsLimits() throws IOException {
    for (String seen : new String[] {"/", "/../..", "/host/path/that/is/not/here"}) {
      write("proc/self/cgroup", "0::" + seen + "\n");
      write("sys/fs/cgroup/memory.max", "4096\n");
      write("sys/fs/cgroup/cpu.max", "50000 100000\n");
      assertThat(detect()).as(seen).isEqualTo(new Container(null, 0.5, 4096L));
    }
  }

  @Test
  void limitsOfVersion1AreFound() throws IOException {
    write("proc/self/cgroup", "5:cpu,cpuacct:/docker/c1\n4:memory:/docker/c1\n0::/\n");
    write("sys/fs/cgroup/memory/memory.limit_in_bytes", "9223372036854771712\n");
    write("sys/fs/cgroup/memory/docker/c1/memory.limit_in_bytes", "2048\n");
    write("sys/fs/cgroup/cpu,cpuacct/docker/c1/cpu.cfs_quota_us", "250000\n");
    write("sys/fs/cgroup/cpu,cpuacct/docker/c1/cpu.cfs_period_us", "100000\n");
    assertThat(detect()).isEqualTo(new Container(null, 2.5, 2048L));
  }

  @Test
  void version1WithoutLimitsHasNone() throws IOException {
    write("proc/self/cgroup", "5:cpu:/\n4:memory:/\n");
    write("sys/fs/cgroup/memory/memory.limit_in_bytes", "9223372036854771712\n");
    write("sys/fs/cgroup/cpu/cpu.cfs_quota_us", "-1\n");
    write("sys/fs/cgroup/cpu/cpu.cfs_period_us", "100000\n");
    assertThat(detect()).isNull();
  }

  @Test
  void nonsenseIsNoLimit() throws IOException {
    write("proc/self/cgroup", "nonsense\n::\n0::/../../../etc\n");
    write("sys/fs/cgroup/memory.max", "lots\n");
    write("sys/fs/cgroup/cpu.max", "1 0\n\u0000");
    assertThat(detect()).isNull();
  }

  @ParameterizedTest
  @CsvSource({
    ".dockerenv,'',docker",
    "run/.containerenv,'',podman",
    "run/systemd/container,systemd-nspawn,systemd-nspawn",
    "proc/1/cgroup,0::/kubepods/pod1/docker/abc,kubernetes",
    "proc/1/cgroup,1:name=systemd:/docker/abc,docker",
    "proc/1/cgroup,0::/lxc/box,lxc",
  })
  void aMarkTellsTheRuntime(String file, String content, String runtime) throws IOException {
    write(file, content + "\n");
    assertThat(detect()).isEqualTo(new Container(runtime, null, null));
  }

  @Test
  void anEnvironmentVariableTellsTheRuntime() {
    assertThat(Container.detect(root, Map.of("KUBERNETES_SERVICE_HOST", "10.0.0.1")))
        .isEqualTo(new Container("kubernetes", null, null));
    assertThat(Container.detect(root, Map.of("container", "lxc")))
        .isEqualTo(new Container("lxc", null, null));
    assertThat(Container.detect(root, Map.of("container", " "))).isNull();
  }

  private @Nullable Container detect() {
    return Container.detect(root, Map.of());
  }

  private void write(String file, String content) throws IOException {
    Path path = root.resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, content);
  }
}
