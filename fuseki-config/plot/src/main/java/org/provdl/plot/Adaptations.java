package org.provdl.plot;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.jena.graph.Node;
import org.jspecify.annotations.Nullable;
import org.provdl.queries.Catalogue;
import org.provdl.queries.KnownRun;
import org.provdl.queries.SparqlEndpoint;

/** The changes of hyperparameters in mid-training, as events of a chart. */
final class Adaptations {

  /** More lines than that would hide the curve. */
  private static final int MOST = 12;

  private Adaptations() {}

  /** Those of a run; where they are too many, none and a note. */
  static List<Event> of(
      KnownRun run,
      boolean byIteration,
      Catalogue catalogue,
      SparqlEndpoint endpoint,
      List<String> notes) {
    Map<Integer, Set<String>> changes = new TreeMap<>();
    for (Map<String, Node> row :
        catalogue.query("adaptations").with("run", run.iri()).on(endpoint).rows()) {
      Node place = row.get(byIteration ? "iteration" : "epoch");
      if (place != null) {
        changes
            .computeIfAbsent((int) Value.number(place), key -> new LinkedHashSet<>())
            .add(change(row));
      }
    }
    if (changes.size() > MOST) {
      notes.add("%d adaptations are not drawn".formatted(changes.size()));
      return List.of();
    }
    List<Event> events = new ArrayList<>();
    changes.forEach((place, texts) -> events.add(new Event(place, label(texts))));
    return List.copyOf(events);
  }

  private static String change(Map<String, Node> row) {
    return "%s %s → %s"
        .formatted(text(row.get("hyperparameter")), text(row.get("old")), text(row.get("new")));
  }

  private static String text(@Nullable Node term) {
    return term == null ? "?" : Value.of(term).text();
  }

  private static String label(Set<String> changes) {
    String first = changes.iterator().next();
    return changes.size() == 1 ? first : first + " and %d more".formatted(changes.size() - 1);
  }
}
