package org.provdl.server;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The forms in which something can be sent.
 *
 * @param offers the first is for whoever likes several equally
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9110#field.accept">RFC 9110, Accept</a>
 */
record Offers(List<Offer> offers) {

  /**
   * One form.
   *
   * @param name what {@code ?format=} calls it
   */
  record Offer(String name, String mediaType) {

    boolean isPage() {
      return name.equals(PAGE.name);
    }
  }

  static final Offer PAGE = new Offer("html", "text/html");

  static Offers of(Offer... offers) {
    return new Offers(List.of(offers));
  }

  /**
   * Chooses what a client likes best.
   *
   * @param format the name of a form, which has the last word
   * @param accept the header; all is welcome where it is missing
   * @throws Problem if it likes none
   */
  Offer choose(@Nullable String format, @Nullable String accept) {
    if (format != null) {
      return offers.stream()
          .filter(offer -> offer.name.equals(format))
          .findFirst()
          .orElseThrow(() -> Problem.badRequest("The parameter format is one of " + names() + "."));
    }
    return best(accept)
        .orElseThrow(
            () ->
                Problem.notAcceptable(
                    offers.stream().map(Offer::mediaType).collect(Collectors.joining(", "))));
  }

  /**
   * Whether a client likes a page better than something for programs, as browsers do.
   *
   * @param mediaType of what is for programs
   */
  static boolean preferPage(String mediaType, @Nullable String accept) {
    return of(new Offer("other", mediaType), PAGE).best(accept).filter(Offer::isPage).isPresent();
  }

  private Optional<Offer> best(@Nullable String accept) {
    List<Range> ranges = accept == null || accept.isBlank() ? List.of(Range.ALL) : ranges(accept);
    Offer best = null;
    double most = 0;
    for (Offer offer : offers) {
      double quality = quality(offer.mediaType, ranges);
      if (quality > most) {
        best = offer;
        most = quality;
      }
    }
    return Optional.ofNullable(best);
  }

  List<String> distinctNames() {
    return offers.stream().map(Offer::name).distinct().toList();
  }

  private String names() {
    return String.join(", ", distinctNames());
  }

  private static List<Range> ranges(String accept) {
    return Arrays.stream(accept.split(",")).map(Range::of).toList();
  }

  /** That of the range which names the type most closely. */
  private static double quality(String mediaType, List<Range> ranges) {
    int closest = 0;
    double quality = 0;
    for (Range range : ranges) {
      int closeness = range.closeness(mediaType);
      if (closeness > closest) {
        closest = closeness;
        quality = range.quality;
      }
    }
    return quality;
  }

  private record Range(String type, double quality) {

    private static final Range ALL = new Range("*/*", 1);

    static Range of(String text) {
      String[] parts = text.toLowerCase(Locale.ROOT).split(";", -1);
      double quality = 1;
      for (int i = 1; i < parts.length; i++) {
        String parameter = parts[i].strip();
        if (parameter.startsWith("q=")) {
          quality = number(parameter.substring(2));
        }
      }
      return new Range(parts[0].strip(), quality);
    }

    private static double number(String text) {
      try {
        return Double.parseDouble(text);
      } catch (NumberFormatException malformed) {
        return 0;
      }
    }

    int closeness(String mediaType) {
      if (type.equals(mediaType)) {
        return 3;
      }
      if (type.equals(mediaType.substring(0, mediaType.indexOf('/')) + "/*")) {
        return 2;
      }
      return type.equals(ALL.type) ? 1 : 0;
    }
  }
}
