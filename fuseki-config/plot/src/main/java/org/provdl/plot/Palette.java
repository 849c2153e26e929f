package org.provdl.plot;

import java.awt.Color;
import java.util.List;

/** The colours of pictures. */
final class Palette {

  /** Of text. */
  static final Color INK = new Color(0x333333);

  /** Of text that says less. */
  static final Color SOFT_INK = new Color(0x666666);

  /** Of the lines of an axis. */
  static final Color AXIS = new Color(0xAAAAAA);

  /** Of lines behind everything. */
  static final Color GRID = new Color(0xE6E6E6);

  /**
   * Okabe and Ito's, which people tell apart who do not see all colours; less yellow, which nobody
   * sees on white.
   */
  private static final List<Color> DISTINCT =
      List.of(
          new Color(0x0072B2),
          new Color(0xD55E00),
          new Color(0x009E73),
          new Color(0xCC79A7),
          new Color(0xE69F00),
          new Color(0x56B4E9),
          new Color(0x777777));

  /** Viridis, in which equal steps look equal; less its last yellow. */
  private static final List<Color> EVEN =
      List.of(
          new Color(0x440154),
          new Color(0x482878),
          new Color(0x3E4A89),
          new Color(0x31688E),
          new Color(0x26828E),
          new Color(0x1F9E89),
          new Color(0x35B779),
          new Color(0x6DCD59),
          new Color(0xB4DE2C));

  private Palette() {}

  /** How many colours are told apart. */
  static int size() {
    return DISTINCT.size();
  }

  /** A colour for each number, from 0; they come again. */
  static Color distinct(int index) {
    return DISTINCT.get(index % DISTINCT.size());
  }

  /** A colour for each number from 0 to 1, dark to light. */
  static Color even(double part) {
    double place = Math.max(0, Math.min(1, part)) * (EVEN.size() - 1);
    int below = Math.min((int) place, EVEN.size() - 2);
    Color from = EVEN.get(below);
    Color to = EVEN.get(below + 1);
    double rest = place - below;
    return new Color(
        between(from.getRed(), to.getRed(), rest),
        between(from.getGreen(), to.getGreen(), rest),
        between(from.getBlue(), to.getBlue(), rest));
  }

  private static int between(int from, int to, double part) {
    return (int) Math.round(from + (to - from) * part);
  }
}
