package org.provdl.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A real disk that is full: a small tmpfs that only the child sees. TDB2 maps its files, so to
 * write there is a bus error (SIGBUS), which the JVM must survive.
 */
final class FullDiskIT {

  /** Namespaces in which this user may mount: as root, else where the kernel lets users. */
  private static final List<List<String>> NAMESPACES =
      List.of(List.of("unshare", "--mount"), List.of("unshare", "--map-root-user", "--mount"));

  private static final String MOUNT = "mount -t tmpfs -o size=%dm tmpfs \"$0\"";

  @TempDir private Path disk;

  @ParameterizedTest
  @CsvSource({"-XX:+TieredCompilation, 1", "-XX:TieredStopAtLevel=1, 2000"})
  void anAppendFailsWithoutHarmAndGoesThroughWhenThereIsRoom(String compiler, int batchSize)
      throws Exception {
    assertSucceeds(128, ChildJvm.command(compiler, FullDiskProcess.class, disk, batchSize));
  }

  @Test
  void aCopyGivesUpBeforeAnAppendIsRefused() throws Exception {
    assertSucceeds(320, ChildJvm.command("-Xmx256m", FullDiskCompactionProcess.class, disk));
  }

  private void assertSucceeds(int mebibytes, List<String> program) throws Exception {
    List<String> command = new ArrayList<>(namespace());
    String mount = MOUNT.formatted(mebibytes);
    command.addAll(List.of("sh", "-c", mount + " && exec \"$@\"", disk.toString()));
    command.addAll(program);
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), UTF_8);

    assertThat(process.waitFor()).as(output).isZero();
  }

  private List<String> namespace() throws IOException, InterruptedException {
    for (List<String> namespace : NAMESPACES) {
      List<String> attempt = new ArrayList<>(namespace);
      attempt.addAll(List.of("sh", "-c", MOUNT.formatted(1), disk.toString()));
      try {
        if (new ProcessBuilder(attempt).start().waitFor() == 0) {
          return namespace;
        }
      } catch (IOException noSuchProgram) {
        return abort("There is no unshare here to mount a small disk with");
      }
    }
    return abort("This user may not mount a small disk here");
  }
}
