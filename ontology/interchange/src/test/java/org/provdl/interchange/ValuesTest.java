package org.provdl.interchange;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.XSD;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ValuesTest {

  @ParameterizedTest
  @CsvSource({
    "duration,PT.5S", "duration,P", "dayTimeDuration,PT.5S", "int,x",
        "dateTime,2024-02-30T25:00:00",
    "gYear,0", "decimal,1e5", "base64Binary,%", "boolean,ja", "hexBinary,0"
  })
  void whatIsNotOfItsTypeIsKeptAsItIs(String type, String text) {
    Node node = Values.typed(text, XSD.NS + type);
    assertThat(node).isEqualTo(Values.typed(text, XSD.NS + type));
    assertThat(node.getLiteralLexicalForm()).isEqualTo(text);
    assertThat(node.getLiteralDatatypeURI()).isEqualTo(XSD.NS + type);
  }
}
