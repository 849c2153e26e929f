package org.provdl.plot;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/** A picture as SVG, parsed again. */
record DrawnSvg(String text, Document document) {

  static DrawnSvg of(Picture picture) {
    return of(picture, picture.size());
  }

  static DrawnSvg of(Picture picture, PictureSize size) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      picture.write(ImageFormat.SVG, size, out);
      Document parsed =
          DocumentBuilderFactory.newInstance()
              .newDocumentBuilder()
              .parse(new ByteArrayInputStream(out.toByteArray()));
      return new DrawnSvg(out.toString(UTF_8), parsed);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  /** What is written in it, in the order of drawing. */
  List<String> texts() {
    return elements("text").stream().map(Node::getTextContent).toList();
  }

  /** The names of its parts; the first is its own. */
  List<String> names() {
    return elements("title").stream().map(Node::getTextContent).toList();
  }

  /** The paths in the part of that name. */
  List<Element> paths(String name) {
    return elements("title").stream()
        .filter(title -> title.getTextContent().equals(name))
        .flatMap(
            title -> list(((Element) title.getParentNode()).getElementsByTagName("path")).stream())
        .toList();
  }

  /** How many points a path has, and how many pieces. */
  static int count(Element path, char command) {
    return (int) path.getAttribute("d").chars().filter(character -> character == command).count();
  }

  List<Element> elements(String tag) {
    return list(document.getElementsByTagName(tag));
  }

  private static List<Element> list(NodeList nodes) {
    return IntStream.range(0, nodes.getLength()).mapToObj(i -> (Element) nodes.item(i)).toList();
  }
}
