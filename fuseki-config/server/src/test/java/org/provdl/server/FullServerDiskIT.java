package org.provdl.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server whose store has no room: on a small tmpfs that only the server's process sees. */
final class FullServerDiskIT {

  private static final List<String> SMALL_DISK =
      List.of(
          "unshare",
          "--map-root-user",
          "--mount",
          "sh",
          "-c",
          "mount -t tmpfs -o size=48m tmpfs \"$0\" && exec \"$@\"");

  @TempDir private Path disk;

  @Test
  void anAppendIsToldSoAndIsTakenWhenThereIsRoom() throws Exception {
    assumeThat(exit(command("true"))).as("this user may mount a disk here").isZero();
    Process server =
        new ProcessBuilder(
                command(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-cp",
                    System.getProperty("java.class.path"),
                    FullServerDiskProcess.class.getName(),
                    disk.toString()))
            .redirectErrorStream(true)
            .start();
    String output = new String(server.getInputStream().readAllBytes(), UTF_8);

    assertThat(server.waitFor()).as(output).isZero();
  }

  private List<String> command(String... program) {
    return Stream.of(SMALL_DISK, List.of(disk.toString()), List.of(program))
        .flatMap(List::stream)
        .toList();
  }

  private static int exit(List<String> command) throws InterruptedException {
    try {
      return new ProcessBuilder(command).start().waitFor();
    } catch (IOException noSuchProgram) {
      return 1;
    }
  }
}
