package org.provdl.interchange;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.provdl.vocabulary.PROV;

/** What PROV-N says of the kinds of statements beyond what {@link StatementKind} tells. */
final class ProvNGrammar {

  /** The namespace in which tools put attributes on relations that have none in PROV-DM. */
  static final String EXTENSION = "http://openprovenance.org/prov/extension#";

  /** The words that stand where a statement may. */
  static final String DOCUMENT = "document";

  static final String END_DOCUMENT = "endDocument";
  static final String BUNDLE = "bundle";
  static final String END_BUNDLE = "endBundle";
  static final String PREFIX = "prefix";
  static final String DEFAULT = "default";

  /** Statements of older documents; today each is a derivation of that type. */
  static final Map<String, DerivationType> DERIVATIONS =
      Arrays.stream(DerivationType.values())
          .collect(Collectors.toMap(type -> type.property().getLocalName(), Function.identity()));

  private static final Set<String> WORDS =
      Set.of(DOCUMENT, END_DOCUMENT, BUNDLE, END_BUNDLE, PREFIX, DEFAULT);

  private static final Set<StatementKind> OF_ONE_END =
      EnumSet.of(
          StatementKind.GENERATION,
          StatementKind.USAGE,
          StatementKind.START,
          StatementKind.END,
          StatementKind.INVALIDATION,
          StatementKind.ASSOCIATION);

  private static final Pattern LANGUAGE = Pattern.compile("[A-Za-z]+(-[A-Za-z0-9]+)*");
  private static final Pattern INTEGER = Pattern.compile("-?[0-9]+");
  private static final Pattern TIME =
      Pattern.compile(
          "-?\\d{4,}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?(Z|[+-]\\d\\d:\\d\\d)?");

  /** What {@link #isEscapable} says, in a text. */
  private static final Pattern ESCAPE = Pattern.compile("\\\\(\\p{Punct})");

  private static final String OTHERS = "/@~&+*?#$!";
  private static final String ESCAPED = "='(),:;[]";

  private ProvNGrammar() {}

  /** {@return how many arguments, the first, must be said} */
  static int required(StatementKind kind) {
    if (kind.isElement()) {
      return 0;
    }
    if (OF_ONE_END.contains(kind)) {
      return 1;
    }
    return kind.isQualified() ? 2 : kind.arguments().size();
  }

  /** {@return the IRI of the namespaces whose statements PROV-N names with a prefix} */
  static boolean isNamespaceOfStatements(String iri) {
    return iri.equals(PROV.NS) || iri.equals(EXTENSION);
  }

  /** {@return whether it is DATETIME, the form of {@code xsd:dateTime}} */
  static boolean isTime(String text) {
    return TIME.matcher(text).matches();
  }

  /** {@return whether it is LANGTAG, without its sign} */
  static boolean isLanguage(String text) {
    return LANGUAGE.matcher(text).matches();
  }

  /** {@return whether it is INT_LITERAL} */
  static boolean isInteger(String text) {
    return INTEGER.matcher(text).matches();
  }

  /** {@return {@code xsd:int}, as the specification says, or what takes an integer beyond it} */
  static XSDDatatype typeOfInteger(String text) {
    return new BigInteger(text).bitLength() < Integer.SIZE
        ? XSDDatatype.XSDint
        : XSDDatatype.XSDinteger;
  }

  /**
   * {@return whether a backslash before it is an escape} The grammar (PN_CHARS_ESC) has twelve such
   * signs, and tools escape more; before anything else a backslash stands for itself.
   */
  static boolean isEscapable(int c) {
    return c > ' ' && c < 0x7F && !isAsciiLetterOrDigit(c);
  }

  static boolean isAsciiLetterOrDigit(int c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
  }

  /** {@return a local name without the backslashes of its escapes} */
  static String unescaped(String local) {
    return ESCAPE.matcher(local).replaceAll("$1");
  }

  /** {@return whether a prefix and a local name are a name that every reader takes for one} */
  static boolean isName(String prefix, String local) {
    if (prefix.isEmpty()
        && (local.isEmpty()
            || WORDS.contains(local)
            || DERIVATIONS.containsKey(local)
            || StatementKind.labelled(local).isPresent())) {
      return false;
    }
    if (local.contains("//") || local.contains("/*")) { // Some take it for a comment.
      return false;
    }
    for (int i = 0; i < local.length(); i += Character.charCount(local.codePointAt(i))) {
      int c = local.codePointAt(i);
      boolean fits =
          NameCharacters.isBase(c)
              || (NameCharacters.isChar(c) && (i > 0 || c < 0x80))
              || c == '.'
              || OTHERS.indexOf(c) >= 0
              || ESCAPED.indexOf(c) >= 0
              || (c == '%' && isPercent(local, i));
      if (!fits) {
        return false;
      }
    }
    return true;
  }

  /** {@return a name as it is written} */
  static String name(String prefix, String local) {
    StringBuilder text = new StringBuilder(prefix.length() + local.length() + 2);
    if (!prefix.isEmpty()) {
      text.append(prefix).append(':');
    }
    for (int i = 0; i < local.length(); i++) {
      char c = local.charAt(i);
      boolean isAtAnEnd = i == 0 || i == local.length() - 1;
      if (ESCAPED.indexOf(c) >= 0 || (c == '.' && isAtAnEnd) || (c == '-' && i == 0)) {
        text.append('\\');
      }
      text.append(c);
    }
    return text.toString();
  }

  private static boolean isPercent(String text, int i) {
    return i + 2 < text.length()
        && Character.digit(text.charAt(i + 1), 16) >= 0
        && Character.digit(text.charAt(i + 2), 16) >= 0
        && text.charAt(i + 1) < 0x80
        && text.charAt(i + 2) < 0x80;
  }
}
