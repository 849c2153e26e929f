package org.provdl.interchange;

import org.apache.jena.datatypes.TypeMapper;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.vocabulary.XSD;
import org.provdl.vocabulary.PROV;

/** Literals as the syntaxes of PROV-DM write them: a text, and a type or a language. */
final class Values {

  private static final String XSD_QNAME = XSD.NS + "QName";
  private static final String INTERNATIONALIZED_STRING = PROV.NS + "InternationalizedString";

  private Values() {}

  /** {@return whether a value of this type is a name, which stands for an IRI} */
  static boolean isName(String datatype) {
    return datatype.equals(Notes.QUALIFIED_NAME) || datatype.equals(XSD_QNAME);
  }

  static Node typed(String text, String datatype) {
    return datatype.equals(INTERNATIONALIZED_STRING)
        ? NodeFactory.createLiteralString(text)
        : NodeFactory.createLiteralDT(text, TypeMapper.getInstance().getSafeTypeByName(datatype));
  }

  static Node inLanguage(String text, String language) {
    return language.isEmpty()
        ? NodeFactory.createLiteralString(text)
        : NodeFactory.createLiteralLang(text, language);
  }

  /** {@return a name where only a literal may stand} */
  static Node name(String name) {
    return typed(name, Notes.QUALIFIED_NAME);
  }

  static Node time(String text) {
    return typed(text.strip(), XSD.dateTime.getURI());
  }
}
