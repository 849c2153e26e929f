package org.provdl.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ConstantsTest {

  @Test
  void constantsAreThoseOfTheTurtle() throws IOException {
    if (System.getProperty("regenerate") != null) {
      ConstantsGenerator.main(new String[0]);
    }
    for (Map.Entry<Path, String> file : ConstantsGenerator.generate().entrySet()) {
      assertThat(Files.readString(file.getKey()))
          .as(
              "%s differs from the Turtle; write it anew by: %s",
              file.getKey(), ConstantsGenerator.COMMAND)
          .isEqualTo(file.getValue());
    }
  }
}
