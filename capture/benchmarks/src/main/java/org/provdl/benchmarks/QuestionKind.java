package org.provdl.benchmarks;

import java.util.Set;
import org.provdl.queries.CannedQuery;
import org.provdl.queries.Parameter;

/** What a question of the catalogue is about, and how soon it must be answered. */
enum QuestionKind {
  /** One run, study or entity: it must not matter how many others there are. */
  ONE_THING(50),
  /** All that a model comes from, through a hundred others. */
  DEEP(250),
  /** All runs, for the first look at them. */
  FIRST_LOOK(250),
  /** All runs. */
  ALL_RUNS(1_000);

  private static final Set<String> DEEP_QUERIES = Set.of("lineage", "model-chain");

  /** What is asked about one thing, but answered by all that has to do with it. */
  private static final Set<String> FAR_REACHING =
      Set.of("impact", "lineage-graph", "lineage-paths", "model-origins", "same-data");

  private static final Set<String> FIRST_LOOKS =
      Set.of("list-runs", "best-runs", "values-tried", "find-runs");

  private final double bar;

  QuestionKind(double bar) {
    this.bar = bar;
  }

  static QuestionKind of(CannedQuery query) {
    if (DEEP_QUERIES.contains(query.name())) {
      return DEEP;
    }
    if (FAR_REACHING.contains(query.name())) {
      return ALL_RUNS;
    }
    if (FIRST_LOOKS.contains(query.name())) {
      return FIRST_LOOK;
    }
    return query.parameters().stream().anyMatch(QuestionKind::namesOneThing) ? ONE_THING : ALL_RUNS;
  }

  private static boolean namesOneThing(Parameter parameter) {
    return parameter.required()
        && switch (parameter.type()) {
          case RUN, STUDY, ENTITY -> true;
          default -> false;
        };
  }

  /** The milliseconds that 19 of 20 answers may take. */
  double bar() {
    return bar;
  }
}
