package org.provdl.interchange.constraints;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.jspecify.annotations.Nullable;
import org.provdl.interchange.Statement;

/** Writes down the violations of one instance: the document, or one of its bundles. */
final class Report {

  /** The most statements that a violation gives. */
  private static final int STATEMENTS = 10;

  private final Found found;
  private final Names names;
  private final Terms terms;
  private final @Nullable String bundle;

  Report(Found found, Names names, Terms terms, @Nullable String bundle) {
    this.found = found;
    this.names = names;
    this.terms = terms;
    this.bundle = bundle;
  }

  /** Two facts should agree in a place, and do not. */
  void conflict(Constraint constraint, String place, int one, int other, Fact... facts) {
    add(constraint, place + " is " + name(one) + " and " + name(other), facts);
  }

  /** A statement lacks an argument that it must have. */
  void lacking(Statement statement, int place) {
    String arguments =
        statement.arguments().stream()
            .map(argument -> argument == null ? "-" : names.text(argument))
            .collect(Collectors.joining(", "));
    Node id = statement.id();
    found.add(
        new Violation(
            Constraint.MANDATORY_ARGUMENT,
            bundle,
            statement.kind().arguments().get(place).name() + " must be given",
            List.of(
                statement.kind().label()
                    + "("
                    + (id == null ? "" : names.text(id) + "; ")
                    + arguments
                    + ")")));
  }

  void add(Constraint constraint, String explanation, Fact... facts) {
    add(constraint, explanation, List.of(facts));
  }

  void add(Constraint constraint, String explanation, Collection<Fact> facts) {
    if (found.isFull()) {
      found.count();
      return;
    }
    Set<String> statements = new LinkedHashSet<>();
    Stream<Fact> stated = facts.stream().map(Fact::stated).distinct();
    stated.limit(STATEMENTS).forEach(fact -> statements.add(names.text(fact, terms)));
    long more = facts.stream().map(Fact::stated).distinct().count() - STATEMENTS;
    if (more > 0) {
      statements.add("... and " + more + " more");
    }
    found.add(new Violation(constraint, bundle, explanation, List.copyOf(statements)));
  }

  /** {@return what a term is, as it is written} */
  String name(int term) {
    Node node = terms.value(term);
    return node == null ? "-" : names.text(node);
  }
}
