package org.provdl.interchange.constraints;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reports the circles of events in which one would strictly precede itself. */
final class Circles {

  /** The most steps of a circle that are written. */
  private static final int STEPS = 8;

  private final EventGraph events;
  private final Report report;

  Circles(EventGraph events, Report report) {
    this.events = events;
    this.report = report;
  }

  /** Reports a shortest circle of each component that has one. */
  void check() {
    Digraph graph = events.graph();
    int[] components = Components.of(graph);
    Set<Integer> reported = new HashSet<>();
    for (int edge = 0; edge < graph.edges(); edge++) {
      int source = graph.source(edge);
      int target = graph.target(edge);
      if (isStrict(edge)
          && components[source] == components[target]
          && reported.add(components[source])) {
        report(graph, edge, graph.path(target, source, components));
      }
    }
  }

  private boolean isStrict(int edge) {
    return events.constraint(edge) == Constraint.DERIVATION_GENERATION_GENERATION;
  }

  private void report(Digraph graph, int strict, IntList path) {
    List<String> steps = new ArrayList<>();
    Set<Fact> facts = new LinkedHashSet<>();
    for (int i = 0; i <= path.size(); i++) {
      int edge = i == 0 ? strict : path.get(i - 1);
      if (i < STEPS) {
        steps.add(
            (isStrict(edge) ? "strictly before the " : "not after the ")
                + events.event(graph.target(edge)).text(report)
                + " ("
                + events.constraint(edge).number()
                + ")");
      }
      add(facts, events.reason(edge));
      add(facts, events.event(graph.target(edge)).fact());
    }
    String more = path.size() >= STEPS ? ", and so on back to the first" : "";
    report.add(
        events.constraint(strict),
        "the "
            + events.event(graph.source(strict)).text(report)
            + " would be "
            + String.join(", that ", steps)
            + more,
        facts);
  }

  private static void add(Set<Fact> facts, @Nullable Fact fact) {
    if (fact != null) {
      facts.add(fact.stated());
    }
  }
}
