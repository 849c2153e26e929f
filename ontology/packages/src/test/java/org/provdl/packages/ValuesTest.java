package org.provdl.packages;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.junit.jupiter.api.Test;

/** Terms of a store as people and JSON have them. */
final class ValuesTest {

  @Test
  void aNumberIsReadHoweverAStoreWritesIt() {
    assertThat(Values.of(literal("0.01e0", XSDDatatype.XSDdouble)))
        .isEqualTo(new BigDecimal("0.01"));
    assertThat(text("100.0e0", XSDDatatype.XSDdouble)).isEqualTo("100");
    assertThat(text("1.0E-9", XSDDatatype.XSDdouble)).isEqualTo("0.000000001");
    assertThat(text("1e-300", XSDDatatype.XSDdouble)).isEqualTo("1E-300");
    assertThat(text("1e999999999", XSDDatatype.XSDdouble)).isEqualTo("1E+999999999");
    assertThat(Values.of(literal("42", XSDDatatype.XSDlong))).isEqualTo(BigInteger.valueOf(42));
    assertThat(Values.of(literal("1", XSDDatatype.XSDboolean))).isEqualTo(true);
  }

  @Test
  void whatIsNoNumberStaysText() {
    assertThat(Values.of(literal("NaN", XSDDatatype.XSDdouble))).isEqualTo("NaN");
    assertThat(Values.of(literal("INF", XSDDatatype.XSDdouble))).isEqualTo("INF");
    assertThat(Values.of(literal("many", XSDDatatype.XSDinteger))).isEqualTo("many");
    assertThat(Values.of(literal("9".repeat(100), XSDDatatype.XSDinteger)))
        .isEqualTo("9".repeat(100));
    assertThat(Values.of(literal("1", XSDDatatype.XSDstring))).isEqualTo("1");
    assertThat(Values.json(Values.of(literal("NaN", XSDDatatype.XSDdouble))).isTextual()).isTrue();
  }

  private static String text(String lexical, XSDDatatype type) {
    return Values.text(Values.of(literal(lexical, type)));
  }

  private static Node literal(String lexical, XSDDatatype type) {
    return NodeFactory.createLiteralDT(lexical, type);
  }
}
