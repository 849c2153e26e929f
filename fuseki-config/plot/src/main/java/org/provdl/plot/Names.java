package org.provdl.plot;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.provdl.queries.KnownRun;

/** What things are called in pictures. */
final class Names {
  private static final int LONGEST = 40;
  private static final int SHORTEST_ID = 8;

  private Names() {}

  /** The last part of an IRI or prefixed name, or the text itself. */
  static String last(String iri) {
    return iri.replaceFirst("[/#>]+$", "").replaceFirst("^.*[/#:](?=[^/#:]+$)", "");
  }

  /** A part of the data, such as {@code test} for {@code provdl:testData}. */
  static String split(String iri) {
    return last(iri).replaceFirst("Data$", "");
  }

  /**
   * A name for each run: its own, with so much of its id as tells it from others where some have
   * the same.
   */
  static List<String> of(List<KnownRun> runs) {
    Map<String, Integer> counts = new HashMap<>();
    runs.forEach(run -> counts.merge(name(run), 1, Integer::sum));
    int length = lengthOfIds(runs);
    return runs.stream()
        .map(
            run -> {
              String id = run.id().substring(0, Math.min(length, run.id().length()));
              return counts.getOrDefault(name(run), 1) == 1
                  ? name(run)
                  : run.name().isEmpty()
                      ? Texts.printable(id)
                      : name(run) + " " + Texts.printable(id);
            })
        .toList();
  }

  private static String name(KnownRun run) {
    return run.name().isEmpty() ? Texts.printable(run.id()) : Texts.shortened(run.name(), LONGEST);
  }

  /** How much of an id tells all of them apart. */
  private static int lengthOfIds(List<KnownRun> runs) {
    int length = SHORTEST_ID;
    int longest = runs.stream().mapToInt(run -> run.id().length()).max().orElse(0);
    while (length < longest && collide(runs, length)) {
      length++;
    }
    return length;
  }

  private static boolean collide(List<KnownRun> runs, int length) {
    Map<String, KnownRun> seen = new LinkedHashMap<>();
    runs.forEach(run -> seen.put(run.id().substring(0, Math.min(length, run.id().length())), run));
    return seen.size() < runs.stream().map(KnownRun::iri).distinct().count();
  }
}
