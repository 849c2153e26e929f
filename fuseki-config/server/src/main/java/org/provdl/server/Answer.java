package org.provdl.server;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.apache.jena.atlas.json.JsonValue;
import org.apache.jena.web.HttpSC;

/**
 * What is sent back.
 *
 * @param mediaType of the body
 * @param body writes it
 * @param headers asked for when the body has been written
 */
record Answer(
    int status,
    String mediaType,
    Consumer<OutputStream> body,
    Supplier<Map<String, String>> headers) {

  static Answer of(String mediaType, Consumer<OutputStream> body) {
    return new Answer(HttpSC.OK_200, mediaType, body, Map::of);
  }

  static Answer of(String mediaType, String body) {
    return of(mediaType, out -> write(body, out));
  }

  static Answer of(String mediaType, JsonValue body) {
    return of(mediaType, body.toString());
  }

  /** The methods that there are, which a web browser asks for. */
  static Answer options() {
    return new Answer(
        HttpSC.OK_200, "text/plain", out -> {}, () -> Map.of("Allow", ResourceFilter.METHODS));
  }

  Answer status(int other) {
    return new Answer(other, mediaType, body, headers);
  }

  Answer headers(Map<String, String> others) {
    return headers(() -> others);
  }

  Answer headers(Supplier<Map<String, String>> others) {
    return new Answer(status, mediaType, body, others);
  }

  String contentType() {
    return mediaType.startsWith("text/") ? mediaType + ";charset=utf-8" : mediaType;
  }

  private static void write(String text, OutputStream out) {
    try {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
