package org.provdl.capture.dl4j;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.provdl.capture.DataReader;
import org.provdl.capture.Preparation;

/** Takes {@link ReadableData} apart into plain values, and makes it again of them. */
final class DataReaders {

  private static final Map<Class<?>, Function<String, Object>> PARSERS =
      Map.ofEntries(
          Map.entry(String.class, text -> text),
          Map.entry(Path.class, Path::of),
          Map.entry(boolean.class, Boolean::valueOf),
          Map.entry(byte.class, Byte::valueOf),
          Map.entry(short.class, Short::valueOf),
          Map.entry(int.class, Integer::valueOf),
          Map.entry(long.class, Long::valueOf),
          Map.entry(float.class, text -> Float.valueOf(number(text))),
          Map.entry(double.class, text -> Double.valueOf(number(text))));

  private DataReaders() {}

  /**
   * Takes one apart.
   *
   * @throws IllegalArgumentException if it could not be made again
   */
  static DataReader describe(ReadableData data) {
    Class<?> type = data.getClass();
    if (type.isHidden() || type.isAnonymousClass()) {
      throw new IllegalArgumentException(
          "A %s cannot be made again: read data by a record or a class with a name."
              .formatted(type.getName()));
    }
    constructor(type);
    List<Preparation.Parameter> parameters = new ArrayList<>();
    for (RecordComponent component : components(type)) {
      parameters.add(new Preparation.Parameter(component.getName(), value(component, data)));
    }
    return new DataReader(type.getName(), parameters);
  }

  /** The files and directories that it names. */
  static List<Path> paths(ReadableData data) {
    List<Path> paths = new ArrayList<>();
    for (RecordComponent component : components(data.getClass())) {
      if (component.getType() == Path.class) {
        paths.add(Path.of(value(component, data).toString()));
      }
    }
    return paths;
  }

  /**
   * Finds the class that a record names, without initializing it.
   *
   * @throws IllegalArgumentException if it is not there, or is no {@link ReadableData}
   */
  static Class<? extends ReadableData> find(DataReader reader, ClassLoader loader) {
    Class<?> found = RecordedClasses.find(reader.className(), loader);
    if (!ReadableData.class.isAssignableFrom(found)) {
      throw new IllegalArgumentException(
          "%s is no %s, and is not used."
              .formatted(reader.className(), ReadableData.class.getName()));
    }
    return found.asSubclass(ReadableData.class);
  }

  /**
   * Makes one.
   *
   * @param moved where a path is now, of the text that was recorded
   * @throws IllegalArgumentException if the parameters do not fit its components
   */
  static ReadableData make(
      Class<? extends ReadableData> type, DataReader reader, UnaryOperator<String> moved) {
    Map<String, String> values =
        reader.parameters().stream()
            .collect(
                Collectors.toMap(
                    Preparation.Parameter::name,
                    parameter -> parameter.value().toString(),
                    (first, second) -> first));
    Object[] arguments =
        components(type).stream()
            .map(component -> argument(component, values.get(component.getName()), moved))
            .toArray();
    try {
      return type.cast(constructor(type).newInstance(arguments));
    } catch (InvocationTargetException e) {
      throw new IllegalArgumentException(
          "%s refuses what was recorded: %s".formatted(type.getName(), e.getCause()), e);
    } catch (ReflectiveOperationException e) {
      throw new IllegalArgumentException("%s cannot be made.".formatted(type.getName()), e);
    }
  }

  private static Object argument(
      RecordComponent component, @Nullable String text, UnaryOperator<String> moved) {
    Class<?> type = component.getType();
    if (text == null) {
      throw new IllegalArgumentException(
          "No value of its component %s is recorded.".formatted(component.getName()));
    }
    try {
      return type.isEnum()
          ? constant(type, text)
          : parser(component).apply(type == Path.class ? moved.apply(text) : text);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "Its component %s cannot be \"%s\".".formatted(component.getName(), text), e);
    }
  }

  private static Object constant(Class<?> type, String name) {
    for (Object constant : type.getEnumConstants()) {
      if (((Enum<?>) constant).name().equals(name)) {
        return constant;
      }
    }
    throw new IllegalArgumentException(name);
  }

  private static Object value(RecordComponent component, ReadableData data) {
    try {
      component.getAccessor().setAccessible(true);
      Object value = component.getAccessor().invoke(data);
      if (value == null) {
        throw new IllegalArgumentException(
            "The component %s of %s is null.".formatted(component.getName(), data));
      }
      if (!component.getType().isEnum()) {
        parser(component);
      }
      return value instanceof Enum<?> constant ? constant.name() : value;
    } catch (ReflectiveOperationException e) {
      throw new IllegalArgumentException("%s cannot be read.".formatted(data), e);
    }
  }

  private static Function<String, Object> parser(RecordComponent component) {
    Function<String, Object> parser = PARSERS.get(component.getType());
    if (parser == null) {
      throw new IllegalArgumentException(
          "The component %s is a %s; a path, text, number, boolean or enum can be made again."
              .formatted(component.getName(), component.getType().getName()));
    }
    return parser;
  }

  /** A number as Java writes it, of one as XML Schema does. */
  private static String number(String text) {
    return text.replace("INF", "Infinity");
  }

  private static List<RecordComponent> components(Class<?> type) {
    RecordComponent[] components = type.getRecordComponents();
    return components == null ? List.of() : List.of(components);
  }

  private static Constructor<?> constructor(Class<?> type) {
    try {
      Constructor<?> constructor =
          type.getDeclaredConstructor(
              components(type).stream().map(RecordComponent::getType).toArray(Class<?>[]::new));
      constructor.setAccessible(true);
      return constructor;
    } catch (NoSuchMethodException e) {
      throw new IllegalArgumentException(
          "%s is neither a record nor has a constructor without parameters."
              .formatted(type.getName()),
          e);
    }
  }
}
