package org.provdl.capture;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.provdl.capture.Check.Verdict;
import org.provdl.vocabulary.Ontology;

/** Compares the environment that a run was trained in with the one that is here. */
public final class EnvironmentChecks {

  private static final int SHOWN_LIBRARIES = 3;
  private static final String UP_TO_THE_HASH = "^(.* )[^ ]*$";

  private EnvironmentChecks() {}

  /**
   * Compares them, by what a run would record here.
   *
   * @param run the run
   * @param environment what is here
   * @param backend what the tensors are computed with here
   * @param framework what would train here
   * @return a check for each fact that is recorded, and one for the class path
   */
  public static List<Check> of(
      RecordedRun run, Environment environment, Backend backend, Framework framework) {
    RecordedRun here = record(environment, backend, framework);
    List<Check> checks = new ArrayList<>();
    run.environment()
        .forEach(
            (name, value) -> checks.add(Check.compare(name, value, here.environment().get(name))));
    if (!run.libraries().isEmpty()) {
      checks.add(libraries(run.libraries(), here.libraries()));
    }
    return checks;
  }

  /** Libraries that are here and were not there do no harm, as far as anybody can tell. */
  private static Check libraries(Set<String> recorded, Set<String> here) {
    Set<String> absent = new TreeSet<>(recorded);
    absent.removeIf(library -> isThere(library, here));
    String found =
        absent.isEmpty()
            ? recorded.size() + " libraries"
            : "not %d of them: %s%s"
                .formatted(
                    absent.size(),
                    absent.stream()
                        .limit(SHOWN_LIBRARIES)
                        .map(library -> library.replaceFirst(UP_TO_THE_HASH, "$1").strip())
                        .collect(Collectors.joining(", ")),
                    absent.size() > SHOWN_LIBRARIES ? ", ..." : "");
    return new Check(
        "class path",
        recorded.size() + " libraries",
        found,
        absent.isEmpty() ? Verdict.SAME : Verdict.DIFFERENT);
  }

  /**
   * Large libraries have no hash where there was no time for it; then the name is what is known.
   */
  private static boolean isThere(String library, Set<String> here) {
    String name = library.replaceFirst(UP_TO_THE_HASH, "$1");
    return here.contains(library)
        || here.contains(name)
        || (library.equals(name) && here.stream().anyMatch(other -> other.startsWith(name)));
  }

  private static RecordedRun record(Environment environment, Backend backend, Framework framework) {
    RunDescription description = RunDescription.named("here").trainedBy(framework);
    RunGraph graph = new RunGraph(Capture.DEFAULT_BASE, DocumentKind.RUN, "here");
    RunMapping mapping =
        new RunMapping(graph, new Terms(Ontology.model()), description, Version.CURRENT);
    DatasetGraph dataset = DatasetGraphFactory.create();
    Instant time = Instant.EPOCH;
    for (Event event :
        List.of(
            new Event.RunStarted(time, "here", description),
            new Event.EnvironmentFound(time, environment),
            new Event.BackendFound(time, backend))) {
      mapping.map(event).forEach(dataset::add);
    }
    return RecordedRun.read(dataset, graph.iri());
  }
}
