package org.provdl.trackers;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;

/** JSON as a tree, with bounds. Thread-safe. */
final class Json {

  private static final int DEEPEST = 100;
  private static final int LONGEST_TEXT = 1 << 24;

  private static final ObjectReader READER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(DEEPEST)
                          .maxStringLength(LONGEST_TEXT)
                          .build())
                  .build())
          .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build()
          .readerFor(JsonNode.class);

  private Json() {}

  /**
   * Reads an object.
   *
   * @param what where it comes from, for messages
   */
  static JsonNode object(byte[] bytes, String what) {
    try {
      JsonNode node = READER.readTree(bytes);
      if (node == null || !node.isObject()) {
        throw new UnreadableSourceException("%s holds no JSON object".formatted(what));
      }
      return node;
    } catch (JsonProcessingException e) {
      throw new UnreadableSourceException(
          "%s is not JSON, line %d, column %d: %s"
              .formatted(
                  what,
                  e.getLocation() == null ? 1 : e.getLocation().getLineNr(),
                  e.getLocation() == null ? 1 : e.getLocation().getColumnNr(),
                  e.getOriginalMessage()),
          e);
    } catch (IOException e) {
      throw new UnreadableSourceException("%s cannot be read: %s".formatted(what, e), e);
    }
  }
}
