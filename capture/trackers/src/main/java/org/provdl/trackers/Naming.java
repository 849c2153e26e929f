package org.provdl.trackers;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.jena.rdf.model.Resource;
import org.jspecify.annotations.Nullable;
import org.provdl.capture.Split;
import org.provdl.vocabulary.PROVDL;

/**
 * What other programs call metrics and hyperparameters, in the words of the ontology, so that one
 * question is about all of them. A name that it does not know stays as it is.
 */
final class Naming {

  /**
   * A metric and the data that it was measured on.
   *
   * @param metric its name
   * @param split the data; null where the name does not say
   */
  record Measured(String metric, @Nullable Split split) {}

  private static final String SPLITS = "val|valid|validation|eval|dev|test|testing|train|training";
  private static final Pattern BEFORE =
      Pattern.compile("(?i)(" + SPLITS + ")[_/.\\- ]+(.+)", Pattern.DOTALL);
  private static final Pattern AFTER =
      Pattern.compile("(?i)(.+?)[_/.\\- ]+(" + SPLITS + ")", Pattern.DOTALL);

  private static final Map<String, String> METRICS = metrics();
  private static final Map<String, String> HYPERPARAMETERS = hyperparameters();

  private Naming() {}

  static Measured metric(String name) {
    Matcher before = BEFORE.matcher(name);
    if (before.matches()) {
      return new Measured(known(METRICS, before.group(2)), split(before.group(1)));
    }
    Matcher after = AFTER.matcher(name);
    if (after.matches()) {
      return new Measured(known(METRICS, after.group(1)), split(after.group(2)));
    }
    return new Measured(known(METRICS, name), null);
  }

  static String hyperparameter(String name) {
    return known(HYPERPARAMETERS, name);
  }

  private static String known(Map<String, String> names, String name) {
    return names.getOrDefault(letters(name), name);
  }

  /** The split of a word such as {@code val}; null where it is none. */
  static @Nullable Split splitOf(String word) {
    return word.matches("(?i)" + SPLITS) ? split(word) : null;
  }

  private static Split split(String word) {
    return switch (word.toLowerCase(Locale.ROOT)) {
      case "train", "training" -> Split.TRAINING;
      case "test", "testing" -> Split.TEST;
      default -> Split.VALIDATION;
    };
  }

  private static Map<String, String> metrics() {
    Map<String, String> names = localNames(PROVDL.METRICS);
    alias(names, "accuracy", "acc", "accuracy score");
    alias(names, "f1", "f1 score");
    alias(names, "precision", "precision score");
    alias(names, "recall", "recall score");
    alias(names, "meanSquaredError", "mse");
    alias(names, "meanAbsoluteError", "mae");
    alias(names, "rootMeanSquaredError", "rmse");
    alias(names, "rSquared", "r2", "r2 score");
    alias(names, "areaUnderCurve", "auc", "roc auc", "roc auc score");
    alias(names, "matthewsCorrelation", "mcc");
    return Map.copyOf(names);
  }

  private static Map<String, String> hyperparameters() {
    Map<String, String> names = localNames(PROVDL.HYPERPARAMETERS);
    alias(names, "learningRate", "lr", "new lrate", "lrate", "eta");
    alias(names, "batchSize", "train batch size", "minibatch size");
    alias(names, "epochs", "num epochs", "n epochs", "max epochs", "number of epochs");
    alias(names, "updater", "optimizer", "optimizer name", "optim");
    alias(names, "lossFunction", "criterion", "loss fn", "loss");
    alias(names, "seed", "random seed", "random state");
    alias(names, "numberOfLayers", "num layers", "n layers");
    return Map.copyOf(names);
  }

  private static Map<String, String> localNames(List<Resource> terms) {
    Map<String, String> names = new HashMap<>();
    terms.forEach(term -> names.put(letters(term.getLocalName()), term.getLocalName()));
    return names;
  }

  private static void alias(Map<String, String> names, String term, String... others) {
    for (String other : others) {
      names.putIfAbsent(letters(other), term);
    }
  }

  /** Capitals, underscores and the like make no difference. */
  private static String letters(String name) {
    return name.replaceAll("[^\\p{L}\\p{N}]", "").toLowerCase(Locale.ROOT);
  }
}
