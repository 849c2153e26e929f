package org.provdl.interchange;

import java.util.Map;
import java.util.Spliterators;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.apache.jena.datatypes.BaseDatatype;
import org.apache.jena.datatypes.RDFDatatype;
import org.apache.jena.datatypes.TypeMapper;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.vocabulary.XSD;
import org.provdl.vocabulary.PROV;

/** Literals as the syntaxes of PROV-DM write them: a text, and a type or a language. */
final class Values {

  private static final String XSD_QNAME = XSD.NS + "QName";
  private static final String INTERNATIONALIZED_STRING = PROV.NS + "InternationalizedString";

  private static final Pattern LANGUAGE = Pattern.compile("[A-Za-z]{1,8}(-[A-Za-z0-9]{1,8})*");

  /** The types of XML Schema as names alone. */
  private static final Map<String, RDFDatatype> UNPARSED =
      StreamSupport.stream(
              Spliterators.spliteratorUnknownSize(TypeMapper.getInstance().listTypes(), 0), false)
          .map(RDFDatatype::getURI)
          .filter(uri -> uri.startsWith(XSD.NS))
          .collect(Collectors.toUnmodifiableMap(Function.identity(), BaseDatatype::new));

  private Values() {}

  /** {@return whether a value of this type is a name, which stands for an IRI} */
  static boolean isName(String datatype) {
    return datatype.equals(Notes.QUALIFIED_NAME) || datatype.equals(XSD_QNAME);
  }

  /** {@return a literal, which need not be of the form that its type asks for} */
  static Node typed(String text, String datatype) {
    if (datatype.equals(INTERNATIONALIZED_STRING)) {
      return NodeFactory.createLiteralString(text);
    }
    try {
      return NodeFactory.createLiteralDT(
          text, TypeMapper.getInstance().getSafeTypeByName(datatype));
    } catch (NumberFormatException e) {
      // As Jena does at durations such as PT.5S, which it takes for valid at first.
      return NodeFactory.createLiteralDT(text, UNPARSED.get(datatype));
    }
  }

  /**
   * {@return a text in a language; without one where there is none}
   *
   * @param faults takes what is no language tag in RDF, but for {@code en_GB} and such
   */
  static Node inLanguage(String text, String language, Faults faults) {
    String tag = language.strip().replace('_', '-');
    if (tag.isEmpty()) {
      return NodeFactory.createLiteralString(text);
    }
    if (!LANGUAGE.matcher(tag).matches()) {
      throw faults.of("'" + language + "' is no language");
    }
    return NodeFactory.createLiteralLang(text, tag);
  }

  /** {@return a name where only a literal may stand} */
  static Node name(String name) {
    return typed(name, Notes.QUALIFIED_NAME);
  }

  static Node time(String text) {
    return typed(text.strip(), XSD.dateTime.getURI());
  }
}
