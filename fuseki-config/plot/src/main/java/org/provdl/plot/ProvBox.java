package org.provdl.plot;

import java.awt.BasicStroke;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.font.FontRenderContext;
import java.awt.geom.Rectangle2D;

/** Draws a thing of a lineage with its label and class. */
record ProvBox(ProvNode node, Typeface typeface) {
  private static final FontRenderContext CONTEXT = new FontRenderContext(null, true, true);
  private static final double LABEL = 11;
  private static final double TYPE = 9;
  private static final double LINE = 13;

  /** How much room it needs. */
  Rectangle2D room() {
    double text = Math.max(width(node.label(), LABEL), width(node.type(), TYPE));
    return new Rectangle2D.Double(
        0, 0, node.kind().width(text), node.kind().height(node.type().isEmpty() ? LINE : 2 * LINE));
  }

  void draw(Graphics2D graphics, Rectangle2D box, boolean emphasized) {
    graphics.setPaint(node.kind().fill());
    graphics.fill(node.kind().shape(box));
    graphics.setPaint(node.kind().border());
    graphics.setStroke(new BasicStroke(emphasized ? 2.5f : 1));
    graphics.draw(node.kind().shape(box));
    double middle = node.kind().middle(box);
    if (node.type().isEmpty()) {
      write(graphics, node.label(), LABEL, box, middle + 4);
    } else {
      write(graphics, node.label(), LABEL, box, middle - 2);
      write(graphics, node.type(), TYPE, box, middle + LINE - 3);
    }
  }

  private void write(
      Graphics2D graphics, String text, double points, Rectangle2D box, double baseline) {
    graphics.setFont(typeface.size(points));
    graphics.setPaint(points == LABEL ? Palette.INK : Palette.SOFT_INK);
    graphics.drawString(
        text, (float) (box.getCenterX() - width(text, points) / 2), (float) baseline);
  }

  private double width(String text, double points) {
    Font font = typeface.size(points);
    return text.isEmpty() ? 0 : font.getStringBounds(text, CONTEXT).getWidth();
  }
}
