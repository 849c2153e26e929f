package org.provdl.cli;

import java.util.Locale;

/** Bytes as people read them. */
final class Size {

  private static final String[] UNITS = {"kB", "MB", "GB", "TB"};

  private Size() {}

  /** Such as {@code 12.3 MB}, which are millions of bytes. */
  static String of(long bytes) {
    if (bytes < 1000) {
      return bytes + " bytes";
    }
    double size = bytes / 1000.0;
    int unit = 0;
    while (size >= 999.95 && unit < UNITS.length - 1) {
      size /= 1000;
      unit++;
    }
    return String.format(Locale.ROOT, "%.1f %s", size, UNITS[unit]);
  }
}
