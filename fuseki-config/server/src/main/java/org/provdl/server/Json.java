package org.provdl.server;

import java.util.List;
import org.apache.jena.atlas.json.JsonArray;
import org.apache.jena.atlas.json.JsonObject;
import org.apache.jena.atlas.json.JsonString;
import org.apache.jena.atlas.json.JsonValue;

/** JSON as it is written down. */
final class Json {

  private Json() {}

  /** An object with names and their values by turns. */
  static JsonObject object(Object... namesAndValues) {
    JsonObject object = new JsonObject();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      object.put((String) namesAndValues[i], (JsonValue) namesAndValues[i + 1]);
    }
    return object;
  }

  static JsonArray array(JsonValue... values) {
    JsonArray array = new JsonArray();
    array.addAll(List.of(values));
    return array;
  }

  static JsonString text(String text) {
    return new JsonString(text);
  }
}
