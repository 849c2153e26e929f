package org.provdl.interchange.constraints;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.provdl.interchange.StatementKind;

/**
 * The entities by what they specialize: as a graph, so that the relation's transitive closure
 * (inference 19) is never built.
 */
final class Specializations {

  private final List<Fact> facts = new ArrayList<>();

  /** From the general to the specific. */
  private final Digraph graph = new Digraph();

  Specializations(List<Fact> all, Terms terms) {
    for (Fact fact : all) {
      if (fact.kind() == StatementKind.SPECIALIZATION) {
        facts.add(fact);
        graph.edge(terms.root(fact.term(1)), terms.root(fact.term(0)));
      }
    }
    graph.freeze();
  }

  /**
   * {@return some entities and those that specialize them, which have their attributes and are
   * entities with them (inference 21)}
   */
  BitSet inherited(BitSet general) {
    return graph.reach(general);
  }

  /** Reports each circle, in which each would specialize itself. */
  void check(Report report) {
    int[] components = Components.of(graph);
    Set<Integer> reported = new HashSet<>();
    for (int edge = 0; edge < graph.edges(); edge++) {
      int general = graph.source(edge);
      int specific = graph.target(edge);
      if (components[general] == components[specific] && reported.add(components[general])) {
        List<Fact> circle = new ArrayList<>(List.of(facts.get(edge)));
        IntList path = graph.path(specific, general, components);
        for (int i = 0; i < path.size(); i++) {
          circle.add(facts.get(path.get(i)));
        }
        report.add(
            Constraint.SPECIALIZATION_REFLEXIVE,
            report.name(general) + " would be a specialization of itself",
            circle);
      }
    }
  }
}
