package org.provdl.capture;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EnvironmentTest {

  @Test
  void thisMachineAndProcessAreFound(@TempDir Path directory) {
    Environment environment = Environment.detect(directory);
    assertThat(environment.sourceCode()).isNull();
    assertThat(environment.process())
        .isNotNull()
        .satisfies(
            process ->
                assertThat(process.virtualMachine())
                    .startsWith(System.getProperty("java.vm.name"))
                    .contains(System.getProperty("java.vm.version")))
        .satisfies(process -> assertThat(process.commandLine().get(0)).contains("java"));
    assertThat(environment.processor())
        .isNotNull()
        .satisfies(
            processor ->
                assertThat(processor.hardwareThreadCount())
                    .isGreaterThanOrEqualTo(processor.coreCount())
                    .isPositive());
    assertThat(environment.classPath())
        .isNotNull()
        .satisfies(path -> assertThat(path.libraries()).hasSizeGreaterThan(10));
  }

  @Test
  void theCommandLineIsToldWithoutClassPathAndSecrets() {
    JavaProcess process =
        JavaProcess.detect(
            List.of("java", "-cp", "/a.jar:/b.jar", "Digits", "--token", "hunter2", "-p", "9000"));
    assertThat(process.commandLine())
        .containsExactly(
            "java", "-cp", "...", "Digits", "--token", Redaction.REDACTED, "-p", "...");
    assertThat(JavaProcess.detect(List.of()).commandLine()).isEmpty();
  }
}
