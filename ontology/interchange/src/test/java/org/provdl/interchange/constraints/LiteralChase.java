package org.provdl.interchange.constraints;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The procedure of PROV-CONSTRAINTS section 7.1 to the letter, with all inferences but those of
 * alternates, which no constraint looks at, and every pair of statements looked at: slow, and so
 * simple that it can be compared with the specification. A fact is its kind, then its terms as
 * PROV-N has them; a variable begins with a question mark.
 */
final class LiteralChase {

  private static final Set<String> ELEMENTS = Set.of("entity", "activity", "agent");
  private static final Set<String> DISJOINT =
      Set.of(
          "used",
          "wasGeneratedBy",
          "wasInvalidatedBy",
          "wasStartedBy",
          "wasEndedBy",
          "wasInformedBy",
          "wasAttributedTo",
          "wasAssociatedWith",
          "actedOnBehalfOf");

  /** A uniqueness constraint failed. */
  private static final class NoNormalForm extends Exception {
    private static final long serialVersionUID = 1;
  }

  private final Set<List<String>> facts = new LinkedHashSet<>();
  private final Set<List<String>> order = new HashSet<>();
  private final Set<List<String>> strict = new HashSet<>();
  private int variables;

  /**
   * @param statements each its kind, its identifier or {@code -}, and its arguments
   */
  static boolean isValid(List<List<String>> statements) {
    LiteralChase chase = new LiteralChase();
    statements.forEach(chase::define);
    try {
      chase.normalize();
    } catch (NoNormalForm e) {
      return false;
    }
    chase.order();
    return chase.strict.stream()
            .noneMatch(edge -> chase.reachable(edge.get(1)).contains(edge.get(0)))
        && chase.areTypesDisjoint()
        && chase.isPossible();
  }

  private String fresh() {
    return "?" + variables++;
  }

  private void define(List<String> statement) {
    String kind = statement.get(0);
    List<String> fact = new ArrayList<>(statement);
    for (int i = 1; i < fact.size(); i++) {
      boolean isPlaceholder =
          (kind.equals("wasAssociatedWith") && i == 4)
              || (kind.equals("wasDerivedFrom") && i > 1 && statement.get(4).equals("-"));
      if (fact.get(i).equals("-") && !isPlaceholder) {
        fact.set(i, fresh());
      }
    }
    if (kind.equals("specializationOf")) {
      fact.set(1, "");
    }
    facts.add(fact);
  }

  private List<List<String>> all(String kind) {
    return facts.stream().filter(fact -> fact.get(0).equals(kind)).toList();
  }

  /** Whether there is a fact with these terms; an empty one is any. */
  private boolean has(String kind, String... terms) {
    for (List<String> fact : all(kind)) {
      boolean matches = true;
      for (int i = 0; i < terms.length; i++) {
        matches &= terms[i].isEmpty() || terms[i].equals(fact.get(i + 1));
      }
      if (matches) {
        return true;
      }
    }
    return false;
  }

  private void normalize() throws NoNormalForm {
    boolean changed = true;
    while (changed) {
      Set<List<String>> inferred = new LinkedHashSet<>();
      facts.forEach(fact -> infer(fact, inferred));
      changed = facts.addAll(inferred);
      while (unify()) {
        changed = true;
      }
    }
  }

  private void infer(List<String> f, Set<List<String>> to) {
    switch (f.get(0)) {
      case "wasInformedBy" -> { // 5
        if (all("wasGeneratedBy").stream()
            .noneMatch(g -> g.get(3).equals(f.get(3)) && has("used", "", f.get(2), g.get(2)))) {
          String entity = fresh();
          to.add(List.of("wasGeneratedBy", fresh(), entity, f.get(3), fresh()));
          to.add(List.of("used", fresh(), f.get(2), entity, fresh()));
        }
      }
      case "used" -> { // 6
        for (List<String> g : all("wasGeneratedBy")) {
          if (g.get(2).equals(f.get(3)) && !has("wasInformedBy", "", f.get(2), g.get(3))) {
            to.add(List.of("wasInformedBy", fresh(), f.get(2), g.get(3)));
            break; // The others are found in the next round.
          }
        }
      }
      case "entity" -> { // 7
        if (!has("wasGeneratedBy", "", f.get(1)) || !has("wasInvalidatedBy", "", f.get(1))) {
          to.add(List.of("wasGeneratedBy", fresh(), f.get(1), fresh(), fresh()));
          to.add(List.of("wasInvalidatedBy", fresh(), f.get(1), fresh(), fresh()));
        }
      }
      case "activity" -> { // 8
        if (!has("wasStartedBy", "", f.get(1), "", "", f.get(2))
            || !has("wasEndedBy", "", f.get(1), "", "", f.get(3))) {
          to.add(List.of("wasStartedBy", fresh(), f.get(1), fresh(), fresh(), f.get(2)));
          to.add(List.of("wasEndedBy", fresh(), f.get(1), fresh(), fresh(), f.get(3)));
        }
      }
      case "wasStartedBy", "wasEndedBy" -> { // 9, 10
        if (!has("wasGeneratedBy", "", f.get(3), f.get(4))) {
          to.add(List.of("wasGeneratedBy", fresh(), f.get(3), f.get(4), fresh()));
        }
      }
      case "wasDerivedFrom" -> { // 11
        if (!f.subList(4, 7).contains("-")
            && (!has("used", f.get(6), f.get(4), f.get(3))
                || !has("wasGeneratedBy", f.get(5), f.get(2), f.get(4)))) {
          to.add(List.of("used", f.get(6), f.get(4), f.get(3), fresh()));
          to.add(List.of("wasGeneratedBy", f.get(5), f.get(2), f.get(4), fresh()));
        }
      }
      case "wasAttributedTo" -> { // 13
        if (all("wasGeneratedBy").stream()
            .noneMatch(
                g ->
                    g.get(2).equals(f.get(2))
                        && has("wasAssociatedWith", "", g.get(3), f.get(3)))) {
          String activity = fresh();
          to.add(List.of("wasGeneratedBy", fresh(), f.get(2), activity, fresh()));
          to.add(List.of("wasAssociatedWith", fresh(), activity, f.get(3), fresh()));
        }
      }
      case "actedOnBehalfOf" -> { // 14
        for (String agent : f.subList(2, 4)) {
          if (!has("wasAssociatedWith", "", f.get(4), agent)) {
            to.add(List.of("wasAssociatedWith", fresh(), f.get(4), agent, fresh()));
          }
        }
      }
      case "specializationOf" -> {
        for (List<String> g : all("specializationOf")) { // 19
          if (f.get(3).equals(g.get(2))) {
            to.add(List.of("specializationOf", "", f.get(2), g.get(3)));
          }
        }
        if (has("entity", f.get(3))) { // 21
          to.add(List.of("entity", f.get(2)));
        }
      }
      default -> {}
    }
    if (DISJOINT.contains(f.get(0)) || f.get(0).equals("wasDerivedFrom")) { // 15
      to.add(List.of("wasInfluencedBy", f.get(1), f.get(2), f.get(3)));
    }
  }

  /** Makes two terms one, if a constraint says so: 22 to 29. */
  private boolean unify() throws NoNormalForm {
    List<List<String>> all = List.copyOf(facts);
    for (List<String> f : all) {
      for (List<String> g : all) {
        String kind = f.get(0);
        boolean same = kind.equals(g.get(0));
        if (same && !kind.equals("specializationOf") && f.get(1).equals(g.get(1))) {
          for (int i = 2; i < f.size(); i++) {
            if (substitute(f.get(i), g.get(i))) {
              return true;
            }
          }
        }
        boolean isKey =
            switch (kind) {
              case "wasGeneratedBy", "wasInvalidatedBy" ->
                  same && f.subList(2, 4).equals(g.subList(2, 4));
              case "wasStartedBy", "wasEndedBy" ->
                  same && f.get(2).equals(g.get(2)) && f.get(4).equals(g.get(4));
              default -> false;
            };
        if (isKey && substitute(f.get(1), g.get(1))) {
          return true;
        }
        if (kind.equals("activity") && g.size() > 5 && f.get(1).equals(g.get(2))) {
          int time = g.get(0).equals("wasStartedBy") ? 2 : g.get(0).equals("wasEndedBy") ? 3 : 0;
          if (time > 0 && substitute(f.get(time), g.get(5))) {
            return true;
          }
        }
      }
    }
    return false;
  }

  private boolean substitute(String one, String other) throws NoNormalForm {
    if (one.equals(other)) {
      return false;
    }
    if (!one.startsWith("?") && !other.startsWith("?")) {
      throw new NoNormalForm();
    }
    String variable = one.startsWith("?") ? one : other;
    String term = one.startsWith("?") ? other : one;
    List<List<String>> all = List.copyOf(facts);
    facts.clear();
    all.forEach(fact -> facts.add(fact.stream().map(t -> t.equals(variable) ? term : t).toList()));
    return true;
  }

  private void order() {
    for (List<String> f : facts) {
      String first = f.get(2 < f.size() ? 2 : 1);
      String second = f.get(3 < f.size() ? 3 : 1);
      switch (f.get(0)) {
        case "wasStartedBy" -> {
          before("wasStartedBy", first, "wasEndedBy", first); // 30
          before("wasStartedBy", first, "wasStartedBy", first); // 31
          existing(f.get(1), second); // 43
        }
        case "wasEndedBy" -> {
          before("wasEndedBy", first, "wasEndedBy", first); // 32
          existing(f.get(1), second); // 44
        }
        case "used" -> {
          during(f.get(1), first); // 33
          existing(f.get(1), second); // 37, 38
        }
        case "wasGeneratedBy" -> {
          during(f.get(1), second); // 34
          before("wasGeneratedBy", first, "wasInvalidatedBy", first); // 36
          before("wasGeneratedBy", first, "wasGeneratedBy", first); // 39
        }
        case "wasInvalidatedBy" ->
            before("wasInvalidatedBy", first, "wasInvalidatedBy", first); // 40
        case "wasInformedBy" -> before("wasStartedBy", second, "wasEndedBy", first); // 35
        case "wasDerivedFrom" -> {
          if (!f.subList(4, 7).contains("-")) {
            order.add(List.of(f.get(6), f.get(5))); // 41
          }
          for (String early : events("wasGeneratedBy", second)) { // 42
            events("wasGeneratedBy", first).forEach(late -> strict.add(List.of(early, late)));
          }
        }
        case "specializationOf" -> {
          before("wasGeneratedBy", second, "wasGeneratedBy", first); // 45
          before("wasInvalidatedBy", first, "wasInvalidatedBy", second); // 46
        }
        case "wasAssociatedWith" -> { // 47
          before("wasStartedBy", first, "wasInvalidatedBy", second);
          before("wasGeneratedBy", second, "wasEndedBy", first);
          before("wasStartedBy", first, "wasEndedBy", second);
          before("wasStartedBy", second, "wasEndedBy", first);
        }
        case "wasAttributedTo" -> { // 48
          before("wasGeneratedBy", second, "wasGeneratedBy", first);
          before("wasStartedBy", second, "wasGeneratedBy", first);
        }
        case "actedOnBehalfOf" -> { // 49
          before("wasGeneratedBy", second, "wasInvalidatedBy", first);
          before("wasStartedBy", second, "wasEndedBy", first);
        }
        default -> {}
      }
    }
    order.addAll(strict);
  }

  private List<String> events(String kind, String thing) {
    return all(kind).stream()
        .filter(fact -> fact.get(2).equals(thing))
        .map(fact -> fact.get(1))
        .toList();
  }

  private void before(String kind, String thing, String otherKind, String other) {
    for (String early : events(kind, thing)) {
      events(otherKind, other).forEach(late -> order.add(List.of(early, late)));
    }
  }

  private void during(String event, String activity) {
    events("wasStartedBy", activity).forEach(start -> order.add(List.of(start, event)));
    events("wasEndedBy", activity).forEach(end -> order.add(List.of(event, end)));
  }

  private void existing(String event, String entity) {
    events("wasGeneratedBy", entity).forEach(start -> order.add(List.of(start, event)));
    events("wasInvalidatedBy", entity).forEach(end -> order.add(List.of(event, end)));
  }

  private Set<String> reachable(String from) {
    Set<String> reached = new LinkedHashSet<>(List.of(from));
    List<String> open = new ArrayList<>(reached);
    while (!open.isEmpty()) {
      String event = open.remove(0);
      for (List<String> edge : order) {
        if (edge.get(0).equals(event) && reached.add(edge.get(1))) {
          open.add(edge.get(1));
        }
      }
    }
    return reached;
  }

  /** Constraints 50 and 55. */
  private boolean areTypesDisjoint() {
    Set<String> entities = new HashSet<>();
    Set<String> activities = new HashSet<>();
    for (List<String> f : facts) {
      switch (f.get(0)) {
        case "entity" -> entities.add(f.get(1));
        case "activity" -> activities.add(f.get(1));
        case "used" -> {
          activities.add(f.get(2));
          entities.add(f.get(3));
        }
        case "wasGeneratedBy", "wasInvalidatedBy" -> {
          entities.add(f.get(2));
          activities.add(f.get(3));
        }
        case "wasInformedBy" -> activities.addAll(f.subList(2, 4));
        case "wasStartedBy", "wasEndedBy" -> {
          activities.add(f.get(2));
          entities.add(f.get(3));
          activities.add(f.get(4));
        }
        case "wasDerivedFrom" -> {
          entities.addAll(f.subList(2, 4));
          activities.add(f.get(4));
        }
        case "wasAttributedTo" -> entities.add(f.get(2));
        case "wasAssociatedWith" -> {
          activities.add(f.get(2));
          entities.add(f.get(4));
        }
        case "actedOnBehalfOf" -> activities.add(f.get(4));
        case "specializationOf" -> entities.addAll(f.subList(2, 4));
        default -> {}
      }
    }
    entities.remove("-");
    return entities.stream().noneMatch(activities::contains);
  }

  /** Constraints 51 to 54. */
  private boolean isPossible() {
    Set<String> elements =
        facts.stream()
            .filter(fact -> ELEMENTS.contains(fact.get(0)))
            .map(fact -> fact.get(1))
            .collect(Collectors.toSet());
    for (List<String> f : facts) {
      String kind = f.get(0);
      if ((kind.equals("specializationOf") && f.get(2).equals(f.get(3)))
          || (kind.equals("wasDerivedFrom")
              && f.get(4).equals("-")
              && !(f.get(5) + f.get(6)).equals("--"))) {
        return false;
      }
      if (DISJOINT.contains(kind)
          && (elements.contains(f.get(1))
              || facts.stream()
                  .anyMatch(
                      g ->
                          !g.get(0).equals(kind)
                              && DISJOINT.contains(g.get(0))
                              && g.get(1).equals(f.get(1))))) {
        return false;
      }
    }
    return true;
  }
}
