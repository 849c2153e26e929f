package org.provdl.plot;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.graph.NodeConst;
import org.apache.jena.sparql.util.NodeFactoryExtra;
import org.junit.jupiter.api.Test;

class ScaleTest {

  @Test
  void numbersAreLinearUnlessTheySpanMoreThanAFactorOf100() {
    assertThat(Scale.of(numbers(1, 100))).isInstanceOf(LinearScale.class);
    assertThat(Scale.of(numbers(1, 101))).isInstanceOf(LogarithmicScale.class);
    assertThat(Scale.of(numbers(0, 1e6))).isInstanceOf(LinearScale.class);
    assertThat(Scale.of(numbers(-1, 1e6))).isInstanceOf(LinearScale.class);
  }

  @Test
  void oneTextMakesCategoriesOfAllNumbersFirst() {
    Scale scale = Scale.of(List.of(text("Sgd"), text("Adam"), number(10), number(2), text("Adam")));
    assertThat(labels(scale, 5)).containsExactly("2", "10", "Adam", "Sgd");
    assertThat(scale.position(text("Sgd"))).isEqualTo(3);
    assertThat(scale.position(text("other"))).isNaN();
  }

  @Test
  void marksAreRoundNumbersOfAnySize() {
    assertThat(labels(Scale.of(numbers(0, 1)), 6))
        .containsExactly("0", "0.2", "0.4", "0.6", "0.8", "1");
    assertThat(labels(Scale.of(numbers(-30, 50)), 5)).containsExactly("-20", "0", "20", "40");
    assertThat(labels(Scale.of(numbers(2e-9, 8e-9)), 4))
        .containsExactly("2e-9", "4e-9", "6e-9", "8e-9");
    assertThat(labels(Scale.of(numbers(1e20, 9e20)), 5))
        .containsExactly("2e20", "4e20", "6e20", "8e20");
  }

  @Test
  void logarithmicMarksAreAsDenseAsThereIsRoom() {
    Scale decades = Scale.of(numbers(1e-4, 1));
    assertThat(labels(decades, 6)).containsExactly("0.0001", "0.001", "0.01", "0.1", "1");
    assertThat(labels(decades, 10)).contains("0.0003", "0.03");
    assertThat(labels(Scale.of(numbers(1e-30, 1e30)), 7)).hasSizeBetween(3, 7);
    LogarithmicScale narrow = LogarithmicScale.of(summary(0.21, 0.24));
    assertThat(labels(narrow, 6)).hasSizeBetween(3, 8).contains("0.22");
  }

  @Test
  void whatIsNotPositiveHasNoPlaceOnALogarithmicAxis() {
    assertThat(Scale.of(numbers(1, 1000)).position(number(0))).isNaN();
  }

  @Test
  void termsAreNumbersWhereTheyAreFinite() {
    assertThat(Value.of(NodeFactoryExtra.doubleToNode(0.01))).isEqualTo(number(0.01));
    assertThat(Value.of(NodeConst.nodeTen)).isEqualTo(new Value("10", 10));
    assertThat(Value.of(NodeConst.nodeTrue).isNumber()).isFalse();
    assertThat(Value.of(NodeFactory.createLiteralString("5")).isNumber()).isFalse();
    for (double none : new double[] {Double.NaN, -1e101}) {
      assertThat(Value.number(NodeFactoryExtra.doubleToNode(none))).isNaN();
    }
    assertThat(Value.number(NodeFactory.createLiteralDT("INF", XSDDatatype.XSDdouble))).isNaN();
    assertThat(Value.number(NodeFactory.createURI("http://example.org/x"))).isNaN();
  }

  @Test
  void textsArePrintableAndShort() {
    assertThat(Texts.printable("a\u0000b\nc\uD800d\u202Ee")).isEqualTo("a b c\uFFFDd\uFFFDe");
    assertThat(Texts.shortened("日本語日本語", 4)).isEqualTo("日本語…");
    assertThat(Texts.shortened("\uD83D\uDE00\uD83D\uDE00\uD83D\uDE00", 2))
        .isEqualTo("\uD83D\uDE00…");
    assertThat(Texts.number(0.1 + 0.2)).isEqualTo("0.3");
    assertThat(Texts.number(1234567.89)).isEqualTo("1234570");
    assertThat(Texts.number(-1.5e-7)).isEqualTo("-1.5e-7");
    assertThat(Texts.number(-0.0)).isEqualTo("0");
  }

  private static List<String> labels(Scale scale, int atMost) {
    return scale.marks(atMost).stream().map(Mark::label).toList();
  }

  private static DoubleSummaryStatistics summary(double... numbers) {
    return Arrays.stream(numbers).summaryStatistics();
  }

  private static List<Value> numbers(double... numbers) {
    return Arrays.stream(numbers).mapToObj(ScaleTest::number).toList();
  }

  private static Value number(double number) {
    return new Value(Texts.number(number), number);
  }

  private static Value text(String text) {
    return new Value(text, Double.NaN);
  }
}
