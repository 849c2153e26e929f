package org.provdl.interchange.constraints;

import javax.xml.datatype.DatatypeConfigurationException;
import javax.xml.datatype.DatatypeFactory;
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
      return types.newXMLGregorianCalendar(text.strip()).normalize();
    } catch (IllegalArgumentException e) {
      return literal;
    }
  }
}
