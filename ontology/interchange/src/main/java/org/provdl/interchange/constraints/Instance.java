package org.provdl.interchange.constraints;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.provdl.interchange.Attribute;
import org.provdl.interchange.Statement;
import org.provdl.interchange.StatementKind;
import org.provdl.vocabulary.PROV;

/**
 * The statements of a document or of one bundle, which are valid or not by themselves. It grows to
 * its normal form as they come: what definitions and inferences add, with what uniqueness makes
 * equal made one; the inferences whose conclusions have no say in the validity are left out.
 */
final class Instance {

  private static final Attribute EMPTY_COLLECTION =
      new Attribute(Attribute.TYPE, PROV.EmptyCollection.asNode());

  private final Terms terms;
  private final List<Fact> facts = new ArrayList<>();
  private final List<Fact> emptyCollections = new ArrayList<>();
  private final Report report;
  private final Uniqueness uniqueness;

  Instance(Found found, Names names, TimeValues times, @Nullable String bundle) {
    terms = new Terms(times);
    report = new Report(found, names, terms, bundle);
    uniqueness = new Uniqueness(terms, report);
  }

  void add(Statement statement) {
    if (statement.kind().isOfDictionaries()) {
      return;
    }
    int lacking = Definitions.lacking(statement);
    if (lacking >= 0) {
      report.lacking(statement, lacking);
      return;
    }
    Fact fact = Definitions.expand(statement, terms);
    facts.add(fact);
    if (statement.id() != null || !KeyRule.needsId(fact.kind())) {
      uniqueness.add(fact);
    }
    infer(fact);
    if (fact.kind() == StatementKind.ENTITY && statement.attributes().contains(EMPTY_COLLECTION)) {
      emptyCollections.add(fact);
    }
  }

  private void state(Fact fact) {
    facts.add(fact);
    uniqueness.add(fact);
  }

  private void infer(Fact fact) {
    switch (fact.kind()) {
      case START, END -> // inferences 9 and 10: the starter or ender generated the trigger
          infer(StatementKind.GENERATION, terms.fresh(), fact.term(1), fact.term(2), fact);
      case DERIVATION -> { // inference 11
        if (fact.term(Definitions.ACTIVITY) != Terms.PLACEHOLDER) {
          infer(StatementKind.USAGE, fact.term(4), fact.term(2), fact.term(1), fact);
          infer(StatementKind.GENERATION, fact.term(3), fact.term(0), fact.term(2), fact);
        }
      }
      case MENTION -> // PROV-Links: a mention is a specialization
          state(
              new Fact(
                  StatementKind.SPECIALIZATION,
                  terms.fresh(),
                  new int[] {fact.term(0), fact.term(1)},
                  fact));
      default -> {}
    }
  }

  private void infer(StatementKind kind, int id, int first, int second, Fact premise) {
    state(new Fact(kind, id, new int[] {first, second, terms.fresh()}, premise));
  }

  /** Looks at all of it; to be called once, when all statements are in. */
  void check() {
    uniqueness.times(facts);
    new Typing(terms).check(facts, report);
    Specializations specializations = specializations();
    specializations.check(report);
    new Impossibility(terms, report)
        .check(facts, specializations.inherited(roots(emptyCollections)));
    new Circles(events(specializations), report).check();
  }

  Report report() {
    return report;
  }

  Specializations specializations() {
    return new Specializations(facts, terms);
  }

  /** {@return the events and their order} */
  EventGraph events(Specializations specializations) {
    List<Fact> entities =
        facts.stream().filter(fact -> fact.kind() == StatementKind.ENTITY).toList();
    return Ordering.of(facts, specializations.inherited(roots(entities)), terms);
  }

  private BitSet roots(List<Fact> elements) {
    BitSet roots = new BitSet();
    elements.forEach(element -> roots.set(terms.root(element.id())));
    return roots;
  }
}
