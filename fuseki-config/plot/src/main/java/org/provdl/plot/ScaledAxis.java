package org.provdl.plot;

import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import org.jfree.chart.axis.AxisState;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTick;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.TextAnchor;

/**
 * An axis with the marks of a {@link Scale}. JFreeChart's own depend on the language of the
 * machine.
 */
final class ScaledAxis extends NumberAxis {
  private static final long serialVersionUID = 1L;
  private static final int WIDTH_OF_MARK = 70;
  private static final int HEIGHT_OF_MARK = 40;

  private final transient Scale scale;
  private final boolean counts;

  private ScaledAxis(String label, Scale scale, boolean counts, Typeface typeface) {
    super(Texts.shortened(label, 80));
    this.scale = scale;
    this.counts = counts;
    setRange(scale.low(), scale.high());
    setTickMarksVisible(false);
    setAxisLinePaint(Palette.AXIS);
    setTickLabelPaint(Palette.SOFT_INK);
    setTickLabelFont(typeface.size(Chart.SMALL));
    setLabelPaint(Palette.INK);
    setLabelFont(typeface.size(Chart.NORMAL));
  }

  static ScaledAxis of(String label, Scale scale, Typeface typeface) {
    return new ScaledAxis(label, scale, false, typeface);
  }

  /** An axis of epochs or iterations. */
  static ScaledAxis ofCounts(String label, LinearScale scale, Typeface typeface) {
    return new ScaledAxis(label, scale, true, typeface);
  }

  @Override
  public List<NumberTick> refreshTicks(
      Graphics2D graphics, AxisState state, Rectangle2D area, RectangleEdge edge) {
    boolean horizontal = RectangleEdge.isTopOrBottom(edge);
    double length = horizontal ? area.getWidth() : area.getHeight();
    int atMost = Math.max(4, (int) length / (horizontal ? WIDTH_OF_MARK : HEIGHT_OF_MARK));
    List<Mark> marks =
        counts && scale instanceof LinearScale linear ? linear.counts(atMost) : scale.marks(atMost);
    boolean upright = horizontal && tooWide(graphics, marks, length);
    setVerticalTickLabels(upright);
    TextAnchor anchor = !horizontal || upright ? TextAnchor.CENTER_RIGHT : TextAnchor.TOP_CENTER;
    double angle = upright ? -Math.PI / 2 : 0;
    return marks.stream()
        .map(mark -> new NumberTick(mark.position(), mark.label(), anchor, anchor, angle))
        .toList();
  }

  /** Whether a label beside another would not fit. */
  private boolean tooWide(Graphics2D graphics, List<Mark> marks, double length) {
    Font font = getTickLabelFont();
    double widest =
        marks.stream()
            .mapToDouble(mark -> graphics.getFontMetrics(font).stringWidth(mark.label()))
            .max()
            .orElse(0);
    return scale instanceof CategoryScale && (widest + 8) * marks.size() > length;
  }
}
