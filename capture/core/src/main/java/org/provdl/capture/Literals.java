package org.provdl.capture;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.util.XSDNumUtils;

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
}
