package org.provdl.interchange;

import com.apicatalog.jsonld.JsonLdError;
import com.apicatalog.jsonld.JsonLdErrorCode;
import com.apicatalog.jsonld.JsonLdOptions;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import org.apache.jena.riot.RiotException;

/**
 * JSON-LD that says all it has to say: with remote contexts, a document would make its reader ask
 * other hosts or files, and nobody would know later what it meant.
 */
final class SelfContainedJsonLd {

  /** Characters of an IRI in a context, which may be part of every IRI of the body. */
  private static final int LONGEST = 256;

  private static final Duration LONGEST_TIME = Duration.ofSeconds(10);

  private static final String CONTEXT = "@context";
  private static final String IMPORT = "@import";

  private SelfContainedJsonLd() {}

  /** Options with which nothing is loaded from anywhere. */
  static JsonLdOptions options() {
    JsonLdOptions options =
        new JsonLdOptions(
            (address, any) -> {
              throw new JsonLdError(
                  JsonLdErrorCode.LOADING_REMOTE_CONTEXT_FAILED, elsewhere(address.toString()));
            });
    options.setTimeout(LONGEST_TIME);
    return options;
  }

  /**
   * Passes a document on that is no threat.
   *
   * @param maxBytes how large it may be
   * @param deepest how deep it may be nested
   * @throws OversizedException if it is larger
   * @throws RiotException if it is no JSON or nested too deeply, or its context has what could grow
   */
  static InputStream of(InputStream body, int maxBytes, int deepest) throws IOException {
    byte[] whole = body.readNBytes(maxBytes + 1);
    if (whole.length > maxBytes) {
      throw new OversizedException(
          "JSON-LD of more than %,d bytes is not taken.".formatted(maxBytes));
    }
    requireFlat(whole, deepest);
    try (JsonReader reader = Json.createReader(new ByteArrayInputStream(whole))) {
      requireSelfContained(reader.readValue());
    } catch (JsonException malformed) {
      throw new RiotException(malformed.getMessage(), malformed);
    }
    return new ByteArrayInputStream(whole);
  }

  /** Before it is parsed, as parsers recurse. */
  private static void requireFlat(byte[] json, int deepest) {
    int depth = 0;
    boolean inText = false;
    for (int i = 0; i < json.length; i++) {
      switch (json[i]) {
        case '"' -> inText = !inText;
        case '\\' -> i += inText ? 1 : 0;
        case '{', '[' -> depth += inText ? 0 : 1;
        case '}', ']' -> depth -= inText ? 0 : 1;
        default -> {}
      }
      if (depth > deepest) {
        throw new RiotException("it is nested too deeply");
      }
    }
  }

  private static void requireSelfContained(JsonValue value) {
    if (value instanceof JsonObject object) {
      object.forEach(
          (name, member) -> {
            if (name.equals(CONTEXT)) {
              requireHere(member);
            } else {
              requireSelfContained(member);
            }
          });
    } else if (value instanceof JsonArray array) {
      array.forEach(SelfContainedJsonLd::requireSelfContained);
    }
  }

  /** A context, or several, which are objects, with contexts in the definitions of their terms. */
  private static void requireHere(JsonValue context) {
    if (context instanceof JsonArray several) {
      several.forEach(SelfContainedJsonLd::requireHere);
    } else if (context instanceof JsonString address) {
      throw new RiotException(elsewhere(address.getString()));
    } else if (context instanceof JsonObject terms) {
      terms.forEach(SelfContainedJsonLd::requireHarmless);
    }
  }

  private static void requireHarmless(String name, JsonValue value) {
    if (name.equals(CONTEXT)) {
      requireHere(value);
    } else if (value instanceof JsonObject definition) {
      definition.forEach(SelfContainedJsonLd::requireHarmless);
    } else if (value instanceof JsonString text) {
      if (name.equals(IMPORT)) {
        throw new RiotException(elsewhere(text.getString()));
      }
      if (text.getString().length() > LONGEST) {
        throw new RiotException(
            "its context has an IRI of more than " + LONGEST + " characters; shorten it");
      }
    }
  }

  private static String elsewhere(String address) {
    return "the context <" + address + "> is elsewhere; write it into the document";
  }
}
