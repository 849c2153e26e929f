package org.provdl.plot;

import java.awt.Graphics;
import java.awt.Graphics2D;
import org.apache.batik.svggen.SVGGeneratorContext;
import org.apache.batik.svggen.SVGGraphics2D;
import org.w3c.dom.Element;

/** Draws SVG whose parts may have names, which a browser shows at the pointer. */
final class SvgGraphics extends SVGGraphics2D {

  SvgGraphics(SVGGeneratorContext context) {
    super(context, false);
  }

  private SvgGraphics(SvgGraphics original) {
    super(original);
  }

  @Override
  public Graphics create() {
    return new SvgGraphics(this);
  }

  /** XML cannot hold every text. */
  @Override
  public void drawString(String text, float x, float y) {
    super.drawString(Texts.clean(text), x, y);
  }

  /** Draws something that has a name, where names can be kept. */
  static void named(Graphics2D graphics, String name, Runnable drawing) {
    if (graphics instanceof SvgGraphics svg) {
      svg.group(name, drawing);
    } else {
      drawing.run();
    }
  }

  private void group(String name, Runnable drawing) {
    Element before = getTopLevelGroup(false);
    drawing.run();
    Element drawn = getTopLevelGroup(false);
    name(drawn, name);
    before.appendChild(drawn);
    setTopLevelGroup(before);
  }

  /** Names an element. */
  static void name(Element element, String name) {
    Element title =
        element.getOwnerDocument().createElementNS(SVGGraphics2D.SVG_NAMESPACE_URI, "title");
    title.setTextContent(Texts.printable(name));
    element.insertBefore(title, element.getFirstChild());
  }
}
