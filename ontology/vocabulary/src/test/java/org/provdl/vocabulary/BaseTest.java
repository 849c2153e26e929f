package org.provdl.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.jena.irix.IRIx;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BaseTest {

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          learningRate,  learningRate
          'a b/c#d?e%f', a%20b%2Fc%23d%3Fe%25f
          学习率é,        学习率é
          🧠,             %F0%9F%A7%A0
          .,             %2E
          ..,            %2E%2E
          a..b,          a..b
          '',            ''
          """)
  void aNameIsOneSegmentOfAPath(String name, String segment) {
    assertThat(Base.segment(name)).isEqualTo(segment);
    String iri = Base.DEFAULT + "metric/" + segment;
    assertThat(IRIx.create(Base.DEFAULT).resolve(iri).str()).isEqualTo(iri);
  }
}
