package org.provdl.packages;

import org.provdl.packages.Subjects.Subject;
import org.provdl.queries.SparqlEndpoint;

/**
 * What there is to know of a model for those who are to use it: where it comes from, on what it was
 * trained, with which settings, and how good it is. Immutable; nothing is asked after it was made.
 */
public final class ModelCard {

  /** The metric that the best run of an experiment is chosen by, unless another is: {@value}. */
  public static final String DEFAULT_METRIC = "accuracy";

  /** The part of the data that this was measured on, unless another is named: {@value}. */
  public static final String DEFAULT_SPLIT = "test";

  private final Subject subject;

  private ModelCard(Subject subject) {
    this.subject = subject;
  }

  /**
   * A card of a model.
   *
   * @param subject the SHA-256 of its file, with or without {@code sha256-} before it; or the run
   *     that made it, by its IRI, its id or a beginning of it, or its name; or an experiment, by
   *     its name, whose best run is taken
   * @param metric that says which run of an experiment is the best
   * @param split that the metric was measured on: training, validation or test
   * @param endpoint where it is asked
   * @return the card
   * @throws PackageException if no such model is known
   * @throws org.provdl.queries.QueryParameterException if there is no such run or metric
   * @throws org.provdl.queries.SparqlEndpointException if the endpoint does not answer
   */
  public static ModelCard of(String subject, String metric, String split, SparqlEndpoint endpoint) {
    return new ModelCard(new Subjects(endpoint).model(subject, metric, split));
  }

  /**
   * The card as model hubs take it: Markdown with YAML before it.
   *
   * @return the text of a {@code README.md}
   */
  public String markdown() {
    return new MarkdownCard(subject).text();
  }

  /**
   * The card for programs: FAIR4ML and schema.org.
   *
   * @return JSON-LD
   */
  public String jsonLd() {
    return new JsonLdCard(subject).text();
  }
}
