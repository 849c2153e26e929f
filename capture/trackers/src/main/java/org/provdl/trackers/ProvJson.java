package org.provdl.trackers;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What is needed of a PROV-JSON document: the attributes of its elements and its relations, as
 * texts.
 *
 * @see <a href="https://www.w3.org/submissions/prov-json/">PROV-JSON</a>
 */
final class ProvJson {

  private static final Pattern TIME =
      Pattern.compile(
          "\\d{4}-\\d\\d-\\d\\d[T ]\\d\\d:\\d\\d:\\d\\d(\\.\\d{1,9})?(Z|[+-]\\d\\d:\\d\\d)?");

  private ProvJson() {}

  /** The elements of a kind, such as {@code entity}, by id. */
  static Map<String, Map<String, String>> elements(JsonNode document, String kind) {
    Map<String, Map<String, String>> elements = new LinkedHashMap<>();
    document
        .path(kind)
        .properties()
        .forEach(
            element -> {
              Map<String, String> attributes = new LinkedHashMap<>();
              // the same id twice is a list of descriptions
              Iterable<JsonNode> descriptions =
                  element.getValue().isArray() ? element.getValue() : List.of(element.getValue());
              descriptions.forEach(
                  description ->
                      description
                          .properties()
                          .forEach(
                              attribute ->
                                  attributes.putIfAbsent(
                                      attribute.getKey(), text(attribute.getValue()))));
              elements.put(element.getKey(), attributes);
            });
    return elements;
  }

  /** A value with or without a type; of several, the first. */
  private static String text(JsonNode value) {
    if (value.isArray()) {
      return value.isEmpty() ? "" : text(value.get(0));
    }
    return value.isObject() ? value.path("$").asText() : value.asText();
  }

  /** The first time in a text, in UTC where it does not say; null where there is none. */
  static @Nullable Instant time(@Nullable String text) {
    Matcher time = TIME.matcher(text == null ? "" : text);
    if (!time.find()) {
      return null;
    }
    String found = time.group().replace(' ', 'T');
    try {
      return time.group(2) == null
          ? LocalDateTime.parse(found).toInstant(ZoneOffset.UTC)
          : OffsetDateTime.parse(found).toInstant();
    } catch (DateTimeException e) {
      return null;
    }
  }
}
