package org.provdl.interchange.constraints;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.jena.graph.Node;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.provdl.interchange.Statement;
import org.provdl.interchange.StatementStream;

/**
 * What each ordering constraint says precedes what. Most can be in no circle with a strict order,
 * for nothing follows from an end or an invalidation but others, so that no document violates them.
 */
class OrderingTest {

  /** By a constraint, which statements order which events. */
  record Case(int constraint, List<String> statements, Set<String> order) {

    @Override
    public String toString() {
      return constraint + " " + order;
    }
  }

  private static Case orders(int constraint, String statements, String... order) {
    return new Case(constraint, List.of(statements.split("; ")), Set.of(order));
  }

  static List<Case> cases() {
    return List.of(
        orders(30, "activity(ex:a)", "start of ex:a < end of ex:a"),
        orders(30, "wasStartedBy(ex:a, ex:e, -, -)"),
        orders(
            31,
            "wasStartedBy(ex:a, ex:e, ex:b, -); wasStartedBy(ex:a, ex:f, ex:c, -)",
            "start of ex:a < start of ex:a"),
        orders(
            32,
            "wasEndedBy(ex:a, ex:e, ex:b, -); wasEndedBy(ex:a, ex:f, ex:c, -)",
            "end of ex:a < end of ex:a"),
        orders(
            33,
            "activity(ex:a); used(ex:a, ex:e, -)",
            "start of ex:a < usage by ex:a",
            "usage by ex:a < end of ex:a"),
        orders(33, "used(ex:a, ex:e, -)"),
        orders(
            34,
            "activity(ex:a); wasGeneratedBy(ex:e, ex:a, -)",
            "start of ex:a < generation of ex:e",
            "generation of ex:e < end of ex:a"),
        orders(
            35,
            "activity(ex:a); activity(ex:b); wasInformedBy(ex:b, ex:a)",
            "start of ex:a < end of ex:b"),
        orders(36, "entity(ex:e)", "generation of ex:e < invalidation of ex:e"),
        orders(
            36,
            "wasGeneratedBy(ex:e, ex:a, -); wasInvalidatedBy(ex:e, ex:b, -)",
            "generation of ex:e < invalidation of ex:e"),
        orders(37, "entity(ex:e); used(ex:a, ex:e, -)", "generation of ex:e < usage by ex:a"),
        orders(38, "entity(ex:e); used(ex:a, ex:e, -)", "usage by ex:a < invalidation of ex:e"),
        orders(
            39,
            "wasGeneratedBy(ex:e, ex:a, -); wasGeneratedBy(ex:e, ex:b, -)",
            "generation of ex:e < generation of ex:e"),
        orders(
            40,
            "wasInvalidatedBy(ex:e, ex:a, -); wasInvalidatedBy(ex:e, ex:b, -)",
            "invalidation of ex:e < invalidation of ex:e"),
        orders(
            41,
            "wasDerivedFrom(ex:f, ex:e, ex:a, ex:g, ex:u)",
            "usage by ex:a < generation of ex:f"),
        orders(41, "wasDerivedFrom(ex:f, ex:e, ex:a, -, -)", "usage by ex:a < generation of ex:f"),
        orders(41, "entity(ex:e); entity(ex:f); wasDerivedFrom(ex:f, ex:e)"),
        orders(
            42,
            "entity(ex:e); entity(ex:f); wasDerivedFrom(ex:f, ex:e)",
            "generation of ex:e < generation of ex:f"),
        orders(
            43,
            "wasStartedBy(ex:a, ex:e, -, -); entity(ex:e)",
            "generation of ex:e < start of ex:a",
            "start of ex:a < invalidation of ex:e"),
        orders(
            44,
            "wasEndedBy(ex:a, ex:e, -, -); entity(ex:e)",
            "generation of ex:e < end of ex:a",
            "end of ex:a < invalidation of ex:e"),
        orders(
            45,
            "entity(ex:e); specializationOf(ex:f, ex:e)",
            "generation of ex:e < generation of ex:f"),
        orders(
            46,
            "entity(ex:e); specializationOf(ex:f, ex:e)",
            "invalidation of ex:f < invalidation of ex:e"),
        orders(
            47,
            "activity(ex:a); entity(ex:ag); wasAssociatedWith(ex:a, ex:ag, -)",
            "start of ex:a < invalidation of ex:ag",
            "generation of ex:ag < end of ex:a"),
        orders(
            47,
            "activity(ex:a); activity(ex:ag); wasAssociatedWith(ex:a, ex:ag, ex:plan)",
            "start of ex:a < end of ex:ag",
            "start of ex:ag < end of ex:a"),
        orders(
            47,
            "activity(ex:a); entity(ex:ag1); activity(ex:ag2);"
                + " actedOnBehalfOf(ex:ag2, ex:ag1, ex:a)",
            "start of ex:a < invalidation of ex:ag1",
            "generation of ex:ag1 < end of ex:a",
            "start of ex:a < end of ex:ag2",
            "start of ex:ag2 < end of ex:a"),
        orders(
            48,
            "entity(ex:ag); wasAttributedTo(ex:e, ex:ag)",
            "generation of ex:ag < generation of ex:e"),
        orders(
            48,
            "activity(ex:ag); wasAttributedTo(ex:e, ex:ag)",
            "start of ex:ag < generation of ex:e"),
        orders(
            49,
            "entity(ex:ag1); entity(ex:ag2); actedOnBehalfOf(ex:ag2, ex:ag1, -)",
            "generation of ex:ag1 < invalidation of ex:ag2"),
        orders(
            49,
            "activity(ex:ag1); activity(ex:ag2); actedOnBehalfOf(ex:ag2, ex:ag1, -)",
            "start of ex:ag1 < end of ex:ag2"));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void theConstraintOrdersTheseEventsAndNoOthers(Case of) {
    Names names = new Names();
    names.prefix("ex", "http://example.org/");
    Instance instance = new Instance(new Found(), names, new TimeValues(), null);
    Snippet.read(new Statements(instance), of.statements().toArray(String[]::new));

    EventGraph events = instance.events(instance.specializations());
    Set<String> order = new TreeSet<>();
    for (int edge = 0; edge < events.graph().edges(); edge++) {
      if (events.constraint(edge).number() == of.constraint()) {
        order.add(
            events.event(events.graph().source(edge)).text(instance.report())
                + " < "
                + events.event(events.graph().target(edge)).text(instance.report()));
      }
    }

    assertThat(order).isEqualTo(of.order());
  }

  /** Hands the statements of a document to an instance. */
  private record Statements(Instance instance) implements StatementStream {

    @Override
    public void namespace(String prefix, String iri) {}

    @Override
    public void beginBundle(Node name) {}

    @Override
    public void endBundle() {}

    @Override
    public void statement(Statement statement) {
      instance.add(statement);
    }

    @Override
    public void finish() {}
  }
}
