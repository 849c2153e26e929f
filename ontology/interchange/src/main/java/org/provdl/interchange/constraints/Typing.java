package org.provdl.interchange.constraints;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.provdl.interchange.Role;
import org.provdl.interchange.StatementKind;

/**
 * What is an entity and what an activity, by its declaration or by the places where its name stands
 * (constraint 50), and that nothing is both (constraint 55).
 */
final class Typing {

  private final Terms terms;
  private final Map<Integer, Fact> entities = new HashMap<>();
  private final Map<Integer, Fact> activities = new HashMap<>();

  Typing(Terms terms) {
    this.terms = terms;
  }

  void check(List<Fact> facts, Report report) {
    facts.forEach(this::add);
    entities.forEach(
        (root, entity) -> {
          Fact activity = activities.get(root);
          if (activity != null) {
            report.add(
                Constraint.ENTITY_ACTIVITY_DISJOINT,
                report.name(root) + " is an entity and an activity",
                entity,
                activity);
          }
        });
  }

  private void add(Fact fact) {
    if (fact.kind() == StatementKind.ENTITY) {
      entities.putIfAbsent(terms.root(fact.id()), fact);
    } else if (fact.kind() == StatementKind.ACTIVITY) {
      activities.putIfAbsent(terms.root(fact.id()), fact);
    }
    for (int place = 0; place < fact.places(); place++) {
      if (fact.term(place) == Terms.PLACEHOLDER) {
        continue;
      }
      Role role = fact.kind().arguments().get(place).role();
      if (role == Role.ENTITY) {
        entities.putIfAbsent(terms.root(fact.term(place)), fact);
      } else if (role == Role.ACTIVITY) {
        activities.putIfAbsent(terms.root(fact.term(place)), fact);
      }
    }
  }
}
