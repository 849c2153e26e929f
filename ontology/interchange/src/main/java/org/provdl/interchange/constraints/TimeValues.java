package org.provdl.interchange.constraints;

import java.math.BigDecimal;
import javax.xml.datatype.DatatypeConfigurationException;
import javax.xml.datatype.DatatypeFactory;
import javax.xml.datatype.XMLGregorianCalendar;
import org.apache.jena.graph.Node;

/** Times by their value: {@code 12:00:00Z} and {@code 13:00:00.0+01:00} are one time. */
final class TimeValues {

  /** No more than this is a time; longer digits would take long to compare. */
  private static final int LONGEST = 64;

  private final DatatypeFactory types;

  TimeValues() {
    try {
      types = DatatypeFactory.newInstance();
    } catch (DatatypeConfigurationException e) {
      throw new IllegalStateException("the Java platform has no types of XML Schema", e);
    }
  }

  /** {@return what equals for equal times; the literal itself if it is no time} */
  Object value(Node literal) {
    String text = literal.getLiteralLexicalForm();
    if (text.length() > LONGEST) {
      return literal;
    }
    try {
      XMLGregorianCalendar time = types.newXMLGregorianCalendar(text.strip()).normalize();
      BigDecimal fraction = time.getFractionalSecond();
      if (fraction != null) { // .0, .00 and none are one, also for hashCode
        time.setFractionalSecond(fraction.signum() == 0 ? null : fraction.stripTrailingZeros());
      }
      return time;
    } catch (IllegalArgumentException e) {
      return literal;
    }
  }
}
