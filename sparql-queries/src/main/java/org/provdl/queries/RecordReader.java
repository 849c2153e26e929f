package org.provdl.queries;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.expr.NodeValue;
import org.jspecify.annotations.Nullable;

/** Reads rows as records, whose components are named as columns are. */
final class RecordReader<R extends Record> {
  private static final Map<Class<?>, Function<Node, Object>> TYPES = types();

  private final Constructor<R> constructor;
  private final RecordComponent[] components;

  private RecordReader(Constructor<R> constructor, RecordComponent[] components) {
    this.constructor = constructor;
    this.components = components;
  }

  /** A reader for that record; an {@link IllegalArgumentException} says why it does not fit. */
  static <R extends Record> RecordReader<R> of(Class<R> type, List<String> columns) {
    RecordComponent[] components = type.getRecordComponents();
    for (RecordComponent component : components) {
      if (!columns.contains(component.getName())) {
        throw new IllegalArgumentException(
            "There is no column for the component '%s' of %s; there are %s"
                .formatted(component.getName(), type.getName(), String.join(", ", columns)));
      }
      if (!TYPES.containsKey(component.getType())) {
        throw new IllegalArgumentException(
            "The component '%s' of %s has a type that no term can be read as; use %s"
                .formatted(
                    component.getName(),
                    type.getName(),
                    "String, double, long, int, boolean, Instant or Node"));
      }
    }
    try {
      Constructor<R> constructor =
          type.getDeclaredConstructor(
              Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
      constructor.setAccessible(true);
      return new RecordReader<>(constructor, components);
    } catch (NoSuchMethodException | RuntimeException e) {
      throw new IllegalArgumentException(
          "%s cannot be made from here: %s".formatted(type.getName(), e.getMessage()), e);
    }
  }

  R read(Map<String, Node> row) {
    @Nullable Object[] values = new @Nullable Object[components.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = value(components[i], row.get(components[i].getName()));
    }
    try {
      return constructor.newInstance(values);
    } catch (InvocationTargetException e) {
      throw new IllegalArgumentException(
          "A row is refused by %s: %s".formatted(constructor, e.getCause()), e);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  private static @Nullable Object value(RecordComponent component, @Nullable Node term) {
    if (term == null) {
      if (component.getType().isPrimitive()) {
        throw new IllegalArgumentException(
            "The column '%s' is empty in a row; its component must be nullable, such as Double for double"
                .formatted(component.getName()));
      }
      return null;
    }
    try {
      return TYPES.getOrDefault(component.getType(), node -> node).apply(term);
    } catch (RuntimeException e) {
      throw new IllegalArgumentException(
          "The column '%s' holds %s, which is no %s"
              .formatted(
                  component.getName(),
                  Quoted.shorten(term.toString()),
                  component.getType().getSimpleName()),
          e);
    }
  }

  private static Map<Class<?>, Function<Node, Object>> types() {
    Map<Class<?>, Function<Node, Object>> types = new HashMap<>();
    types.put(Node.class, term -> term);
    types.put(
        String.class, term -> term.isLiteral() ? term.getLiteralLexicalForm() : term.toString());
    types.put(double.class, term -> NodeValue.makeNode(term).getDouble());
    types.put(long.class, term -> NodeValue.makeNode(term).getInteger().longValueExact());
    types.put(int.class, term -> NodeValue.makeNode(term).getInteger().intValueExact());
    types.put(boolean.class, term -> NodeValue.makeNode(term).getBoolean());
    types.put(
        Instant.class, term -> OffsetDateTime.parse(term.getLiteralLexicalForm()).toInstant());
    types.put(Double.class, types.get(double.class));
    types.put(Long.class, types.get(long.class));
    types.put(Integer.class, types.get(int.class));
    types.put(Boolean.class, types.get(boolean.class));
    return Map.copyOf(types);
  }
}
