package org.provdl.interchange;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.StringReader;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFFormat;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.RDFWriter;
import org.apache.jena.shared.JenaException;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.RDF;

/** What RDF/XML can hold: names of elements, characters of XML 1.0, and XML as it is. */
final class RdfXmlTerms {

  private RdfXmlTerms() {}

  /** Tries it, for writers and readers know names of elements by several editions of XML. */
  static boolean canBeElement(Node predicate) {
    return comesBack(predicate, predicate);
  }

  /** Tries it, for they have rules of their own for each scheme. */
  static boolean isIri(String iri) {
    return comesBack(NodeFactory.createURI(iri), RDF.type.asNode());
  }

  private static boolean comesBack(Node subject, Node predicate) {
    Graph one = GraphFactory.createDefaultGraph();
    one.add(subject, predicate, subject);
    ByteArrayOutputStream written = new ByteArrayOutputStream();
    Graph read = GraphFactory.createDefaultGraph();
    try {
      RDFWriter.source(one).format(RDFFormat.RDFXML_PLAIN).output(written);
      RDFParser.source(new ByteArrayInputStream(written.toByteArray()))
          .lang(Lang.RDFXML)
          .base(RdfReader.BASE)
          .checking(true)
          .errorHandler(new Strict())
          .parse(read);
      return read.isIsomorphicWith(one);
    } catch (JenaException e) {
      return false;
    }
  }

  /**
   * A literal as it can be written.
   *
   * @param losses is told where it is another then
   */
  static Node literal(Node node, Losses losses) {
    if (!node.isLiteral()) {
      return node;
    }
    String text = node.getLiteralLexicalForm();
    if (node.getLiteralDatatypeURI().equals(RDF.dtXMLLiteral.getURI())) {
      if (isContent(text)) {
        return node;
      }
      losses.add(text, "is no XML, though its type says so; written as a string");
      return literal(NodeFactory.createLiteralDT(text, XSDDatatype.XSDstring), losses);
    }
    if (XmlText.isSayable(text)) {
      return node;
    }
    losses.add(text, "XML has no way to say a character in it; U+FFFD is in its place");
    return NodeFactory.createLiteral(
        XmlText.sayable(text),
        node.getLiteralLanguage(),
        node.getLiteralBaseDirection(),
        node.getLiteralDatatype());
  }

  /** Whether a text can stand as it is in an element, and ends nothing that it does not begin. */
  private static boolean isContent(String text) {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
    try {
      XMLStreamReader reader =
          factory.createXMLStreamReader(new StringReader("<a>" + text + "</a>"));
      while (reader.hasNext()) {
        if (reader.next() == XMLStreamReader.ENTITY_REFERENCE) {
          return false;
        }
      }
      return true;
    } catch (XMLStreamException | RuntimeException e) {
      return false;
    }
  }
}
