package org.provdl.packages;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;

/** Things in JSON-LD, each but once, in the order in which they were first named. */
final class Entities {

  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  private final Map<String, Entity> byId = new LinkedHashMap<>();

  /** The thing of that id, which is made if it is not there. */
  Entity entity(String id, String... types) {
    return byId.computeIfAbsent(id, any -> alone(id, types));
  }

  /** A thing that is in no list. */
  static Entity alone(String id, String... types) {
    ObjectNode json = JSON.createObjectNode().put("@id", id);
    if (types.length == 1) {
      json.put("@type", types[0]);
    } else {
      Stream.of(types).forEach(json.putArray("@type")::add);
    }
    return new Entity(json);
  }

  /** A thing that nothing refers to. */
  static Entity nameless(String type) {
    return new Entity(JSON.createObjectNode().put("@type", type));
  }

  /**
   * All of them as a flat list.
   *
   * @param context where terms are defined
   * @param more terms that are not, with what they mean
   */
  String document(String context, Map<String, String> more) {
    ObjectNode document = JSON.createObjectNode();
    ObjectNode terms = document.putArray("@context").add(context).addObject();
    more.forEach(terms::put);
    ArrayNode graph = document.putArray("@graph");
    byId.values().forEach(entity -> graph.add(entity.json()));
    return text(document);
  }

  /** JSON, ready to be put into a file. */
  static String text(ObjectNode json) {
    try {
      return JSON.writeValueAsString(json) + "\n";
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
