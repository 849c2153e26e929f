package org.provdl.plot;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import javax.imageio.ImageIO;

/** A picture that is ready to be written, in any format and size. Immutable. */
public final class Picture {
  private final String title;
  private final PictureSize size;
  private final Drawing drawing;

  Picture(String title, PictureSize size, Drawing drawing) {
    this.title = title;
    this.size = size;
    this.drawing = drawing;
  }

  /**
   * Returns what it shows.
   *
   * @return one line
   */
  public String title() {
    return title;
  }

  /**
   * Returns the size that suits what it shows.
   *
   * @return the size
   */
  public PictureSize size() {
    return size;
  }

  /**
   * Writes the picture.
   *
   * @param format the format
   * @param size the size, such as its own
   * @param out where it is written; stays open
   * @throws IOException if that fails
   * @throws PlotException if this machine lacks what Java needs to lay out text
   */
  public void write(ImageFormat format, PictureSize size, OutputStream out) throws IOException {
    Typeface.load(); // before Batik asks Java for a font, which has none on some machines
    switch (format) {
      case SVG -> SvgDocument.write(title, size, drawing, out);
      case PNG -> writePng(size, out);
    }
  }

  private void writePng(PictureSize size, OutputStream out) throws IOException {
    BufferedImage image =
        new BufferedImage(size.width(), size.height(), BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    graphics.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    graphics.setRenderingHint(
        RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
    graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    graphics.setColor(Color.WHITE);
    graphics.fillRect(0, 0, size.width(), size.height());
    drawing.draw(graphics, size);
    graphics.dispose();
    ImageIO.write(image, "png", out);
  }
}
