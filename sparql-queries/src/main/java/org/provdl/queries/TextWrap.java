package org.provdl.queries;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Breaks text into lines that fit into a column. */
final class TextWrap {
  private static final Pattern WORD_END = Pattern.compile("(?<= )");

  /** Within a word that is too long: after punctuation, or before it goes on with a capital. */
  private static final Pattern PART_END =
      Pattern.compile("(?<=[ ,;/_-])|(?<=\\p{Ll})(?=\\p{Lu}\\p{Ll})");

  private static final String ELLIPSIS = "…";

  private TextWrap() {}

  /** Lines that fit; where there would be more of them than allowed, the last one says so. */
  static List<String> lines(String text, int width, int most) {
    if (DisplayWidth.of(text) <= width) {
      return List.of(text);
    }
    List<String> lines = new ArrayList<>();
    String line = "";
    for (String piece : pieces(text, width)) {
      if (!line.isBlank() && DisplayWidth.of((line + piece).stripTrailing()) > width) {
        lines.add(line.stripTrailing());
        line = "";
      }
      line += piece;
      while (DisplayWidth.of(line.stripTrailing()) > width) {
        int end = DisplayWidth.end(line, 0, width);
        lines.add(line.substring(0, end));
        line = line.substring(end);
      }
    }
    if (!line.isBlank()) {
      lines.add(line.stripTrailing());
    }
    if (lines.size() <= most) {
      return lines;
    }
    String last = lines.get(most - 1) + " " + lines.get(most);
    return concat(lines.subList(0, most - 1), shorten(last + ELLIPSIS, width));
  }

  /** The beginning, with a sign where something is left out. */
  static String shorten(String text, int width) {
    return DisplayWidth.of(text) <= width
        ? text
        : text.substring(0, DisplayWidth.end(text, 0, width - 1)) + ELLIPSIS;
  }

  /** The widest part that has to stay in one line. */
  static int widestPart(String text) {
    return PART_END
        .splitAsStream(text)
        .mapToInt(piece -> DisplayWidth.of(piece.stripTrailing()))
        .max()
        .orElse(0);
  }

  private static List<String> pieces(String text, int width) {
    return WORD_END
        .splitAsStream(text)
        .flatMap(
            word ->
                DisplayWidth.of(word.stripTrailing()) <= width
                    ? Stream.of(word)
                    : PART_END.splitAsStream(word))
        .toList();
  }

  private static List<String> concat(List<String> lines, String last) {
    List<String> all = new ArrayList<>(lines);
    all.add(last);
    return all;
  }
}
