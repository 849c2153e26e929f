package org.provdl.interchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpoolTest {

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 4, 5, 9, 1000})
  void whatItTakesItGivesWhereverItHoldsIt(int inMemory) throws Exception {
    try (Spool spool = new Spool(inMemory)) {
      for (String part : new String[] {"one ", "", "two ", "a longer one ", "end"}) {
        spool.write(part.getBytes(StandardCharsets.UTF_8));
      }
      spool.write('!');
      assertThat(content(spool)).isEqualTo("one two a longer one end!");
      assertThat(content(spool)).isEmpty();
      spool.write('x');
      assertThat(content(spool)).isEqualTo("x");
    }
  }

  private static String content(Spool spool) throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    spool.writeTo(out);
    return out.toString(StandardCharsets.UTF_8);
  }
}
