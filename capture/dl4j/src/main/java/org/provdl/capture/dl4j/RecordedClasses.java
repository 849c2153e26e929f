package org.provdl.capture.dl4j;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.nd4j.shade.jackson.core.JsonProcessingException;
import org.nd4j.shade.jackson.databind.JsonNode;
import org.nd4j.shade.jackson.databind.ObjectMapper;

/**
 * Classes that a store names. It may have been written by anybody, so they are looked at before
 * they are initialized.
 */
final class RecordedClasses {

  private static final List<String> FRAMEWORK = List.of("org.deeplearning4j.", "org.nd4j.");
  private static final ObjectMapper JSON = new ObjectMapper();

  private RecordedClasses() {}

  /**
   * Finds a class without initializing it.
   *
   * @throws IllegalArgumentException if it is not in the class path
   */
  static Class<?> find(String name, ClassLoader loader) {
    try {
      return Class.forName(name, false, loader);
    } catch (ClassNotFoundException | LinkageError e) {
      throw new IllegalArgumentException(
          "The class %s is not in the class path: add what holds it by --classpath."
              .formatted(name),
          e);
    }
  }

  /**
   * Lets pass a description in JSON whose classes are Deeplearning4j's, or kinds of those.
   *
   * @throws IllegalArgumentException if it is no JSON, or names any other
   */
  static void check(String json, ClassLoader loader) {
    try {
      for (JsonNode name : JSON.readTree(json).findValues("@class")) {
        check(find(name.asText(), loader));
      }
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("It is no JSON.", e);
    }
  }

  private static void check(Class<?> named) {
    if (supertypes(named, new HashSet<>()).stream()
        .noneMatch(type -> FRAMEWORK.stream().anyMatch(type.getName()::startsWith))) {
      throw new IllegalArgumentException(
          "%s is no part of a network, and is not used.".formatted(named.getName()));
    }
  }

  private static Set<Class<?>> supertypes(Class<?> type, Set<Class<?>> found) {
    found.add(type);
    if (type.getSuperclass() != null) {
      supertypes(type.getSuperclass(), found);
    }
    for (Class<?> implemented : type.getInterfaces()) {
      supertypes(implemented, found);
    }
    return found;
  }
}
