package org.provdl.benchmarks;

import java.util.List;
import java.util.stream.IntStream;
import org.provdl.capture.Backend;
import org.provdl.capture.ClassPath;
import org.provdl.capture.Container;
import org.provdl.capture.Environment;
import org.provdl.capture.JavaProcess;
import org.provdl.capture.Library;
import org.provdl.capture.Processor;
import org.provdl.capture.SourceCode;

/**
 * One of the machines of a laboratory.
 *
 * @param number which
 */
record LabMachine(int number) {

  /** How many there are. */
  static final int COUNT = 5;

  private static final int LIBRARIES = 190;
  private static final int COMMITS_OF_A_CLASS_PATH = 25;
  private static final long GIBIBYTE = 1L << 30;

  /** With the code as it was at a commit; each tenth has changes that are not committed. */
  Environment at(int commit) {
    boolean dirty = commit % 10 == 9;
    return new Environment(
        "node" + number + ".lab.example",
        "Linux 6.1 amd64",
        8 * (number + 1),
        (16L << number) * GIBIBYTE,
        "17.0.15+6",
        new SourceCode(
            "%040x".formatted(0xc0ffee00L + commit),
            commit % 3 == 0 ? "main" : "experiment-" + commit % 7,
            "https://git.lab.example/nets.git",
            dirty,
            dirty ? "%064x".formatted(0xd1ffL + commit) : null),
        new Processor(
            "EPYC 7" + number + "63", "AuthenticAMD", 8 * (number + 1), 16 * (number + 1)),
        number % 2 == 0 ? new Container("docker", null, 32 * GIBIBYTE) : null,
        new JavaProcess(
            "OpenJDK 64-Bit Server VM 17.0.15+6",
            "Eclipse Adoptium",
            List.of("-Xmx8g"),
            List.of("java", "-Xmx8g", "org.example.Train", "--profile", "night")),
        new ClassPath(libraries(commit / COMMITS_OF_A_CLASS_PATH)));
  }

  Backend backend() {
    List<Backend.Device> devices =
        number < 2
            ? List.of()
            : List.of(new Backend.Device("NVIDIA A100-SXM4-40GB", 40 * GIBIBYTE, "8.0"));
    return new Backend("OPENBLAS", 8L, 8L, "FLOAT", devices);
  }

  private static List<Library> libraries(int generation) {
    return IntStream.range(0, LIBRARIES)
        .mapToObj(
            library -> {
              String version = "1." + (library % 9) + "." + (library % 5 == 0 ? generation : 0);
              return new Library(
                  "library-" + library + "-" + version + ".jar",
                  version,
                  "%064x".formatted(1_000L * library + generation),
                  100_000L + library);
            })
        .toList();
  }
}
