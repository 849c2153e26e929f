package org.provdl.capture;

import java.util.List;
import java.util.function.Function;
import org.apache.jena.atlas.io.IndentedLineBuffer;
import org.apache.jena.cdt.CompositeDatatypeList;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.impl.LiteralLabelFactory;
import org.apache.jena.riot.out.NodeFormatterTTL;
import org.apache.jena.sparql.util.XSDNumUtils;
import org.jspecify.annotations.Nullable;

/**
 * Java lists as one RDF literal each, in the order of their elements.
 *
 * @see <a href="https://w3id.org/awslabs/neptune/SPARQL-CDTs/spec/latest.html">SPARQL CDTs</a>
 */
final class ListLiterals {

  private ListLiterals() {}

  /** Numbers; null stands for one that is not known. */
  static Node ofDoubles(Iterable<@Nullable Double> values) {
    return literal(text(values, value -> value == null ? "null" : number(value)));
  }

  static Node ofTexts(List<String> texts) {
    return literal(text(texts, ListLiterals::quoted));
  }

  /** Values that a {@link Setting} may have. */
  static Node ofValues(List<Object> values) {
    return literal(text(values, ListLiterals::value));
  }

  static Node ofCounts(List<Long> counts) {
    return literal(text(counts, Object::toString));
  }

  /** A list of rows, each a list of whole numbers. */
  static Node ofRows(List<List<Long>> rows) {
    return literal(text(rows, row -> text(row, Object::toString)));
  }

  private static <T extends @Nullable Object> String text(
      Iterable<T> values, Function<T, String> form) {
    StringBuilder text = new StringBuilder("[");
    for (T value : values) {
      text.append(text.length() == 1 ? "" : ",").append(form.apply(value));
    }
    return text.append(']').toString();
  }

  private static String number(double value) {
    String lexical = XSDNumUtils.stringForm(value);
    return Double.isFinite(value)
        ? lexical
        : '"' + lexical + "\"^^<" + XSDDatatype.XSDdouble.getURI() + ">";
  }

  private static String value(Object value) {
    if (value instanceof Double number) {
      return number(number);
    }
    return value instanceof String text ? quoted(text) : Literals.of(value).getLiteralLexicalForm();
  }

  private static String quoted(String text) {
    IndentedLineBuffer buffer = new IndentedLineBuffer();
    new NodeFormatterTTL(null, null).format(buffer, NodeFactory.createLiteralString(text));
    return buffer.asString();
  }

  @SuppressWarnings("deprecation") // no other way takes the text and its value without parsing
  private static Node literal(String lexical) {
    return NodeFactory.createLiteral(
        LiteralLabelFactory.createIncludingValue(
            lexical, new ListValue(lexical), CompositeDatatypeList.type));
  }
}
