package org.provdl.capture;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.apache.jena.cdt.CompositeDatatypeList;
import org.apache.jena.datatypes.RDFDatatype;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.jspecify.annotations.Nullable;

/** Java values as RDF literals. */
final class Literals {

  private Literals() {}

  /** A value that a {@link Setting} may have. */
  static Node of(Object value) {
    if (value instanceof Double number) {
      return of(number.doubleValue());
    }
    if (value instanceof Long || value instanceof BigInteger) {
      return NodeFactory.createLiteralDT(value.toString(), XSDDatatype.XSDinteger);
    }
    if (value instanceof BigDecimal number) {
      return NodeFactory.createLiteralDT(number.toPlainString(), XSDDatatype.XSDdecimal);
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
    return NodeFactory.createLiteralDT(lexical(value), XSDDatatype.XSDdouble);
  }

  /** Milliseconds suffice for people, and are what every store keeps. */
  static Node of(Instant time) {
    return NodeFactory.createLiteralDT(
        time.truncatedTo(ChronoUnit.MILLIS).toString(), XSDDatatype.XSDdateTime);
  }

  /**
   * Numbers in order, as one literal; null stands for one that is not known.
   *
   * @see <a href="https://w3id.org/awslabs/neptune/SPARQL-CDTs/spec/latest.html">SPARQL CDTs</a>
   */
  static Node list(Iterable<@Nullable Double> values) {
    StringBuilder text = new StringBuilder("[");
    for (Double value : values) {
      text.append(text.length() == 1 ? "" : ",").append(value == null ? "null" : listed(value));
    }
    RDFDatatype list = CompositeDatatypeList.type;
    return NodeFactory.createLiteralDT(text.append(']').toString(), list);
  }

  private static String listed(double value) {
    String lexical = lexical(value);
    return Double.isFinite(value)
        ? lexical
        : '"' + lexical + "\"^^<" + XSDDatatype.XSDdouble.getURI() + ">";
  }

  /** With an exponent, because in a list a number without one is a decimal. */
  private static String lexical(double value) {
    if (Double.isNaN(value)) {
      return "NaN";
    }
    if (Double.isInfinite(value)) {
      return value > 0 ? "INF" : "-INF";
    }
    String text = Double.toString(value);
    return text.contains("E") ? text : text + "E0";
  }
}
