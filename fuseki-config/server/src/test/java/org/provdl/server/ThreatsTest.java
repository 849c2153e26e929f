package org.provdl.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.annotation.Annotation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;

/** Each threat of SECURITY.md has a test that attacks. */
final class ThreatsTest {

  private static final Pattern TEST = Pattern.compile("`(\\w+(?:Test|IT))\\.(\\w+)`");
  private static final List<Class<? extends Annotation>> TESTS =
      List.of(Test.class, ParameterizedTest.class);

  private static List<String> threats() throws Exception {
    return Files.readAllLines(Path.of("..", "SECURITY.md")).stream()
        .dropWhile(line -> !line.equals("## Who may come in"))
        .filter(line -> line.startsWith("| ") && !line.startsWith("| threat"))
        .toList();
  }

  @Test
  void eachThreatIsMetAndAttacked() throws Exception {
    assertThat(threats())
        .hasSizeGreaterThan(25)
        .allSatisfy(
            line -> {
              String[] cells = line.split("\\|");
              assertThat(cells).as(line).hasSize(4);
              assertThat(cells[3]).containsPattern(TEST);
            });
  }

  @Test
  void eachTestThatIsNamedIsThere() throws Exception {
    List<MatchResult> named =
        threats().stream().flatMap(line -> TEST.matcher(line).results()).toList();

    assertThat(named)
        .allSatisfy(
            test -> {
              Class<?> found = Class.forName("org.provdl.server." + test.group(1));
              assertThat(tests(found)).as(test.group()).contains(test.group(2));
            });
  }

  private static Stream<String> tests(Class<?> found) {
    return Arrays.stream(found.getDeclaredMethods())
        .filter(method -> TESTS.stream().anyMatch(method::isAnnotationPresent))
        .map(method -> method.getName());
  }
}
