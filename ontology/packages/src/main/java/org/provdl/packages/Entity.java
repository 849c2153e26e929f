package org.provdl.packages;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.provdl.vocabulary.Base;

/** A thing in JSON-LD. What was said of it first stays, whatever a store says later. */
record Entity(ObjectNode json) {

  private static final String ABSOLUTE = "[A-Za-z][A-Za-z0-9+.-]*:[^\\s<>\"{}|\\\\^`]+";

  /** An IRI of a store as an id: one that is not absolute could mean a file of ours. */
  static String id(String iri) {
    return iri.matches(ABSOLUTE) ? iri : "#" + Base.segment(iri);
  }

  String id() {
    return json.get("@id").asText();
  }

  /** Says something, unless it is null. */
  Entity with(String property, @Nullable Object value) {
    return value == null ? this : put(property, Values.json(value));
  }

  /** Refers to things by their ids: none, one or many. */
  Entity to(String property, Collection<String> ids) {
    List<ObjectNode> references =
        ids.stream().distinct().map(id -> json.objectNode().put("@id", id)).toList();
    return switch (references.size()) {
      case 0 -> this;
      case 1 -> put(property, references.get(0));
      default -> put(property, array(references));
    };
  }

  Entity to(String property, String id) {
    return to(property, List.of(id));
  }

  /** Holds things in itself. */
  Entity with(String property, List<Entity> things) {
    return things.isEmpty()
        ? this
        : put(property, array(things.stream().map(Entity::json).toList()));
  }

  private ArrayNode array(List<ObjectNode> elements) {
    return json.arrayNode().addAll(elements);
  }

  private Entity put(String property, JsonNode value) {
    json.putIfAbsent(property, value);
    return this;
  }
}
