package org.provdl.interchange.constraints;

import static org.assertj.core.api.Assertions.assertThat;
import static org.provdl.interchange.constraints.Constraint.DERIVATION_GENERATION_GENERATION;
import static org.provdl.interchange.constraints.Constraint.EMPTY_COLLECTION;
import static org.provdl.interchange.constraints.Constraint.ENTITY_ACTIVITY_DISJOINT;
import static org.provdl.interchange.constraints.Constraint.KEY_OBJECT;
import static org.provdl.interchange.constraints.Constraint.KEY_PROPERTIES;
import static org.provdl.interchange.constraints.Constraint.MANDATORY_ARGUMENT;
import static org.provdl.interchange.constraints.Constraint.OBJECT_PROPERTY_OVERLAP;
import static org.provdl.interchange.constraints.Constraint.PROPERTY_OVERLAP;
import static org.provdl.interchange.constraints.Constraint.REPEATED_BUNDLE;
import static org.provdl.interchange.constraints.Constraint.SPECIALIZATION_REFLEXIVE;
import static org.provdl.interchange.constraints.Constraint.UNIQUE_END;
import static org.provdl.interchange.constraints.Constraint.UNIQUE_END_TIME;
import static org.provdl.interchange.constraints.Constraint.UNIQUE_GENERATION;
import static org.provdl.interchange.constraints.Constraint.UNIQUE_INVALIDATION;
import static org.provdl.interchange.constraints.Constraint.UNIQUE_MENTION;
import static org.provdl.interchange.constraints.Constraint.UNIQUE_START;
import static org.provdl.interchange.constraints.Constraint.UNIQUE_START_TIME;
import static org.provdl.interchange.constraints.Constraint.UNSPECIFIED_DERIVATION;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** For each constraint of the specification, and each inference that matters, what keeps to it. */
class ConstraintsTest {

  /** What the statements are, and which constraints they violate. */
  record Case(String name, Set<Constraint> violated, List<String> statements) {

    @Override
    public String toString() {
      return name;
    }
  }

  private static Case valid(String name, String... statements) {
    return new Case(name, Set.of(), List.of(statements));
  }

  private static Case invalid(Constraint constraint, String name, String... statements) {
    return new Case(constraint.number() + " " + name, Set.of(constraint), List.of(statements));
  }

  static List<Case> definitions() {
    return List.of(
        valid(
            "1 two without identifier may be one or two",
            "wasAttributedTo(ex:e, ex:ag)",
            "wasAttributedTo(ex:id; ex:e, ex:ag)"),
        valid(
            "2 attributes are united",
            "used(ex:u; ex:a, ex:e, -, [ex:x = \"1\"])",
            "used(ex:u; ex:a, ex:e, -, [ex:x = \"2\", ex:y = 3])"),
        valid(
            "3 what is not said may be anything", "used(ex:u; ex:a)", "used(ex:u; ex:a, ex:e, T1)"),
        valid(
            "4 a marker may be anything",
            "wasStartedBy(ex:s; ex:a, -, ex:b, -)",
            "wasStartedBy(ex:s; ex:a, ex:e, -, T1)"),
        valid(
            "4 the activity of a delegation may be any",
            "actedOnBehalfOf(ex:d; ex:ag2, ex:ag1, ex:a)",
            "actedOnBehalfOf(ex:d; ex:ag2, ex:ag1, -)"),
        valid(
            "4 the agent of an association may be any",
            "wasAssociatedWith(ex:as; ex:a, ex:ag, ex:pl)",
            "wasAssociatedWith(ex:as; ex:a, -, ex:pl)"),
        invalid(
            KEY_PROPERTIES,
            "no plan is not any plan",
            "wasAssociatedWith(ex:as; ex:a, ex:ag, ex:pl)",
            "wasAssociatedWith(ex:as; ex:a, ex:ag, -)"),
        valid(
            "4 with an activity, the generation and usage of a derivation may be any",
            "wasDerivedFrom(ex:d; ex:e2, ex:e1, ex:a, -, ex:u)",
            "wasDerivedFrom(ex:d; ex:e2, ex:e1, ex:a, ex:g, -)"),
        invalid(
            KEY_PROPERTIES,
            "no activity of a derivation is not any activity",
            "wasDerivedFrom(ex:d; ex:e2, ex:e1, ex:a, -, -)",
            "wasDerivedFrom(ex:d; ex:e2, ex:e1)"),
        invalid(MANDATORY_ARGUMENT, "of a generation", "wasGeneratedBy(ex:g; -, ex:a, -)"),
        invalid(MANDATORY_ARGUMENT, "of a usage", "used(ex:u; -, ex:e, -)"),
        invalid(MANDATORY_ARGUMENT, "of a communication", "wasInformedBy(ex:a, -)"),
        invalid(MANDATORY_ARGUMENT, "of a start", "wasStartedBy(-, ex:e, ex:a, -)"),
        invalid(MANDATORY_ARGUMENT, "of an end", "wasEndedBy(-, ex:e, ex:a, -)"),
        invalid(MANDATORY_ARGUMENT, "of an invalidation", "wasInvalidatedBy(-, ex:a, -)"),
        invalid(MANDATORY_ARGUMENT, "of a derivation", "wasDerivedFrom(ex:e, -)"),
        invalid(MANDATORY_ARGUMENT, "of an attribution", "wasAttributedTo(ex:e, -)"),
        invalid(MANDATORY_ARGUMENT, "of an association", "wasAssociatedWith(-, ex:ag, -)"),
        invalid(MANDATORY_ARGUMENT, "of a delegation", "actedOnBehalfOf(ex:ag, -, ex:a)"),
        invalid(MANDATORY_ARGUMENT, "of an influence", "wasInfluencedBy(-, ex:x)"),
        invalid(MANDATORY_ARGUMENT, "of a specialization", "specializationOf(ex:e, -)"),
        invalid(MANDATORY_ARGUMENT, "of an alternate", "alternateOf(-, ex:e)"),
        invalid(MANDATORY_ARGUMENT, "of a membership", "hadMember(-, ex:e)"),
        invalid(MANDATORY_ARGUMENT, "of a mention", "mentionOf(ex:e, ex:f, -)"));
  }

  static List<Case> uniqueness() {
    return List.of(
        valid("22 entities", "entity(ex:e, [ex:x = 1])", "entity(ex:e, [ex:x = 2])"),
        valid("22 agents", "agent(ex:e, [ex:x = 1])", "agent(ex:e, [ex:x = 2])"),
        valid("22 times of an activity", "activity(ex:a, T1, -)", "activity(ex:a, -, T2)"),
        valid(
            "22 times by their value",
            "activity(ex:a, 2024-01-01T12:00:00Z, -)",
            "activity(ex:a, 2024-01-01T13:00:00.00+01:00, -)"),
        invalid(KEY_OBJECT, "start", "activity(ex:a, T1, -)", "activity(ex:a, T2, -)"),
        invalid(KEY_OBJECT, "end", "activity(ex:a, -, T1)", "activity(ex:a, -, T2)"),
        invalid(
            KEY_OBJECT,
            "a time with and one without zone",
            "activity(ex:a, 2024-01-01T12:00:00Z, -)",
            "activity(ex:a, 2024-01-01T12:00:00, -)"),
        invalid(
            KEY_PROPERTIES,
            "generation",
            "wasGeneratedBy(ex:g; ex:e, ex:a, -)",
            "wasGeneratedBy(ex:g; ex:e, ex:b, -)"),
        invalid(
            KEY_PROPERTIES,
            "time of a generation",
            "wasGeneratedBy(ex:g; ex:e, ex:a, T1)",
            "wasGeneratedBy(ex:g; ex:e, ex:a, T2)"),
        invalid(KEY_PROPERTIES, "usage", "used(ex:u; ex:a, ex:e, -)", "used(ex:u; ex:a, ex:f, -)"),
        invalid(
            KEY_PROPERTIES,
            "communication",
            "wasInformedBy(ex:c; ex:a, ex:b)",
            "wasInformedBy(ex:c; ex:a, ex:c)"),
        invalid(
            KEY_PROPERTIES,
            "start",
            "wasStartedBy(ex:s; ex:a, ex:e, ex:b, -)",
            "wasStartedBy(ex:s; ex:a, ex:f, -, -)"),
        invalid(
            KEY_PROPERTIES,
            "end",
            "wasEndedBy(ex:s; ex:a, ex:e, ex:b, -)",
            "wasEndedBy(ex:s; ex:a, -, ex:c, -)"),
        invalid(
            KEY_PROPERTIES,
            "invalidation",
            "wasInvalidatedBy(ex:i; ex:e, ex:a, T1)",
            "wasInvalidatedBy(ex:i; ex:e, -, T2)"),
        invalid(
            KEY_PROPERTIES,
            "derivation",
            "wasDerivedFrom(ex:d; ex:e, ex:f)",
            "wasDerivedFrom(ex:d; ex:e, ex:g)"),
        invalid(
            KEY_PROPERTIES,
            "attribution",
            "wasAttributedTo(ex:at; ex:e, ex:ag)",
            "wasAttributedTo(ex:at; ex:e, ex:other)"),
        invalid(
            KEY_PROPERTIES,
            "association",
            "wasAssociatedWith(ex:as; ex:a, ex:ag, -)",
            "wasAssociatedWith(ex:as; ex:a, ex:other, -)"),
        invalid(
            KEY_PROPERTIES,
            "delegation",
            "actedOnBehalfOf(ex:d; ex:ag2, ex:ag1, ex:a)",
            "actedOnBehalfOf(ex:d; ex:ag2, ex:ag1, ex:b)"),
        invalid(
            KEY_PROPERTIES,
            "influence",
            "wasInfluencedBy(ex:i; ex:x, ex:y)",
            "wasInfluencedBy(ex:i; ex:x, ex:z)"),
        valid(
            "23 a relation is an influence (15)",
            "wasInfluencedBy(ex:id; ex:e, ex:a)",
            "wasGeneratedBy(ex:id; ex:e, ex:a, -)"),
        invalid(
            KEY_PROPERTIES,
            "a relation is an influence of its ends only (15)",
            "wasInfluencedBy(ex:id; ex:e, ex:b)",
            "wasGeneratedBy(ex:id; ex:e, ex:a, -)"),
        valid(
            "24 by different activities",
            "wasGeneratedBy(ex:g1; ex:e, ex:a, -)",
            "wasGeneratedBy(ex:g2; ex:e, ex:b, -)"),
        invalid(
            UNIQUE_GENERATION,
            "by one activity",
            "wasGeneratedBy(ex:g1; ex:e, ex:a, -)",
            "wasGeneratedBy(ex:g2; ex:e, ex:a, -)"),
        invalid(
            KEY_PROPERTIES,
            "by one activity at two times",
            "wasGeneratedBy(ex:e, ex:a, T1)",
            "wasGeneratedBy(ex:g2; ex:e, ex:a, T2)"),
        valid(
            "24 an activity becomes known, and the generations one",
            "wasGeneratedBy(ex:g; ex:e, -, -)",
            "wasGeneratedBy(ex:g; ex:e, ex:a, -)",
            "wasGeneratedBy(ex:e, ex:a, T1)"),
        invalid(
            KEY_PROPERTIES,
            "an activity becomes known, and the times are two",
            "wasGeneratedBy(ex:g; ex:e, -, T2)",
            "wasGeneratedBy(ex:e, ex:a, T1)",
            "wasGeneratedBy(ex:g; ex:e, ex:a, -)"),
        valid(
            "24 to 27 say nothing of usage, which may be repeated",
            "used(ex:u1; ex:a, ex:e, T1)",
            "used(ex:u2; ex:a, ex:e, T2)",
            "used(ex:a, ex:e, T3)"),
        invalid(
            UNIQUE_INVALIDATION,
            "by one activity",
            "wasInvalidatedBy(ex:i1; ex:e, ex:a, -)",
            "wasInvalidatedBy(ex:i2; ex:e, ex:a, -)"),
        valid(
            "25 by different activities",
            "wasInvalidatedBy(ex:i1; ex:e, ex:a, -)",
            "wasInvalidatedBy(ex:i2; ex:e, ex:b, -)"),
        invalid(
            UNIQUE_START,
            "by one activity",
            "wasStartedBy(ex:s1; ex:a, -, ex:b, -)",
            "wasStartedBy(ex:s2; ex:a, -, ex:b, -)"),
        valid(
            "26 by different activities",
            "wasStartedBy(ex:s1; ex:a, ex:e, ex:b, -)",
            "wasStartedBy(ex:s2; ex:a, ex:f, ex:c, -)"),
        invalid(
            KEY_PROPERTIES,
            "one start by one activity has one trigger",
            "wasStartedBy(ex:s1; ex:a, ex:e, ex:b, -)",
            "wasStartedBy(ex:a, ex:f, ex:b, -)"),
        invalid(
            UNIQUE_END,
            "by one activity",
            "wasEndedBy(ex:s1; ex:a, -, ex:b, -)",
            "wasEndedBy(ex:s2; ex:a, -, ex:b, -)"),
        valid(
            "27 by different activities",
            "wasEndedBy(ex:s1; ex:a, ex:e, ex:b, -)",
            "wasEndedBy(ex:s2; ex:a, ex:f, ex:c, -)"),
        valid("28 the time", "activity(ex:a, T1, -)", "wasStartedBy(ex:a, -, -, T1)"),
        invalid(
            UNIQUE_START_TIME,
            "two times",
            "activity(ex:a, T1, -)",
            "wasStartedBy(ex:a, -, -, T2)"),
        invalid(
            UNIQUE_START_TIME,
            "two starts of what is declared without time",
            "activity(ex:a)",
            "wasStartedBy(ex:a, -, ex:b, T1)",
            "wasStartedBy(ex:a, -, ex:c, T2)"),
        valid(
            "28 two starts of what is not declared",
            "wasStartedBy(ex:a, -, ex:b, T1)",
            "wasStartedBy(ex:a, -, ex:c, T2)"),
        valid("29 the time", "activity(ex:a, -, T2)", "wasEndedBy(ex:a, -, -, T2)"),
        invalid(
            UNIQUE_END_TIME, "two times", "activity(ex:a, -, T1)", "wasEndedBy(ex:a, -, -, T2)"),
        valid(
            "mention twice",
            "mentionOf(ex:e, ex:f, ex:b)",
            "mentionOf(ex:e, ex:f, ex:b)",
            "mentionOf(ex:g, ex:f, ex:b)"),
        invalid(
            UNIQUE_MENTION, "entity", "mentionOf(ex:e, ex:f, ex:b)", "mentionOf(ex:e, ex:g, ex:b)"),
        invalid(
            UNIQUE_MENTION,
            "bundle",
            "mentionOf(ex:e, ex:f, ex:b)",
            "mentionOf(ex:e, ex:f, ex:c)"));
  }

  /** Orders that cannot hold; {@link OrderingTest} looks at each by itself. */
  static List<Case> ordering() {
    return List.of(
        valid("times are not compared", "activity(ex:a, T2, T1)"),
        valid(
            "circles without a strict order",
            "used(ex:a, ex:e, -)",
            "wasGeneratedBy(ex:e, ex:a, -)",
            "wasInformedBy(ex:a, ex:b)",
            "wasInformedBy(ex:b, ex:a)",
            "activity(ex:a)",
            "activity(ex:b)",
            "entity(ex:e)"),
        valid(
            "42 a chain",
            "entity(ex:e)",
            "wasDerivedFrom(ex:e, ex:f)",
            "wasDerivedFrom(ex:f, ex:g)"),
        strict("of itself", "entity(ex:e)", "wasDerivedFrom(ex:e, ex:e)"),
        strict(
            "of each other",
            "entity(ex:e)",
            "entity(ex:f)",
            "wasDerivedFrom(ex:e, ex:f)",
            "wasDerivedFrom(ex:f, ex:e)"),
        valid(
            "42 asks for generations (7)",
            "entity(ex:e)",
            "wasDerivedFrom(ex:e, ex:f)",
            "wasDerivedFrom(ex:f, ex:e)"),
        strict(
            "of each other, attributed (13)",
            "wasAttributedTo(ex:e, ex:ag)",
            "wasGeneratedBy(ex:f, ex:a, -)",
            "wasDerivedFrom(ex:e, ex:f)",
            "wasDerivedFrom(ex:f, ex:e)"),
        strict(
            "of each other, by their activity (11)",
            "wasDerivedFrom(ex:e, ex:f, ex:a, -, -)",
            "wasDerivedFrom(ex:f, ex:e, ex:a, -, -)"),
        strict(
            "34 and 43: of the trigger of its activity",
            "wasStartedBy(ex:a, ex:trigger, -, -)",
            "wasGeneratedBy(ex:e, ex:a, -)",
            "wasDerivedFrom(ex:trigger, ex:e)"),
        strict(
            "33 and 41: of the trigger of its activity",
            "wasStartedBy(ex:a, ex:trigger, -, -)",
            "wasDerivedFrom(ex:e, ex:f, ex:a, ex:g, ex:u)",
            "wasDerivedFrom(ex:trigger, ex:e)"),
        strict(
            "8: what is declared starts, too",
            "activity(ex:a)",
            "wasStartedBy(ex:a, ex:trigger, -, -)",
            "wasGeneratedBy(ex:e, ex:a, -)",
            "entity(ex:trigger)",
            "wasDerivedFrom(ex:trigger, ex:e)"),
        strict(
            "9: the starter generates the trigger",
            "wasStartedBy(ex:a, ex:e, ex:starter, -)",
            "wasStartedBy(ex:starter, ex:trigger, -, -)",
            "wasDerivedFrom(ex:trigger, ex:e)"),
        strict(
            "10: the ender generates the trigger",
            "wasEndedBy(ex:a, ex:e, ex:ender, -)",
            "wasStartedBy(ex:ender, ex:trigger, -, -)",
            "wasDerivedFrom(ex:trigger, ex:e)"),
        strict(
            "31: another start of the activity",
            "wasStartedBy(ex:s1; ex:a, ex:trigger, ex:b, -)",
            "wasStartedBy(ex:s2; ex:a, -, ex:c, -)",
            "wasGeneratedBy(ex:e, ex:a, -)",
            "wasDerivedFrom(ex:trigger, ex:e)"),
        strict(
            "39: another generation of the entity",
            "wasGeneratedBy(ex:g1; ex:e, ex:b, -)",
            "wasGeneratedBy(ex:g2; ex:e, ex:a, -)",
            "wasStartedBy(ex:a, ex:trigger, -, -)",
            "wasDerivedFrom(ex:trigger, ex:e)"),
        strict(
            "45: the general from the specific",
            "entity(ex:general)",
            "specializationOf(ex:specific, ex:general)",
            "wasDerivedFrom(ex:general, ex:specific)"),
        valid(
            "45 asks for the general to be declared (21)",
            "entity(ex:specific)",
            "specializationOf(ex:specific, ex:general)",
            "wasDerivedFrom(ex:general, ex:specific)"),
        strict(
            "45 and 19: the general from the specific, over one that is not generated",
            "wasGeneratedBy(ex:general, ex:a, -)",
            "wasGeneratedBy(ex:specific, ex:a, -)",
            "specializationOf(ex:specific, ex:middle)",
            "specializationOf(ex:middle, ex:general)",
            "wasDerivedFrom(ex:general, ex:specific)"),
        strict(
            "45: the mentioned from the mention",
            "entity(ex:general)",
            "mentionOf(ex:specific, ex:general, ex:bundle)",
            "wasDerivedFrom(ex:general, ex:specific)"),
        strict(
            "48: the agent from what is attributed to it",
            "entity(ex:ag)",
            "wasAttributedTo(ex:e, ex:ag)",
            "wasDerivedFrom(ex:ag, ex:e)"),
        strict(
            "48: the trigger of the agent from what is attributed to it",
            "wasAttributedTo(ex:e, ex:ag)",
            "wasStartedBy(ex:ag, ex:trigger, -, -)",
            "wasDerivedFrom(ex:trigger, ex:e)"),
        strict(
            "39 and 24: after generations have become one",
            "wasGeneratedBy(ex:g; ex:e, -, -)",
            "wasGeneratedBy(ex:g; ex:e, ex:a, -)",
            "wasStartedBy(ex:a, ex:trigger, -, -)",
            "wasDerivedFrom(ex:trigger, ex:e)"));
  }

  private static Case strict(String name, String... statements) {
    return invalid(DERIVATION_GENERATION_GENERATION, name, statements);
  }

  static List<Case> types() {
    return List.of(
        valid("50 an agent may be an entity", "entity(ex:x)", "agent(ex:x)"),
        valid("50 an agent may be an activity", "activity(ex:x)", "agent(ex:x)"),
        valid(
            "50 an agent's places may be of both",
            "wasAssociatedWith(ex:a, ex:x, -)",
            "used(ex:x, ex:e, -)"),
        invalid(ENTITY_ACTIVITY_DISJOINT, "declared", "entity(ex:x)", "activity(ex:x)"),
        both("generated", "wasGeneratedBy(ex:x, ex:a, -)"),
        both("used", "used(ex:a, ex:x, -)"),
        both("trigger of a start", "wasStartedBy(ex:a, ex:x, -, -)"),
        both("trigger of an end", "wasEndedBy(ex:a, ex:x, -, -)"),
        both("invalidated", "wasInvalidatedBy(ex:x, ex:a, -)"),
        both("derived", "wasDerivedFrom(ex:x, ex:e)"),
        both("derived from", "wasDerivedFrom(ex:e, ex:x)"),
        both("attributed", "wasAttributedTo(ex:x, ex:ag)"),
        both("plan", "wasAssociatedWith(ex:a, ex:ag, ex:x)"),
        both("alternate", "alternateOf(ex:x, ex:e)"),
        both("specific", "specializationOf(ex:x, ex:e)"),
        both("general", "specializationOf(ex:e, ex:x)"),
        both("collection", "hadMember(ex:x, ex:e)"),
        both("member", "hadMember(ex:c, ex:x)"),
        both("mention", "mentionOf(ex:x, ex:e, ex:b)"),
        nor("generating", "wasGeneratedBy(ex:e, ex:x, -)"),
        nor("using", "used(ex:x, ex:e, -)"),
        nor("informed", "wasInformedBy(ex:x, ex:a)"),
        nor("informant", "wasInformedBy(ex:a, ex:x)"),
        nor("started", "wasStartedBy(ex:x, ex:e, ex:a, -)"),
        nor("starter", "wasStartedBy(ex:a, ex:e, ex:x, -)"),
        nor("ended", "wasEndedBy(ex:x, ex:e, ex:a, -)"),
        nor("ender", "wasEndedBy(ex:a, ex:e, ex:x, -)"),
        nor("invalidating", "wasInvalidatedBy(ex:e, ex:x, -)"),
        nor("of a derivation", "wasDerivedFrom(ex:e, ex:f, ex:x, -, -)"),
        nor("associated", "wasAssociatedWith(ex:x, ex:ag, -)"),
        nor("of a delegation", "actedOnBehalfOf(ex:ag2, ex:ag1, ex:x)"));
  }

  private static Case both(String name, String statement) {
    return invalid(ENTITY_ACTIVITY_DISJOINT, name, "activity(ex:x)", statement);
  }

  private static Case nor(String name, String statement) {
    return invalid(ENTITY_ACTIVITY_DISJOINT, name, "entity(ex:x)", statement);
  }

  static List<Case> impossibility() {
    return List.of(
        invalid(UNSPECIFIED_DERIVATION, "generation", "wasDerivedFrom(ex:e, ex:f, -, ex:g, -)"),
        invalid(UNSPECIFIED_DERIVATION, "usage", "wasDerivedFrom(ex:e, ex:f, -, -, ex:u)"),
        invalid(UNSPECIFIED_DERIVATION, "both", "wasDerivedFrom(ex:e, ex:f, -, ex:g, ex:u)"),
        valid("51 with activity", "wasDerivedFrom(ex:e, ex:f, ex:a, ex:g, ex:u)"),
        invalid(SPECIALIZATION_REFLEXIVE, "itself", "specializationOf(ex:e, ex:e)"),
        invalid(
            SPECIALIZATION_REFLEXIVE,
            "over others (19)",
            "specializationOf(ex:e, ex:f)",
            "specializationOf(ex:f, ex:g)",
            "specializationOf(ex:g, ex:e)"),
        valid(
            "52 two ways up",
            "specializationOf(ex:e, ex:f)",
            "specializationOf(ex:e, ex:g)",
            "specializationOf(ex:f, ex:h)",
            "specializationOf(ex:g, ex:h)"),
        valid("52 not of alternates", "alternateOf(ex:e, ex:e)"),
        invalid(
            PROPERTY_OVERLAP,
            "a start and a usage of the same",
            "wasStartedBy(ex:id; ex:a, ex:e, -, -)",
            "used(ex:id; ex:a, ex:e, -)"),
        invalid(
            PROPERTY_OVERLAP,
            "a communication and an association",
            "wasInformedBy(ex:id; ex:x, ex:y)",
            "wasAssociatedWith(ex:id; ex:x, ex:y, -)"),
        valid(
            "53 not of an influence and another",
            "wasInfluencedBy(ex:id; ex:a, ex:b)",
            "wasInformedBy(ex:id; ex:a, ex:b)"),
        invalid(
            OBJECT_PROPERTY_OVERLAP,
            "entity",
            "entity(ex:id)",
            "wasGeneratedBy(ex:id; ex:e, ex:a, -)"),
        invalid(
            OBJECT_PROPERTY_OVERLAP, "activity", "activity(ex:id)", "used(ex:id; ex:a, ex:e, -)"),
        invalid(
            OBJECT_PROPERTY_OVERLAP,
            "agent",
            "agent(ex:id)",
            "wasAttributedTo(ex:id; ex:e, ex:ag)"),
        valid("54 not of an influence", "entity(ex:id)", "wasInfluencedBy(ex:id; ex:a, ex:b)"),
        valid(
            "56 a collection",
            "entity(ex:c, [prov:type = 'prov:Collection'])",
            "hadMember(ex:c, ex:e)"),
        valid("56 without member", "entity(ex:c, [prov:type = 'prov:EmptyCollection'])"),
        invalid(
            EMPTY_COLLECTION,
            "member",
            "entity(ex:c, [prov:type = 'prov:EmptyCollection'])",
            "hadMember(ex:c, ex:e)"),
        invalid(
            EMPTY_COLLECTION,
            "member of a specialization (21)",
            "entity(ex:c, [prov:type = 'prov:EmptyCollection'])",
            "specializationOf(ex:d, ex:c)",
            "hadMember(ex:d, ex:e)"),
        valid(
            "56 member of the general",
            "entity(ex:d, [prov:type = 'prov:EmptyCollection'])",
            "specializationOf(ex:d, ex:c)",
            "hadMember(ex:c, ex:e)"));
  }

  static List<Case> bundles() {
    return List.of(
        valid(
            "each by itself",
            "entity(ex:x)",
            "bundle ex:b1",
            "activity(ex:x, T1, -)",
            "endBundle",
            "bundle ex:b2",
            "activity(ex:x, T2, -)",
            "endBundle"),
        invalid(
            ENTITY_ACTIVITY_DISJOINT,
            "in a bundle",
            "bundle ex:b1",
            "activity(ex:x)",
            "entity(ex:x)",
            "endBundle"),
        invalid(
            REPEATED_BUNDLE,
            "twice",
            "bundle ex:b1",
            "entity(ex:x)",
            "endBundle",
            "bundle ex:b1",
            "entity(ex:y)",
            "endBundle"));
  }

  @ParameterizedTest
  @MethodSource({"definitions", "uniqueness", "ordering", "types", "impossibility", "bundles"})
  void theConstraintAndNoOtherIsViolated(Case of) {
    Verdict verdict = Snippet.check(of.statements().toArray(String[]::new));

    assertThat(verdict.violations().stream().map(Violation::constraint).collect(Collectors.toSet()))
        .as(verdict.toString())
        .isEqualTo(of.violated());
    assertThat(verdict.isValid()).isEqualTo(of.violated().isEmpty());
  }
}
