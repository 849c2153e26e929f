package org.provdl.benchmarks;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How fast capture delivers the same quads as something plain, round by round. */
final class Rates {

  private final String variant;
  private final String plain;
  private final int quads;
  private final List<double[]> rounds = new ArrayList<>();

  Rates(String variant, String plain, int quads) {
    this.variant = variant;
    this.plain = plain;
    this.quads = quads;
  }

  void add(double capturedSeconds, double plainSeconds) {
    rounds.add(new double[] {quads / capturedSeconds, quads / plainSeconds});
  }

  /** The ratio is held to a bar in percent; 0 for none. */
  List<Row> rows(double bar) {
    Estimate captured = Estimate.median(rounds.stream().mapToDouble(each -> each[0]).toArray());
    Estimate alone = Estimate.median(rounds.stream().mapToDouble(each -> each[1]).toArray());
    Estimate ratio =
        Estimate.median(rounds.stream().mapToDouble(each -> 100 * each[0] / each[1]).toArray());
    return Arrays.asList(
        row("capture", "quads/s", captured, null),
        row(plain, "quads/s", alone, null),
        row("ratio", "%", ratio, bar == 0 ? null : Bar.atLeast(bar, "%", ratio)));
  }

  private Row row(String measure, String unit, Estimate estimate, @Nullable Bar held) {
    return new Row("delivery", variant, measure, unit, estimate, held);
  }
}
