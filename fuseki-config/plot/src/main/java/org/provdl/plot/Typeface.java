package org.provdl.plot;

import java.awt.Font;
import java.awt.FontFormatException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
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

  /** Where Java looks for a description of the machine's fonts before it asks fontconfig. */
  private static final String DESCRIPTION = "sun.awt.fontconfig";

  /**
   * The typeface for some texts: where it lacks a character of theirs, Java's own for sans serif,
   * which finds each character in any font of the machine.
   */
  static Typeface covering(Stream<String> texts) {
    Font ours = load();
    boolean covers =
        System.getProperty(DESCRIPTION) != null
            || texts.allMatch(text -> ours.canDisplayUpTo(text) < 0);
    return new Typeface(covers ? ours : new Font(Font.SANS_SERIF, Font.PLAIN, 1));
  }

  /**
   * Reads the typeface, and with it Java's own handling of fonts.
   *
   * @throws PlotException if Java has no text on this machine
   */
  static Font load() {
    try {
      return read();
    } catch (IOException | LinkageError | InternalError noFonts) {
      return loadWithoutFonts(noFonts);
    }
  }

  /**
   * Java reads no font of a program's own before it has found some of the machine, unless the
   * machine is described to have none.
   */
  private static Font loadWithoutFonts(Throwable reason) {
    try {
      Path none = Files.createTempFile("no-fonts", ".properties");
      none.toFile().deleteOnExit();
      Files.writeString(none, "version=1\nsequence.allfonts=default\n");
      System.setProperty(DESCRIPTION, none.toString());
      return read();
    } catch (IOException | LinkageError | InternalError failure) {
      failure.addSuppressed(reason);
      throw new PlotException(
          "Java cannot lay out text on this machine (%s); install fontconfig, freetype and a font"
              .formatted(failure),
          failure);
    }
  }

  private static Font read() throws IOException {
    try (InputStream file = Objects.requireNonNull(Typeface.class.getResourceAsStream(FILE))) {
      return Font.createFont(Font.TRUETYPE_FONT, file);
    } catch (FontFormatException e) {
      throw new IllegalStateException(FILE, e);
    }
  }

  Font size(double points) {
    return font.deriveFont((float) points);
  }
}
