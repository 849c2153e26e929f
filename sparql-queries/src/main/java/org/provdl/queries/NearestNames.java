package org.provdl.queries;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Finds the names that a misspelt one may have meant: those that share the most pairs of letters
 * (Dice's coefficient).
 */
final class NearestNames {
  private static final int MOST = 3;

  private NearestNames() {}

  static List<String> of(String name, Collection<String> names) {
    Set<String> wanted = pairs(name);
    return names.stream()
        .sorted(
            Comparator.comparingDouble((String candidate) -> -similarity(wanted, pairs(candidate)))
                .thenComparing(Comparator.naturalOrder()))
        .limit(MOST)
        .toList();
  }

  private static double similarity(Set<String> wanted, Set<String> candidate) {
    Set<String> common = new HashSet<>(wanted);
    common.retainAll(candidate);
    return 2.0 * common.size() / (wanted.size() + candidate.size());
  }

  private static Set<String> pairs(String name) {
    String padded = " " + name.toLowerCase(Locale.ROOT) + " ";
    Set<String> pairs = new HashSet<>();
    for (int i = 0; i + 2 <= padded.length(); i++) {
      pairs.add(padded.substring(i, i + 2));
    }
    return pairs;
  }
}
