package org.provdl.interchange.constraints;

import static org.provdl.interchange.StatementKind.END;
import static org.provdl.interchange.StatementKind.GENERATION;
import static org.provdl.interchange.StatementKind.INVALIDATION;
import static org.provdl.interchange.StatementKind.START;
import static org.provdl.interchange.StatementKind.USAGE;

import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.provdl.interchange.StatementKind;

/**
 * Lays down which event precedes which (constraints 30 to 49). What inferences add to the order is
 * laid down here too: the events that a declaration implies (7, 8 and 13), and the associations
 * that a delegation implies (14). Inferences 5 and 6 add nothing that the constraints do not say
 * already.
 */
final class Ordering {

  private final Terms terms;
  private final EventGraph events;

  /** What stands for the generation and invalidation of entities without, among specializations. */
  private final Map<Integer, Integer> generations = new HashMap<>();

  private final Map<Integer, Integer> invalidations = new HashMap<>();

  private Ordering(Terms terms) {
    this.terms = terms;
    this.events = new EventGraph(terms);
  }

  /**
   * {@return the events and their order}
   *
   * @param entities the roots of all that are declared entities, be it by inference
   */
  static EventGraph of(List<Fact> facts, BitSet entities, Terms terms) {
    Ordering ordering = new Ordering(terms);
    facts.forEach(ordering.events::add);
    facts.forEach(ordering::imply);
    entities.stream().forEach(entity -> ordering.existence(entity, null));
    facts.forEach(ordering::order);
    ordering.lifetimes();
    return ordering.events;
  }

  private void imply(Fact fact) {
    switch (fact.kind()) {
      case ENTITY -> existence(fact.id(), fact);
      case ACTIVITY -> {
        events.imply(START, fact.id(), fact);
        events.imply(END, fact.id(), fact);
      }
      case ATTRIBUTION -> events.imply(GENERATION, fact.term(0), fact);
      default -> {}
    }
  }

  private void existence(int entity, @Nullable Fact fact) {
    events.imply(GENERATION, entity, fact);
    events.imply(INVALIDATION, entity, fact);
  }

  private void lifetimes() {
    for (int term = 0; term < terms.size(); term++) {
      if (terms.root(term) == term) {
        precede(START, term, END, term, Constraint.START_END, null);
        precede(GENERATION, term, INVALIDATION, term, Constraint.GENERATION_INVALIDATION, null);
      }
    }
  }

  private void order(Fact fact) {
    switch (fact.kind()) {
      case GENERATION ->
          during(fact.term(1), START, END, fact, Constraint.GENERATION_WITHIN_ACTIVITY);
      case USAGE -> {
        during(fact.term(0), START, END, fact, Constraint.USAGE_WITHIN_ACTIVITY);
        int usage = events.withId(USAGE, fact.id());
        int entity = fact.term(1);
        events.precede(events.of(GENERATION, entity), usage, Constraint.GENERATION_USAGE, fact);
        events.precede(usage, events.of(INVALIDATION, entity), Constraint.USAGE_INVALIDATION, fact);
      }
      case START -> during(fact.term(1), GENERATION, INVALIDATION, fact, Constraint.START_TRIGGER);
      case END -> during(fact.term(1), GENERATION, INVALIDATION, fact, Constraint.END_TRIGGER);
      case COMMUNICATION ->
          precede(START, fact.term(1), END, fact.term(0), Constraint.COMMUNICATION, fact);
      case DERIVATION -> derivation(fact);
      case SPECIALIZATION -> specialization(fact.term(0), fact.term(1), fact);
      case ASSOCIATION -> association(fact.term(0), fact.term(1), fact);
      case ATTRIBUTION -> attribution(fact.term(0), fact.term(1), fact);
      case DELEGATION -> delegation(fact.term(0), fact.term(1), fact.term(2), fact);
      default -> {}
    }
  }

  /** The event of a fact happens while something goes on. */
  private void during(
      int thing, StatementKind begin, StatementKind end, Fact fact, Constraint constraint) {
    int event = events.withId(fact.kind(), fact.id());
    events.precede(events.of(begin, thing), event, constraint, fact);
    events.precede(event, events.of(end, thing), constraint, fact);
  }

  private void precede(
      StatementKind kind,
      int thing,
      StatementKind otherKind,
      int otherThing,
      Constraint constraint,
      @Nullable Fact reason) {
    events.precede(events.of(kind, thing), events.of(otherKind, otherThing), constraint, reason);
  }

  private void derivation(Fact fact) {
    if (fact.term(Definitions.ACTIVITY) != Terms.PLACEHOLDER) {
      events.precede(
          events.withId(USAGE, fact.term(4)),
          events.withId(GENERATION, fact.term(3)),
          Constraint.DERIVATION_USAGE_GENERATION,
          fact);
    }
    precede(
        GENERATION,
        fact.term(1),
        GENERATION,
        fact.term(0),
        Constraint.DERIVATION_GENERATION_GENERATION,
        fact);
  }

  /** An entity between two others in a chain may have no events, and the outer two are ordered. */
  private void specialization(int specific, int general, Fact fact) {
    events.precede(
        pass(GENERATION, general, generations),
        pass(GENERATION, specific, generations),
        Constraint.SPECIALIZATION_GENERATION,
        fact);
    events.precede(
        pass(INVALIDATION, specific, invalidations),
        pass(INVALIDATION, general, invalidations),
        Constraint.SPECIALIZATION_INVALIDATION,
        fact);
  }

  private int pass(StatementKind kind, int entity, Map<Integer, Integer> others) {
    int event = events.of(kind, entity);
    return event != EventGraph.NONE
        ? event
        : others.computeIfAbsent(terms.root(entity), root -> events.event(kind, root, null));
  }

  private void association(int activity, int agent, Fact fact) {
    precede(START, activity, INVALIDATION, agent, Constraint.ASSOCIATION, fact);
    precede(GENERATION, agent, END, activity, Constraint.ASSOCIATION, fact);
    precede(START, activity, END, agent, Constraint.ASSOCIATION, fact);
    precede(START, agent, END, activity, Constraint.ASSOCIATION, fact);
  }

  private void attribution(int entity, int agent, Fact fact) {
    precede(GENERATION, agent, GENERATION, entity, Constraint.ATTRIBUTION, fact);
    precede(START, agent, GENERATION, entity, Constraint.ATTRIBUTION, fact);
  }

  private void delegation(int delegate, int responsible, int activity, Fact fact) {
    association(activity, delegate, fact);
    association(activity, responsible, fact);
    precede(GENERATION, responsible, INVALIDATION, delegate, Constraint.DELEGATION, fact);
    precede(START, responsible, END, delegate, Constraint.DELEGATION, fact);
  }
}
