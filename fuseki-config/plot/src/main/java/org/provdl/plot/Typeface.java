package org.provdl.plot;

import java.awt.Font;
import java.awt.FontFormatException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * The typeface of a picture. It comes with this module and has the widths of Arial and Helvetica,
 * so that what was laid out here fits wherever an SVG is shown.
 */
record Typeface(Font font) {

  /** What an SVG asks for, the best first. */
  static final String FAMILIES = "'Liberation Sans', Arial, Helvetica, sans-serif";

  private static final String FILE = "LiberationSans-Regular.ttf";

  /**
   * The typeface for some texts: where it lacks a character of theirs, Java's own for sans serif,
   * which finds each character in any font of the machine.
   *
   * @throws PlotException if Java has no text on this machine
   */
  static Typeface covering(Stream<String> texts) {
    try (InputStream file = Objects.requireNonNull(Typeface.class.getResourceAsStream(FILE))) {
      Font ours = Font.createFont(Font.TRUETYPE_FONT, file);
      boolean covers = texts.allMatch(text -> ours.canDisplayUpTo(text) < 0);
      return new Typeface(covers ? ours : new Font(Font.SANS_SERIF, Font.PLAIN, 1));
    } catch (FontFormatException e) {
      throw new IllegalStateException(FILE, e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (LinkageError | InternalError noFonts) {
      throw new PlotException(
          "Java cannot lay out text on this machine (%s); install fontconfig and a font (Debian: apt-get install fontconfig fonts-dejavu-core)"
              .formatted(noFonts.getMessage()),
          noFonts);
    }
  }

  Font size(double points) {
    return font.deriveFont((float) points);
  }
}
