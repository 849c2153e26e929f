package org.provdl.queries;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.shared.PrefixMapping;
import org.apache.jena.sparql.expr.NodeValue;
import org.provdl.vocabulary.PROVDL;
import org.provdl.vocabulary.Prefixes;

/** Shortens an RDF term to what a person needs to see. */
final class CellText {
  private static final MathContext DIGITS = new MathContext(6);
  private static final BigDecimal SMALLEST_PLAIN = new BigDecimal("1e-6");
  private static final BigDecimal LARGEST_PLAIN = new BigDecimal("1e15");
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ssXXX");
  private static final Pattern LAST_PART = Pattern.compile(".*[/#:]([^/#]+)[/#]?", Pattern.DOTALL);
  private static final PrefixMapping PREFIXES =
      PrefixMapping.Factory.create().setNsPrefixes(Prefixes.ALL).lock();

  private CellText() {}

  static String of(Node term) {
    return Quoted.printable(term.isURI() ? iri(term.getURI()) : other(term));
  }

  /**
   * A name of our own vocabulary as parameters take it, a prefixed name of the others, else the
   * last part: the id of a run, the fragment of its parts.
   */
  private static String iri(String iri) {
    if (iri.length() > PROVDL.NS.length() && iri.startsWith(PROVDL.NS)) {
      return iri.substring(PROVDL.NS.length());
    }
    String prefixed = PREFIXES.shortForm(iri);
    if (!prefixed.equals(iri)) {
      return prefixed;
    }
    Matcher last = LAST_PART.matcher(iri);
    return last.matches() ? last.group(1) : iri;
  }

  private static String other(Node term) {
    if (!term.isLiteral()) {
      return term.toString();
    }
    NodeValue value = NodeValue.makeNode(term);
    if (value.isNumber() && !value.isInteger()) {
      return number(term.getLiteralLexicalForm().strip());
    }
    return XSDDatatype.XSDdateTime.equals(term.getLiteralDatatype())
        ? time(term.getLiteralLexicalForm())
        : term.getLiteralLexicalForm();
  }

  private static String number(String lexical) {
    BigDecimal rounded;
    try {
      rounded = new BigDecimal(lexical).round(DIGITS).stripTrailingZeros();
    } catch (NumberFormatException | ArithmeticException e) {
      // NaN, INF, or an exponent out of all bounds.
      return lexical;
    }
    BigDecimal size = rounded.abs();
    boolean plain =
        size.signum() == 0
            || (size.compareTo(SMALLEST_PLAIN) >= 0 && size.compareTo(LARGEST_PLAIN) < 0);
    return plain ? rounded.toPlainString() : rounded.toString();
  }

  private static String time(String lexical) {
    try {
      return OffsetDateTime.parse(lexical).format(TIME);
    } catch (DateTimeParseException e) {
      return lexical.replace('T', ' ');
    }
  }
}
