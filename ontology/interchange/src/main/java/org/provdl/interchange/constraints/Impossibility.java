package org.provdl.interchange.constraints;

import java.util.BitSet;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.provdl.interchange.StatementKind;

/** What must not be stated (constraints 51, 53, 54 and 56). */
final class Impossibility {

  /** The relations of constraints 53 and 54: neither influence nor derivation is among them. */
  private static final Set<StatementKind> DISJOINT =
      EnumSet.of(
          StatementKind.USAGE,
          StatementKind.GENERATION,
          StatementKind.INVALIDATION,
          StatementKind.START,
          StatementKind.END,
          StatementKind.COMMUNICATION,
          StatementKind.ATTRIBUTION,
          StatementKind.ASSOCIATION,
          StatementKind.DELEGATION);

  private final Terms terms;
  private final Report report;

  Impossibility(Terms terms, Report report) {
    this.terms = terms;
    this.report = report;
  }

  /**
   * @param emptyCollections the roots of those that are said to be empty
   */
  void check(List<Fact> facts, BitSet emptyCollections) {
    Map<Integer, Fact> elements = new HashMap<>();
    for (Fact fact : facts) {
      if (fact.kind().isElement()) {
        elements.putIfAbsent(terms.root(fact.id()), fact);
      }
    }
    Map<Integer, Fact> relations = new HashMap<>();
    for (Fact fact : facts) {
      if (DISJOINT.contains(fact.kind())) {
        overlap(fact, relations, elements);
      } else if (fact.kind() == StatementKind.DERIVATION) {
        derivation(fact);
      } else if (fact.kind() == StatementKind.MEMBERSHIP
          && emptyCollections.get(terms.root(fact.term(0)))) {
        report.add(
            Constraint.EMPTY_COLLECTION,
            report.name(fact.term(0)) + " is a prov:EmptyCollection",
            fact);
      }
    }
  }

  private void overlap(Fact fact, Map<Integer, Fact> relations, Map<Integer, Fact> elements) {
    int root = terms.root(fact.id());
    Fact relation = relations.putIfAbsent(root, fact);
    if (relation != null && relation.kind() != fact.kind()) {
      report.add(
          Constraint.PROPERTY_OVERLAP,
          report.name(root)
              + " identifies "
              + relation.kind().label()
              + " and "
              + fact.kind().label(),
          relation,
          fact);
    }
    Fact element = elements.get(root);
    if (element != null) {
      report.add(
          Constraint.OBJECT_PROPERTY_OVERLAP,
          report.name(root)
              + " names an "
              + element.kind().label()
              + " and identifies "
              + fact.kind().label(),
          element,
          fact);
    }
  }

  private void derivation(Fact fact) {
    if (fact.term(Definitions.ACTIVITY) == Terms.PLACEHOLDER
        && (fact.term(3) != Terms.PLACEHOLDER || fact.term(4) != Terms.PLACEHOLDER)) {
      report.add(
          Constraint.UNSPECIFIED_DERIVATION,
          "a derivation has a generation or a usage, but no activity",
          fact);
    }
  }
}
