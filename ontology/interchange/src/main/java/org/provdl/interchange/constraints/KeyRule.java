package org.provdl.interchange.constraints;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.provdl.interchange.StatementKind;

/**
 * Facts that have the same terms in some places have the same in others (constraints 22 to 27).
 *
 * @param constraint which it is
 * @param of what facts are compared with each other as
 * @param first a place of the key
 * @param second the other place of the key; the same if it has one
 * @param equal the places that must be equal then
 */
record KeyRule(
    Constraint constraint, StatementKind of, int first, int second, List<Integer> equal) {

  private static final Map<StatementKind, List<KeyRule>> RULES = rules();

  /** {@return those that a kind of fact is under} */
  static List<KeyRule> of(StatementKind kind) {
    return RULES.getOrDefault(kind, List.of());
  }

  /** {@return whether a fact whose identifier is nowhere else can be equal to no other} */
  static boolean needsId(StatementKind kind) {
    return of(kind).stream().allMatch(rule -> rule.first == Fact.ID);
  }

  /** {@return what a place is called} */
  String name(int place) {
    return place == Fact.ID ? "identifier" : of.arguments().get(place).name();
  }

  private static Map<StatementKind, List<KeyRule>> rules() {
    Map<StatementKind, List<KeyRule>> rules = new EnumMap<>(StatementKind.class);
    for (StatementKind kind : StatementKind.values()) {
      if (kind.isQualified() && !kind.isElement() && !kind.isOfDictionaries()) {
        add(rules, kind, byId(Constraint.KEY_PROPERTIES, kind, kind.arguments().size()));
        if (kind != StatementKind.INFLUENCE) {
          // Inference 15: every relation is an influence of its second argument on its first.
          add(rules, kind, byId(Constraint.KEY_PROPERTIES, StatementKind.INFLUENCE, 2));
        }
      }
    }
    add(rules, StatementKind.ACTIVITY, byId(Constraint.KEY_OBJECT, StatementKind.ACTIVITY, 2));
    event(rules, Constraint.UNIQUE_GENERATION, StatementKind.GENERATION, 1);
    event(rules, Constraint.UNIQUE_INVALIDATION, StatementKind.INVALIDATION, 1);
    event(rules, Constraint.UNIQUE_START, StatementKind.START, 2);
    event(rules, Constraint.UNIQUE_END, StatementKind.END, 2);
    add(
        rules,
        StatementKind.MENTION,
        new KeyRule(Constraint.UNIQUE_MENTION, StatementKind.MENTION, 0, 0, List.of(1, 2)));
    return rules;
  }

  private static KeyRule byId(Constraint constraint, StatementKind of, int places) {
    return new KeyRule(
        constraint, of, Fact.ID, Fact.ID, IntStream.range(0, places).boxed().toList());
  }

  private static void event(
      Map<StatementKind, List<KeyRule>> rules, Constraint constraint, StatementKind kind, int by) {
    add(rules, kind, new KeyRule(constraint, kind, 0, by, List.of(Fact.ID)));
  }

  private static void add(
      Map<StatementKind, List<KeyRule>> rules, StatementKind kind, KeyRule rule) {
    rules.computeIfAbsent(kind, any -> new ArrayList<>()).add(rule);
  }
}
