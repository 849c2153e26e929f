package org.provdl.plot;

import java.io.IOException;
import java.io.OutputStream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.OutputKeys;
import javax.xml.transform.Transformer;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.apache.batik.svggen.SVGGeneratorContext;
import org.apache.batik.svggen.SVGGraphics2D;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** Writes drawings as SVG. */
final class SvgDocument {
  private static final String FAMILY = "font-family";

  private SvgDocument() {}

  static void write(String title, PictureSize size, Drawing drawing, OutputStream out)
      throws IOException {
    Document document = document();
    SVGGeneratorContext context = SVGGeneratorContext.createDefault(document);
    context.setComment(null);
    context.setPrecision(2);
    SvgGraphics graphics = new SvgGraphics(context);
    drawing.draw(graphics, size);
    Element root = graphics.getRoot(document.getDocumentElement());
    root.setAttribute("width", String.valueOf(size.width()));
    root.setAttribute("height", String.valueOf(size.height()));
    root.setAttribute("viewBox", "0 0 %d %d".formatted(size.width(), size.height()));
    root.setAttribute("role", "img");
    SvgGraphics.name(root, title);
    namePortableFonts(root);
    serialize(document, out);
  }

  private static Document document() {
    try {
      return DocumentBuilderFactory.newInstance()
          .newDocumentBuilder()
          .getDOMImplementation()
          .createDocument(SVGGraphics2D.SVG_NAMESPACE_URI, "svg", null);
    } catch (ParserConfigurationException e) {
      throw new IllegalStateException("This Java has no XML", e);
    }
  }

  private static void namePortableFonts(Element root) {
    NodeList all = root.getElementsByTagName("*");
    for (int i = -1; i < all.getLength(); i++) {
      Element element = i < 0 ? root : (Element) all.item(i);
      if (element.hasAttribute(FAMILY)) {
        element.setAttribute(FAMILY, Typeface.FAMILIES);
      }
    }
  }

  private static void serialize(Document document, OutputStream out) throws IOException {
    try {
      Transformer transformer = TransformerFactory.newInstance().newTransformer();
      transformer.setOutputProperty(OutputKeys.ENCODING, "UTF-8");
      transformer.setOutputProperty(OutputKeys.STANDALONE, "yes");
      transformer.transform(new DOMSource(document), new StreamResult(out));
    } catch (TransformerException e) {
      throw e.getCause() instanceof IOException failure ? failure : new IOException(e);
    }
  }
}
