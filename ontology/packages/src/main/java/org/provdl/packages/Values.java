package org.provdl.packages;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.expr.NodeValue;
import org.jspecify.annotations.Nullable;

/** RDF terms as values of Java, JSON and text. */
final class Values {

  private static final int LONGEST_NUMBER = 40;
  private static final BigDecimal SMALLEST_PLAIN = new BigDecimal("1e-6");
  private static final BigDecimal LARGEST_PLAIN = new BigDecimal("1e15");

  private Values() {}

  /**
   * A {@link BigInteger}, {@link BigDecimal} or {@link Boolean} where the term is one that JSON has
   * too; else its text, so that NaN stays NaN.
   */
  static Object of(Node term) {
    if (!term.isLiteral()) {
      return term.isURI() ? term.getURI() : term.toString();
    }
    String text = term.getLiteralLexicalForm().strip();
    if (XSDDatatype.XSDboolean.equals(term.getLiteralDatatype())) {
      return text.equals("true") || text.equals("1");
    }
    return text.length() <= LONGEST_NUMBER
            && term.getLiteralDatatype().isValid(term.getLiteralLexicalForm())
            && NodeValue.makeNode(term).isNumber()
        ? number(text)
        : term.getLiteralLexicalForm();
  }

  private static boolean isInteger(String text) {
    return text.matches("[+-]?[0-9]+");
  }

  private static Object number(String text) {
    try {
      BigDecimal number = new BigDecimal(text);
      if (isInteger(text)) {
        return number.toBigInteger();
      }
      BigDecimal size = number.abs();
      boolean plain =
          size.signum() == 0
              || (size.compareTo(SMALLEST_PLAIN) >= 0 && size.compareTo(LARGEST_PLAIN) < 0);
      BigDecimal stripped = number.stripTrailingZeros();
      return plain && stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    } catch (NumberFormatException | ArithmeticException none) {
      return text;
    }
  }

  /** The value as people read it: a small number as 0.0001, a very small one as 1E-9. */
  static String text(Object value) {
    if (!(value instanceof BigDecimal number)) {
      return value.toString();
    }
    return number.scale() >= 0 && number.scale() < 25 ? number.toPlainString() : number.toString();
  }

  static JsonNode json(Object value) {
    JsonNodeFactory json = JsonNodeFactory.instance;
    if (value instanceof BigInteger integer) {
      return json.numberNode(integer);
    }
    if (value instanceof BigDecimal decimal) {
      return json.numberNode(decimal);
    }
    return value instanceof Boolean truth ? json.booleanNode(truth) : json.textNode(text(value));
  }

  static @Nullable Instant instant(@Nullable String text) {
    try {
      return text == null ? null : OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeParseException none) {
      return null;
    }
  }
}
