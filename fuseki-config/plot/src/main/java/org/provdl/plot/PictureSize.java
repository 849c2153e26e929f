package org.provdl.plot;

/**
 * How large a picture is, in pixels.
 *
 * @param width from {@value #SMALLEST} to {@value #LARGEST}
 * @param height the same
 */
public record PictureSize(int width, int height) {

  /** The smallest width and height: {@value}. */
  public static final int SMALLEST = 200;

  /** The largest width and height: {@value}. */
  public static final int LARGEST = 5000;

  /**
   * Checks the limits.
   *
   * @param width in pixels
   * @param height in pixels
   * @throws IllegalArgumentException if one of them is too small or too large
   */
  public PictureSize {
    check("wide", width);
    check("high", height);
  }

  private static void check(String side, int pixels) {
    if (pixels < SMALLEST || pixels > LARGEST) {
      throw new IllegalArgumentException(
          "A picture is %d to %d pixels %s, not %d".formatted(SMALLEST, LARGEST, side, pixels));
    }
  }
}
