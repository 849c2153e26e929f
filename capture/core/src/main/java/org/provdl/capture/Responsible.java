package org.provdl.capture;

/** Who changed a setting in mid-training. */
public sealed interface Responsible {

  /** The training framework by itself, as by a schedule of the configuration. */
  Responsible FRAMEWORK = Party.FRAMEWORK;

  /** The person who runs the training, by code of theirs. */
  Responsible OPERATOR = Party.OPERATOR;

  /**
   * An automatic rule, such as one that halves the learning rate while the loss does not fall.
   *
   * @param name what people call it; rules of the same name are the same agent in all runs
   * @param description what it does, in words
   * @return the rule
   * @throws IllegalArgumentException if the name is blank
   */
  static Rule rule(String name, String description) {
    return new Rule(name, description);
  }

  /** Those that every run knows. */
  enum Party implements Responsible {
    /** The training framework. */
    FRAMEWORK,
    /** The person who runs the training. */
    OPERATOR
  }

  /**
   * An automatic rule, of the user's or of a query, that steers training on behalf of the person.
   *
   * @param name what people call it
   * @param description what it does, in words
   */
  record Rule(String name, String description) implements Responsible {

    /**
     * Checks the name.
     *
     * @param name what people call it
     * @param description what it does, in words
     * @throws IllegalArgumentException if the name is blank
     */
    public Rule {
      if (name.isBlank()) {
        throw new IllegalArgumentException("A rule needs a name, but it is blank.");
      }
    }
  }
}
