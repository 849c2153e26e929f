package org.provdl.store;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Starts programs of these tests in a JVM of their own. */
final class ChildJvm {

  private ChildJvm() {}

  /** Starts a program with its errors in ours. */
  static Process start(String option, Class<?> program, Object... arguments) throws IOException {
    return new ProcessBuilder(command(option, program, arguments))
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }

  /** The command line of a program. */
  static List<String> command(String option, Class<?> program, Object... arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of(option, "-cp", System.getProperty("java.class.path")));
    command.add(program.getName());
    for (Object argument : arguments) {
      command.add(argument.toString());
    }
    return command;
  }
}
