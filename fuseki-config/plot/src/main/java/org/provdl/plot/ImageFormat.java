package org.provdl.plot;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The kinds of file that a picture is written as. */
public enum ImageFormat {
  /** Scalable Vector Graphics 1.1, with its text as text. */
  SVG,
  /** Portable Network Graphics, a pixel for each unit of the picture's size. */
  PNG;

  /**
   * Tells the format of a file by the ending of its name.
   *
   * @param file the file, which need not be there
   * @return its format; empty for any other ending, or none
   */
  public static Optional<ImageFormat> of(Path file) {
    String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
    return Arrays.stream(values()).filter(format -> name.endsWith(format.extension())).findFirst();
  }

  /**
   * Returns the ending of its files' names.
   *
   * @return such as {@code .svg}
   */
  public String extension() {
    return "." + name().toLowerCase(Locale.ROOT);
  }
}
