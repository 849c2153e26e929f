package org.provdl.capture;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.provdl.capture.Check.Verdict;
import org.provdl.capture.RecordedRun.Measurement;

/** Compares what two trainings have found, value by value and to the last bit. */
final class Comparison {

  private static final int SHOWN_DIGITS = 16;

  private Comparison() {}

  static List<Check> of(RecordedRun recorded, RecordedRun again) {
    List<Check> checks = new ArrayList<>();
    checks.add(hashes("initial parameters", initial(recorded), initial(again)));
    checks.add(Check.compare("epochs", epochs(recorded), epochs(again)));
    checks.add(hashes("trained parameters", recorded.trained(), again.trained()));
    Map<String, List<Measurement>> before = bySubject(recorded);
    Map<String, List<Measurement>> after = bySubject(again);
    before.forEach(
        (subject, values) ->
            checks.add(compare(subject, values, after.getOrDefault(subject, List.of()))));
    return checks;
  }

  private static Check hashes(String subject, @Nullable String recorded, @Nullable String again) {
    Verdict verdict = Check.compare(subject, recorded, again).verdict();
    return new Check(subject, shown(recorded), shown(again), verdict);
  }

  private static Map<String, List<Measurement>> bySubject(RecordedRun run) {
    return run.measurements().stream()
        .sorted(Comparator.comparing(Measurement::epoch))
        .collect(
            Collectors.groupingBy(
                value -> value.metric() + ", " + value.split(), TreeMap::new, Collectors.toList()));
  }

  /** A value came again where the other run has it too, of the same epoch. */
  private static Check compare(
      String subject, List<Measurement> recorded, List<Measurement> again) {
    long equal = recorded.stream().filter(again::contains).count();
    Measurement last = recorded.get(recorded.size() - 1);
    String found =
        again.stream()
            .filter(value -> value.epoch() == last.epoch())
            .reduce((one, other) -> other)
            .map(Comparison::shown)
            .orElse(null);
    if (again.isEmpty()) {
      return new Check(subject, shown(last), null, Verdict.UNKNOWN);
    }
    if (equal == recorded.size()) {
      return new Check(subject, shown(last), found, Verdict.SAME);
    }
    String differing =
        "%s (%d of %d differ)".formatted(found, recorded.size() - equal, recorded.size());
    return new Check(subject, shown(last), differing, Verdict.DIFFERENT);
  }

  private static String shown(Measurement measured) {
    return measured.value() instanceof Double number ? number.toString() : "a list";
  }

  private static @Nullable String initial(RecordedRun run) {
    Parameters initial = run.initial();
    return initial == null ? null : initial.sha256();
  }

  private static String epochs(RecordedRun run) {
    return Integer.toString(run.epochs());
  }

  private static @Nullable String shown(@Nullable String sha256) {
    return sha256 == null ? null : sha256.substring(0, Math.min(SHOWN_DIGITS, sha256.length()));
  }
}
