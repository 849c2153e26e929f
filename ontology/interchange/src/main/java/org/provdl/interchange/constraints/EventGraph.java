package org.provdl.interchange.constraints;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.provdl.interchange.StatementKind;

/**
 * The events of an instance and which of them precede which. All generations of an entity are at
 * once, and so are all of its invalidations, and the starts and ends of an activity: one of each
 * stands for all in the order.
 */
final class EventGraph {

  /** There is no such event. */
  static final int NONE = -1;

  private final Terms terms;
  private final Digraph graph = new Digraph();
  private final List<Event> events = new ArrayList<>();
  private final List<Constraint> constraints = new ArrayList<>();
  private final List<@Nullable Fact> reasons = new ArrayList<>();

  /** The event of an identifier, by the root of the latter. */
  private final Map<StatementKind, int[]> byId = new EnumMap<>(StatementKind.class);

  /** The event that stands for all of an entity or an activity, by the root of the latter. */
  private final Map<StatementKind, int[]> byThing = new EnumMap<>(StatementKind.class);

  EventGraph(Terms terms) {
    this.terms = terms;
  }

  /** Adds the event that a fact says, if it does. */
  void add(Fact fact) {
    Constraint simultaneity =
        switch (fact.kind()) {
          case GENERATION -> Constraint.GENERATION_GENERATION;
          case INVALIDATION -> Constraint.INVALIDATION_INVALIDATION;
          case START -> Constraint.START_START;
          case END -> Constraint.END_END;
          default -> null;
        };
    if (simultaneity == null && fact.kind() != StatementKind.USAGE) {
      return;
    }
    int[] known = events(byId, fact.kind());
    int id = terms.root(fact.id());
    if (known[id] != NONE) {
      return;
    }
    int thing = terms.root(fact.term(0));
    int event = event(fact.kind(), thing, fact);
    known[id] = event;
    if (simultaneity != null) {
      int[] first = events(byThing, fact.kind());
      if (first[thing] == NONE) {
        first[thing] = event;
      } else {
        precede(first[thing], event, simultaneity, fact);
        precede(event, first[thing], simultaneity, fact);
      }
    }
  }

  /** {@return the event of a thing; if there is none, one is added that a fact implies} */
  int imply(StatementKind kind, int thing, @Nullable Fact fact) {
    int[] first = events(byThing, kind);
    int root = terms.root(thing);
    if (first[root] == NONE) {
      first[root] = event(kind, root, fact);
    }
    return first[root];
  }

  /** {@return the event that stands for all of that kind of an entity or an activity} */
  int of(StatementKind kind, int thing) {
    return events(byThing, kind)[terms.root(thing)];
  }

  /** {@return the event of an identifier} */
  int withId(StatementKind kind, int id) {
    return events(byId, kind)[terms.root(id)];
  }

  private int[] events(Map<StatementKind, int[]> all, StatementKind kind) {
    return all.computeIfAbsent(
        kind,
        any -> {
          int[] none = new int[terms.size()];
          Arrays.fill(none, NONE);
          return none;
        });
  }

  /** {@return a new event} */
  int event(StatementKind kind, int about, @Nullable Fact fact) {
    events.add(new Event(kind, about, fact));
    return events.size() - 1;
  }

  /** One event precedes another, if there are both. */
  void precede(int first, int second, Constraint constraint, @Nullable Fact reason) {
    if (first != NONE && second != NONE) {
      graph.edge(first, second);
      constraints.add(constraint);
      reasons.add(reason);
    }
  }

  /** {@return the graph; its edges are numbered as they came} */
  Digraph graph() {
    graph.nodes(events.size());
    graph.freeze();
    return graph;
  }

  Event event(int number) {
    return events.get(number);
  }

  Constraint constraint(int edge) {
    return constraints.get(edge);
  }

  @Nullable Fact reason(int edge) {
    return reasons.get(edge);
  }
}
