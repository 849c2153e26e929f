package org.provdl.capture;

import org.jspecify.annotations.Nullable;

/**
 * What is known of a run before it starts.
 *
 * @param name what people call it; need not be unique
 * @param experiment the experiment that groups it with other runs; null for none
 * @param operator the person who runs it
 * @param framework the software that trains; null where the program itself does
 * @param trial the IRI of the trial of a study that it is made in; null for none
 */
public record RunDescription(
    String name,
    @Nullable String experiment,
    String operator,
    @Nullable Framework framework,
    @Nullable String trial) {

  /**
   * A run of the user who is logged in, in no experiment.
   *
   * @param name what people call it
   * @return the description
   */
  public static RunDescription named(String name) {
    return new RunDescription(name, null, System.getProperty("user.name", "unknown"), null, null);
  }

  /**
   * The same run as part of an experiment.
   *
   * @param experiment the experiment's name
   * @return the description
   */
  public RunDescription inExperiment(String experiment) {
    return new RunDescription(name, experiment, operator, framework, trial);
  }

  /**
   * The same run, trained by a framework.
   *
   * @param framework the software that trains
   * @return the description
   */
  public RunDescription trainedBy(Framework framework) {
    return new RunDescription(name, experiment, operator, framework, trial);
  }

  /**
   * The same run made in a trial of a study, and in the study's experiment unless it has one of its
   * own.
   *
   * @param made the trial
   * @return the description
   */
  public RunDescription inTrial(Trial made) {
    return new RunDescription(
        name, experiment == null ? made.experiment() : experiment, operator, framework, made.iri());
  }
}
