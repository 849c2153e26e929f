package org.provdl.interchange.constraints;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.provdl.interchange.StatementKind;

/**
 * Makes equal what the uniqueness constraints say is equal, as facts come (constraints 22 to 29).
 * When terms become one, the keys that hold them are looked up again: the closure of a congruence,
 * in the number of facts times its logarithm.
 */
final class Uniqueness {

  private static final int END = -1;

  /** Comparable, so that keys whose hashes collide are still found fast. */
  private record Key(Constraint constraint, StatementKind of, int first, int second)
      implements Comparable<Key> {

    private static final Comparator<Key> ORDER =
        Comparator.comparing(Key::constraint)
            .thenComparing(Key::of)
            .thenComparingInt(Key::first)
            .thenComparingInt(Key::second);

    @Override
    public int compareTo(Key other) {
      return ORDER.compare(this, other);
    }
  }

  private record Entry(KeyRule rule, Fact fact) {}

  private final Terms terms;
  private final Report report;
  private final Map<Key, Integer> index = new HashMap<>();
  private final List<Entry> entries = new ArrayList<>();
  private final IntList pending = new IntList();

  /** Of a root, the chain of the keys that hold it: a link for each of the two places of a key. */
  private final IntList heads = new IntList();

  private final IntList tails = new IntList();
  private final IntList lengths = new IntList();
  private final IntList next = new IntList();

  Uniqueness(Terms terms, Report report) {
    this.terms = terms;
    this.report = report;
  }

  void add(Fact fact) {
    for (KeyRule rule : KeyRule.of(fact.kind())) {
      int entry = entries.size();
      entries.add(new Entry(rule, fact));
      link(fact.term(rule.first()), 2 * entry);
      link(fact.term(rule.second()), 2 * entry + 1);
      pending.add(entry);
    }
    while (!pending.isEmpty()) {
      enter(pending.removeLast());
    }
  }

  private void enter(int number) {
    Entry entry = entries.get(number);
    KeyRule rule = entry.rule();
    Key key =
        new Key(
            rule.constraint(),
            rule.of(),
            terms.root(entry.fact().term(rule.first())),
            terms.root(entry.fact().term(rule.second())));
    Integer other = index.putIfAbsent(key, number);
    if (other != null && other != number) {
      equate(rule, entries.get(other).fact(), entry.fact());
    }
  }

  private void equate(KeyRule rule, Fact one, Fact other) {
    if (one.kind() == other.kind() && one.kind() != rule.of()) {
      return; // Two of a kind have a rule of their own, which asks for more.
    }
    for (int place : rule.equal()) {
      if (!unify(
          rule.constraint(), rule.name(place), one, one.term(place), other, other.term(place))) {
        return;
      }
    }
  }

  private boolean unify(
      Constraint constraint, String name, Fact one, int term, Fact other, int otherTerm) {
    int root = terms.root(term);
    int otherRoot = terms.root(otherTerm);
    if (root == otherRoot) {
      return true;
    }
    if (!terms.canMerge(root, otherRoot)) {
      report.conflict(constraint, name, term, otherTerm, one, other);
      return false;
    }
    if (length(root) < length(otherRoot)) {
      merge(otherRoot, root);
    } else {
      merge(root, otherRoot);
    }
    return true;
  }

  private void merge(int root, int absorbed) {
    terms.merge(root, absorbed);
    if (length(absorbed) == 0) {
      return;
    }
    for (int link = heads.get(absorbed); link != END; link = next.get(link)) {
      pending.add(link / 2);
    }
    grow(root);
    if (lengths.get(root) == 0) {
      heads.set(root, heads.get(absorbed));
    } else {
      next.set(tails.get(root), heads.get(absorbed));
    }
    tails.set(root, tails.get(absorbed));
    lengths.set(root, lengths.get(root) + lengths.get(absorbed));
  }

  private void link(int term, int link) {
    int root = terms.root(term);
    grow(root);
    next.add(heads.get(root));
    if (lengths.get(root) == 0) {
      tails.set(root, link);
    }
    heads.set(root, link);
    lengths.set(root, lengths.get(root) + 1);
  }

  private int length(int root) {
    return root < lengths.size() ? lengths.get(root) : 0;
  }

  private void grow(int root) {
    while (lengths.size() <= root) {
      heads.add(END);
      tails.add(END);
      lengths.add(0);
    }
  }

  /**
   * When all facts are in: the times of an activity are those of its starts and ends (constraints
   * 28 and 29). No key holds a time, so that nothing else follows.
   */
  void times(List<Fact> facts) {
    Map<Integer, Fact> activities = new HashMap<>();
    for (Fact fact : facts) {
      if (fact.kind() == StatementKind.ACTIVITY) {
        activities.putIfAbsent(terms.root(fact.id()), fact);
      }
    }
    for (Fact fact : facts) {
      if (fact.kind() == StatementKind.START) {
        time(Constraint.UNIQUE_START_TIME, activities, 0, fact);
      } else if (fact.kind() == StatementKind.END) {
        time(Constraint.UNIQUE_END_TIME, activities, 1, fact);
      }
    }
  }

  private void time(Constraint constraint, Map<Integer, Fact> activities, int place, Fact event) {
    Fact activity = activities.get(terms.root(event.term(0)));
    if (activity != null) {
      String name = activity.kind().arguments().get(place).name();
      unify(constraint, name, activity, activity.term(place), event, event.term(3));
    }
  }
}
