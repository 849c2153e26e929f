package org.provdl.interchange;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.apache.jena.graph.Node;
import org.jspecify.annotations.Nullable;

/** Collects what is said of one statement, in whichever order it comes. */
final class StatementBuilder {

  private final StatementKind kind;
  private final Faults faults;
  private final @Nullable Node[] arguments;
  private final List<Node> furtherMembers = new ArrayList<>();
  private final List<KeyEntityPair> pairs = new ArrayList<>();
  private final List<Attribute> attributes = new ArrayList<>();
  private final StatementBound bound;
  private @Nullable Node id;

  StatementBuilder(StatementKind kind, Faults faults) {
    this.kind = kind;
    this.faults = faults;
    this.arguments = new Node[kind.arguments().size()];
    this.bound = new StatementBound(faults);
  }

  StatementKind kind() {
    return kind;
  }

  void id(Node name) {
    count(name);
    id = name;
  }

  /** {@return the place of the argument of that name, or -1} */
  int indexOf(String argument) {
    for (int i = 0; i < arguments.length; i++) {
      if (kind.arguments().get(i).name().equals(argument)) {
        return i;
      }
    }
    return -1;
  }

  /** Says an argument. A collection may be said to have several members at once. */
  void argument(int index, Node value) {
    count(value);
    if (arguments[index] == null) {
      arguments[index] = value;
    } else if (kind == StatementKind.MEMBERSHIP && index == 1) {
      furtherMembers.add(value);
    } else {
      throw faults.of(
          kind.label() + " has one " + kind.arguments().get(index).name() + ", not several");
    }
  }

  void pair(KeyEntityPair pair) {
    count(pair.key());
    if (pair.entity() != null) {
      count(pair.entity());
    }
    pairs.add(pair);
  }

  void attribute(Node name, Node value) {
    if (!name.isURI()) {
      throw faults.of("the name of an attribute cannot be that of a blank node");
    }
    count(name);
    count(value);
    attributes.add(new Attribute(name, value));
  }

  private void count(Node part) {
    bound.count(
        part.isLiteral() ? part.getLiteralLexicalForm().length() : part.toString().length());
  }

  /** Says it: once, or once for each member. */
  void to(StatementStream stream) {
    if (kind == StatementKind.DICTIONARY_MEMBERSHIP && !pairs.isEmpty()) {
      for (KeyEntityPair pair : pairs) {
        say(Arrays.asList(arguments[0], pair.entity(), pair.key()), List.of(), stream);
      }
      return;
    }
    say(Arrays.asList(arguments), pairs, stream);
    for (Node member : furtherMembers) {
      say(Arrays.asList(arguments[0], member), pairs, stream);
    }
  }

  private void say(
      List<@Nullable Node> said, List<KeyEntityPair> saidPairs, StatementStream stream) {
    stream.statement(
        new Statement(kind, id, said, saidPairs, Collections.unmodifiableList(attributes)));
  }
}
