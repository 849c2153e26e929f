package org.provdl.capture;

import java.util.List;
import org.apache.jena.graph.Node;
import org.provdl.vocabulary.PROV;
import org.provdl.vocabulary.PROVDL;

/** Maps what a study searches, how, and for what. */
final class SearchPlanMapping {

  private final RunGraph graph;
  private final Terms terms;
  private final StudyDescription study;

  SearchPlanMapping(RunGraph graph, Terms terms, StudyDescription study) {
    this.graph = graph;
    this.terms = terms;
    this.study = study;
  }

  /** The plan, described. */
  Node map() {
    Description plan =
        objective(graph.describe(graph.part("plan"), PROVDL.SearchPlan, PROV.Plan, PROV.Entity))
            .with(PROVDL.maximizesObjective, study.maximize())
            .with(PROVDL.searchStrategy, study.strategy())
            .with(PROVDL.searchSeed, study.seed())
            .with(PROVDL.plannedTrialCount, study.plannedTrials());
    List<Dimension> dimensions = study.dimensions();
    for (int i = 0; i < dimensions.size(); i++) {
      map(dimensions.get(i), i + 1);
      plan.with(PROVDL.hasDimension, dimension(dimensions.get(i).name()));
    }
    return plan.node();
  }

  /** Adds which metric is the objective, and on which data. */
  Description objective(Description measured) {
    return measured
        .with(PROVDL.metric, terms.metric(study.metric(), graph))
        .with(PROVDL.split, DataMapping.role(study.split()));
  }

  boolean varies(String hyperparameter) {
    return study.dimensions().stream()
        .anyMatch(dimension -> dimension.name().equals(hyperparameter));
  }

  Node dimension(String hyperparameter) {
    return graph.part("dimension", hyperparameter);
  }

  private void map(Dimension dimension, long index) {
    String name = dimension.name();
    Description described =
        graph
            .describe(dimension(name), PROVDL.SearchDimension, PROV.Entity)
            .label(name)
            .with(PROVDL.index, index)
            .with(PROVDL.hyperparameter, terms.hyperparameter(name, graph))
            .with(PROVDL.distribution, distribution(dimension.distribution()));
    if (dimension.distribution() == Dimension.Distribution.CHOICE) {
      described.with(PROVDL.choices, ListLiterals.ofValues(dimension.choices()));
    } else {
      described
          .with(PROVDL.lowerBound, bound(dimension, dimension.low()))
          .with(PROVDL.upperBound, bound(dimension, dimension.high()))
          .with(PROVDL.stepCount, dimension.steps() == 0 ? null : Long.valueOf(dimension.steps()));
    }
  }

  private static Node bound(Dimension dimension, double value) {
    return dimension.distribution() == Dimension.Distribution.INTEGERS
        ? Literals.of((long) value)
        : Literals.of(value);
  }

  private static String distribution(Dimension.Distribution distribution) {
    return switch (distribution) {
      case CHOICE -> "choice";
      case INTEGERS -> "integers";
      case UNIFORM -> "uniform";
      case LOG_UNIFORM -> "logUniform";
    };
  }
}
