package org.provdl.queries;

import java.util.Map;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.renderer.html.AttributeProvider;

/** Gives a heading the name that links call it by: its own text. */
final class HeadingAnchors implements AttributeProvider {

  @Override
  public void setAttributes(Node node, String tag, Map<String, String> attributes) {
    if (node instanceof Heading && node.getFirstChild() instanceof Text text) {
      attributes.put("id", text.getLiteral());
    }
  }
}
