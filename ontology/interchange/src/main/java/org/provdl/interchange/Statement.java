package org.provdl.interchange;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.StringJoiner;
import org.apache.jena.graph.Node;
import org.apache.jena.riot.out.NodeFmtLib;
import org.jspecify.annotations.Nullable;

/**
 * One statement of the PROV data model, its names resolved to IRIs.
 *
 * @param kind what it states
 * @param id of an element its name, an IRI; of a relation its identifier: an IRI, or a blank node
 *     where other statements refer to it but nobody named it; null where it has none
 * @param arguments as many as the kind has, in its order; an IRI, a blank node, a literal for times
 *     and keys, or null where it is not said
 * @param pairs the keys of a change to a dictionary; else none
 * @param attributes what else is said, in the order in which it was said
 */
public record Statement(
    StatementKind kind,
    @Nullable Node id,
    List<@Nullable Node> arguments,
    List<KeyEntityPair> pairs,
    List<Attribute> attributes) {

  /**
   * Checks that there are as many arguments as the kind has, and a name where it must have one.
   *
   * @param kind what it states
   * @param id its name or identifier, or null
   * @param arguments as many as the kind has
   * @param pairs the keys of a change to a dictionary
   * @param attributes what else is said
   */
  public Statement {
    arguments = Collections.unmodifiableList(new ArrayList<>(arguments));
    pairs = List.copyOf(pairs);
    attributes = List.copyOf(attributes);
    if (arguments.size() != kind.arguments().size()) {
      throw new IllegalArgumentException(
          kind.label() + " has " + kind.arguments().size() + " arguments, not " + arguments.size());
    }
    if (kind.isElement() && id == null) {
      throw new IllegalArgumentException(kind.label() + " needs a name");
    }
  }

  /**
   * A statement without keys.
   *
   * @param kind what it states
   * @param id its name or identifier, or null
   * @param arguments as many as the kind has
   * @param attributes what else is said
   */
  public Statement(
      StatementKind kind,
      @Nullable Node id,
      List<@Nullable Node> arguments,
      List<Attribute> attributes) {
    this(kind, id, arguments, List.of(), attributes);
  }

  /**
   * One of its arguments.
   *
   * @param index its place among those of the kind
   * @return what it is; null where it is not said
   */
  public @Nullable Node argument(int index) {
    return arguments.get(index);
  }

  /** {@return it in the manner of PROV-N, for people} */
  @Override
  public String toString() {
    StringJoiner parts = new StringJoiner(", ", kind.label() + "(", ")");
    if (kind.isElement()) {
      parts.add(text(id));
    }
    String before = kind.isElement() || id == null ? "" : text(id) + "; ";
    for (Node argument : arguments) {
      parts.add(before + text(argument));
      before = "";
    }
    for (KeyEntityPair pair : pairs) {
      parts.add("(" + text(pair.key()) + ", " + text(pair.entity()) + ")");
    }
    for (Attribute attribute : attributes) {
      parts.add(text(attribute.name()) + " = " + text(attribute.value()));
    }
    return parts.toString();
  }

  private static String text(@Nullable Node node) {
    return node == null ? "-" : NodeFmtLib.strNT(node);
  }
}
