package org.provdl.benchmarks;

import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.IntStream;
import org.provdl.capture.Artifact;
import org.provdl.capture.Preparation;
import org.provdl.capture.Split;
import org.provdl.capture.SplitDescription;
import org.provdl.capture.TrainingRun;

/**
 * One of the data sets of a laboratory, and how it is split.
 *
 * @param number which
 * @param ratio the part that is trained on
 */
record LabData(int number, double ratio) {

  /** How many data sets there are. */
  static final int COUNT = 10;

  private static final List<String> NAMES =
      List.of("digits", "irises", "reviews", "\u624b\u5199\u6570\u5b57", "street signs");

  static LabData draw(Random random, int experiment) {
    return new LabData(experiment % COUNT, 0.7 + 0.1 * random.nextInt(3));
  }

  void tell(TrainingRun run) {
    Artifact file = file();
    int examples = 1_000 * (number + 1);
    long training = Math.round(ratio * examples);
    run.prepare(
        Preparation.named("normalize").using(file).with("maximum", 255).giving(Split.TRAINING));
    if (number % 2 == 0) {
      run.prepare(
          Preparation.named("augment")
              .with("rotation", 15)
              .with("flip", number % 4 == 0)
              .giving(Split.TRAINING));
    }
    run.prepare(
        Preparation.named("split")
            .using(file)
            .with("ratio", ratio)
            .with("seed", 42)
            .giving(Split.VALIDATION)
            .giving(Split.TEST));
    for (Split split : Split.values()) {
      long count = split == Split.TRAINING ? training : (examples - training) / 2;
      run.source(split, file);
      run.see(split, count, "[1, 28, 28]", "[" + classes() + "]");
      run.describe(
          split,
          SplitDescription.UNKNOWN
              .withIterator("RecordReaderDataSetIterator")
              .withBatchSize(64)
              .withLabelNames(labels()));
    }
  }

  List<String> labels() {
    return IntStream.range(0, classes()).mapToObj(label -> "class " + label).toList();
  }

  private int classes() {
    return 3 + number % 3;
  }

  private Artifact file() {
    String name = NAMES.get(number % NAMES.size()) + "-" + number + ".csv";
    return new Artifact(
        name, "/data/" + name, "%064x".formatted(0xda7aL + number), 1L << (20 + number));
  }

  @Override
  public String toString() {
    return String.format(Locale.ROOT, "%d at %.1f", number, ratio);
  }
}
