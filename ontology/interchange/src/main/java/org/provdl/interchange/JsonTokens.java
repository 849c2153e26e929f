package org.provdl.interchange;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import org.jspecify.annotations.Nullable;

/** The tokens of a JSON text, within bounds, and each fault with its place. */
final class JsonTokens implements Closeable {

  private static final int MAX_DEPTH = 64;

  /** Keeps no table of names: a document may have millions. */
  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
          .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxStringLength(StatementReader.MAX_TEXT)
                  .maxNestingDepth(MAX_DEPTH)
                  .build())
          .build();

  private final JsonParser parser;

  JsonTokens(DocumentSource source) throws IOException {
    parser = FACTORY.createParser(new Utf8Reader(source.open()));
  }

  /** {@return the next token; null at the end} */
  @Nullable JsonToken next() throws IOException {
    try {
      return parser.nextToken();
    } catch (JsonProcessingException e) {
      throw fault(e);
    } catch (CharacterCodingException e) {
      throw fault("not UTF-8", parser.currentLocation());
    }
  }

  /** {@return the token that was read last} */
  @Nullable JsonToken current() {
    return parser.currentToken();
  }

  /** {@return whether there is a further member of the object, whose name is the text now} */
  boolean nextMember() throws IOException {
    return next() == JsonToken.FIELD_NAME;
  }

  /** {@return whether there is a further value in the array, at which it is now} */
  boolean nextElement() throws IOException {
    return next() != JsonToken.END_ARRAY;
  }

  /** {@return the name, or the value as it is written} */
  String text() throws IOException {
    String text;
    try {
      text = parser.getText();
    } catch (JsonProcessingException e) {
      throw fault(e);
    } catch (CharacterCodingException e) {
      throw fault("not UTF-8", parser.currentLocation());
    }
    if (text == null) {
      throw fault("the document ends here");
    }
    for (int i = 0; i < text.length(); i++) {
      if (Character.isSurrogate(text.charAt(i))) {
        if (!Character.isSurrogatePair(
            text.charAt(i), i + 1 < text.length() ? text.charAt(i + 1) : 0)) {
          throw fault("half a character: a surrogate without its other half");
        }
        i++;
      }
    }
    return text;
  }

  /** Leaves out the value that it is at. */
  void skip() throws IOException {
    try {
      parser.skipChildren();
    } catch (JsonProcessingException e) {
      throw fault(e);
    } catch (CharacterCodingException e) {
      throw fault("not UTF-8", parser.currentLocation());
    }
  }

  /** Requires the token that was read last to be that one. */
  void expect(JsonToken token, String what) {
    if (parser.currentToken() != token) {
      throw fault(what + " is expected here");
    }
  }

  /** {@return a fault at the token that was read last} */
  InvalidDocumentException fault(String message) {
    return fault(message, parser.currentTokenLocation());
  }

  private InvalidDocumentException fault(JsonProcessingException e) {
    return fault(
        e.getOriginalMessage(),
        e.getLocation() == null ? parser.currentLocation() : e.getLocation());
  }

  private static InvalidDocumentException fault(String message, JsonLocation place) {
    return new InvalidDocumentException(message, place.getLineNr(), place.getColumnNr());
  }

  @Override
  public void close() throws IOException {
    parser.close();
  }
}
