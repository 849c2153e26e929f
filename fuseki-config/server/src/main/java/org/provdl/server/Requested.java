package org.provdl.server;

import java.util.Map;
import java.util.Set;
import org.apache.jena.fuseki.servlets.ActionErrorException;
import org.apache.jena.fuseki.servlets.HttpAction;
import org.apache.jena.web.HttpSC;
import org.jspecify.annotations.Nullable;
import org.provdl.operations.Choice;

/** The parameters of a request, each known and given once. */
record Requested(Map<String, String[]> parameters) {

  private static final String RUN = "run";
  private static final String EXPERIMENT = "experiment";

  /**
   * Reads them.
   *
   * @throws ActionErrorException with the status 400 if there is another, or one twice
   */
  static Requested of(HttpAction action, Set<String> known) {
    Map<String, String[]> parameters = action.getRequestParameterMap();
    parameters.forEach(
        (name, values) -> {
          if (!known.contains(name) || values.length != 1) {
            throw malformed("The parameters are " + known + ", each at most once.");
          }
        });
    return new Requested(parameters);
  }

  @Nullable String value(String name) {
    String[] values = parameters.get(name);
    return values == null ? null : values[0];
  }

  /** The run or the experiment that is named; null where none is. */
  @Nullable Choice choice() {
    String run = value(RUN);
    String experiment = value(EXPERIMENT);
    if (run != null && experiment != null) {
      throw malformed("Name a run or an experiment, not both.");
    }
    if (run != null) {
      return new Choice.Run(run);
    }
    return experiment == null ? null : new Choice.Experiment(experiment);
  }

  static ActionErrorException malformed(String message) {
    return new ActionErrorException(HttpSC.BAD_REQUEST_400, message, null);
  }
}
