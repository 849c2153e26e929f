package org.provdl.benchmarks;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What one event costs the thread that tells it, by JMH. */
final class EventBenchmark implements Benchmark {

  private static final Logger LOG = LoggerFactory.getLogger(EventBenchmark.class);
  private static final String BENCHMARK = "event";
  private static final String ALLOCATION = "gc.alloc.rate.norm";
  private static final double MEDIAN_BAR = 1_000;
  private static final double TAIL_BAR = 20_000;

  /**
   * One method of {@link EventCost} on some threads.
   *
   * @param bars how many events the bars are for; 0 for none
   * @param beside the method that does all the same and measures something else than the event,
   *     where that is not next to nothing: to wake up and to read the clock where the thread sleeps
   *     between two events; to be stopped where there are more threads than processors
   */
  private record Case(
      String method, int threads, String title, int bars, @Nullable String beside) {}

  private static final List<Case> CASES =
      List.of(
          new Case("burstOfIterations", 1, "1,000 iterations at once", 1, null),
          new Case("burstOfWork", 4, "other work between 1,000 iterations, 4 threads", 0, null),
          new Case("burstOfIterations", 4, "1,000 iterations at once, 4 threads", 1, "burstOfWork"),
          new Case("floodOfIterations", 1, "iterations without pause, queue full", 0, null),
          new Case("pacedNothing", 1, "nothing between iterations each ms", 0, null),
          new Case("pacedIteration", 1, "iteration each ms", 1, "pacedNothing"),
          new Case("pacedNothing", 4, "nothing between iterations each ms, 4 threads", 0, null),
          new Case("pacedIteration", 4, "iteration each ms, 4 threads", 1, "pacedNothing"),
          new Case("pacedNoEpoch", 1, "nothing between epochs each 10 ms", 0, null),
          new Case("pacedEpoch", 1, "end and start of an epoch each 10 ms", 2, "pacedNoEpoch"));

  @Override
  public List<Row> run(Scale scale, Workplace workplace) throws Exception {
    List<Row> rows = new ArrayList<>();
    Map<List<Object>, RunResult> results = new HashMap<>();
    for (Case each : CASES) {
      LOG.info("{}", each.title());
      RunResult result = measure(each, scale, workplace);
      results.put(List.of(each.method(), each.threads()), result);
      RunResult beside =
          each.beside() == null ? null : results.get(List.of(each.beside(), each.threads()));
      rows.addAll(rows(each, result, beside));
    }
    rows.add(EventAllocation.measure(scale, workplace));
    return rows;
  }

  private static RunResult measure(Case each, Scale scale, Workplace workplace) throws Exception {
    Options options =
        new OptionsBuilder()
            .include(EventCost.class.getName() + "\\." + each.method() + "$")
            .param("directory", workplace.fresh("event").toString())
            .param("warmUpEpochs", String.valueOf(scale.of(1, 50, 50)))
            .threads(each.threads())
            .forks(scale.of(1, 1, 3))
            .warmupIterations(1)
            .warmupTime(TimeValue.milliseconds(scale.of(50, 1_000, 3_000)))
            .measurementIterations(scale.of(1, 3, 5))
            .measurementTime(TimeValue.milliseconds(scale.of(50, 2_000, 5_000)))
            .addProfiler(GCProfiler.class)
            .verbosity(VerboseMode.SILENT)
            .shouldFailOnError(true)
            .build();
    return new Runner(options).runSingle();
  }

  private static List<Row> rows(Case each, RunResult result, @Nullable RunResult beside) {
    List<Row> rows = new ArrayList<>();
    rows.add(row(each, "mean", "ns", mean(result.getPrimaryResult()), null));
    rows.addAll(percentile(each, 50, MEDIAN_BAR, result, beside));
    rows.add(row(each, "p99", "ns", percentile(result, 99), null));
    rows.addAll(percentile(each, 99.9, TAIL_BAR, result, beside));
    Result<?> allocation =
        Objects.requireNonNull(result.getSecondaryResults().get(ALLOCATION), ALLOCATION);
    rows.add(row(each, "allocated, all threads", "bytes an event", mean(allocation), null));
    return rows;
  }

  private static List<Row> percentile(
      Case each, double rank, double bar, RunResult result, @Nullable RunResult beside) {
    String measure = "p" + Numbers.of(rank);
    Estimate all = percentile(result, rank);
    if (beside == null) {
      return List.of(row(each, measure, "ns", all, bar(each, bar, all)));
    }
    Estimate more = all.minus(percentile(beside, rank));
    return List.of(
        row(each, measure, "ns", all, null),
        row(each, measure + ", over that beside", "ns", more, bar(each, bar, more)));
  }

  private static @Nullable Bar bar(Case each, double limit, Estimate estimate) {
    return each.bars() == 0 ? null : Bar.atMost(each.bars() * limit, "ns", estimate);
  }

  /** Of all samples; low and high are the least and the greatest of an iteration. */
  private static Estimate percentile(RunResult result, double rank) {
    double[] iterations =
        result.getBenchmarkResults().stream()
            .map(BenchmarkResult::getIterationResults)
            .flatMap(Collection::stream)
            .map(IterationResult::getPrimaryResult)
            .mapToDouble(each -> each.getStatistics().getPercentile(rank))
            .sorted()
            .toArray();
    return new Estimate(
        result.getPrimaryResult().getStatistics().getPercentile(rank),
        iterations[0],
        iterations[iterations.length - 1]);
  }

  private static Estimate mean(Result<?> result) {
    double error = Double.isNaN(result.getScoreError()) ? 0 : result.getScoreError();
    return new Estimate(result.getScore(), result.getScore() - error, result.getScore() + error);
  }

  private static Row row(
      Case each, String measure, String unit, Estimate estimate, @Nullable Bar bar) {
    return new Row(BENCHMARK, each.title(), measure, unit, estimate, bar);
  }
}
