package org.provdl.capture;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.atlas.lib.EscapeStr;
import org.apache.jena.cdt.CompositeDatatypeList;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.impl.LiteralLabelFactory;
import org.apache.jena.sparql.util.XSDNumUtils;
import org.jspecify.annotations.Nullable;

/**
 * Java values as RDF literals, in the lexical form that TDB2 gives back, so that a graph is the
 * same in every sink.
 */
final class Literals {

  /** Without zeros at the end of a fraction of a second. */
  private static final DateTimeFormatter TIME =
      new DateTimeFormatterBuilder().appendInstant(-1).toFormatter(Locale.ROOT);

  private Literals() {}

  /** A value that a {@link Setting} may have. */
  static Node of(Object value) {
    if (value instanceof Double number) {
      return of(number.doubleValue());
    }
    if (value instanceof BigInteger number && number.bitLength() >= Long.SIZE) {
      return of(new BigDecimal(number)); // TDB2 cuts larger integers off
    }
    if (value instanceof Long || value instanceof BigInteger) {
      return NodeFactory.createLiteralDT(value.toString(), XSDDatatype.XSDinteger);
    }
    if (value instanceof BigDecimal number) {
      return NodeFactory.createLiteralDT(XSDNumUtils.stringForm(number), XSDDatatype.XSDdecimal);
    }
    if (value instanceof Boolean) {
      return NodeFactory.createLiteralDT(value.toString(), XSDDatatype.XSDboolean);
    }
    return NodeFactory.createLiteralString(value.toString());
  }

  static Node of(long value) {
    return of(Long.valueOf(value));
  }

  static Node of(double value) {
    return NodeFactory.createLiteralDT(XSDNumUtils.stringForm(value), XSDDatatype.XSDdouble);
  }

  /** Milliseconds suffice for people, and are what every store keeps. */
  static Node of(Instant time) {
    return NodeFactory.createLiteralDT(
        TIME.format(time.truncatedTo(ChronoUnit.MILLIS)), XSDDatatype.XSDdateTime);
  }

  /**
   * Numbers in order, as one literal; null stands for one that is not known.
   *
   * @see <a href="https://w3id.org/awslabs/neptune/SPARQL-CDTs/spec/latest.html">SPARQL CDTs</a>
   */
  @SuppressWarnings("deprecation") // no other way takes the text and its value without parsing
  static Node list(Iterable<@Nullable Double> values) {
    StringBuilder text = new StringBuilder("[");
    for (Double value : values) {
      text.append(text.length() == 1 ? "" : ",").append(value == null ? "null" : listed(value));
    }
    String lexical = text.append(']').toString();
    return NodeFactory.createLiteral(
        LiteralLabelFactory.createIncludingValue(
            lexical, new ListValue(lexical), CompositeDatatypeList.type));
  }

  /** Whole numbers in order, as one literal. */
  static Node counts(List<Long> values) {
    return list(values.stream().map(String::valueOf));
  }

  /** Texts in order, as one literal. */
  static Node texts(List<String> values) {
    return list(values.stream().map(text -> '"' + EscapeStr.stringEsc(text) + '"'));
  }

  private static Node list(Stream<String> values) {
    return NodeFactory.createLiteralDT(
        values.collect(Collectors.joining(",", "[", "]")), CompositeDatatypeList.type);
  }

  private static String listed(double value) {
    String lexical = XSDNumUtils.stringForm(value);
    return Double.isFinite(value)
        ? lexical
        : '"' + lexical + "\"^^<" + XSDDatatype.XSDdouble.getURI() + ">";
  }
}
