package org.provdl.benchmarks;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.provdl.store.ProvenanceStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How soon the questions of the catalogue are answered, by how many runs there are, and while a
 * training writes.
 */
final class QueryBenchmark implements Benchmark {

  private static final Logger LOG = LoggerFactory.getLogger(QueryBenchmark.class);

  private final ChosenStores chosen;

  QueryBenchmark(ChosenStores chosen) {
    this.chosen = chosen;
  }

  @Override
  public List<Row> run(Scale scale, Workplace workplace) throws Exception {
    LabStores stores = chosen.in(workplace, scale);
    List<Row> rows = new ArrayList<>();
    List<Asked> smaller = List.of();
    int fewer = 0;
    for (int runs : chosen.sizesOr(sizes(scale))) {
      Path directory = stores.of(runs);
      try (ProvenanceStore store = ProvenanceStore.open(directory)) {
        List<Question> questions = Question.all(arguments(store, runs));
        List<Asked> asked = ask(store, questions, scale);
        asked.forEach(each -> rows.addAll(QueryRows.of(runs, each)));
        for (Asked before : smaller) {
          for (Asked after : asked) {
            if (before.name().equals(after.name())) {
              rows.add(QueryRows.growth(fewer, runs, before, after));
            }
          }
        }
        rows.addAll(whileTraining(store, runs, asked, scale, workplace));
        smaller = asked;
        fewer = runs;
      }
      stores.leave(directory);
    }
    rows.addAll(askPeer(scale, workplace));
    return rows;
  }

  private static List<Integer> sizes(Scale scale) {
    return List.of(scale.of(12, 100, 1_000), scale.of(24, 1_000, 10_000));
  }

  private static LabArguments arguments(ProvenanceStore store, int runs) {
    LabArguments arguments = LabArguments.of(store);
    if (arguments.runs() < runs) {
      throw new IllegalStateException(
          "The store %s holds %,d runs instead of %,d. Delete it, so that it is made again."
              .formatted(store.directory(), arguments.runs(), runs));
    }
    return arguments;
  }

  private static List<Asked> ask(ProvenanceStore store, List<Question> questions, Scale scale) {
    List<Asked> asked = new ArrayList<>();
    for (Question question : questions) {
      Asked answered = Asked.of(store, question, times(scale), budget(scale));
      LOG.info("{}: {} ms", answered.name(), Numbers.of(answered.p95().value()));
      asked.add(answered);
    }
    return asked;
  }

  private static List<Row> whileTraining(
      ProvenanceStore store, int runs, List<Asked> quiet, Scale scale, Workplace workplace)
      throws Exception {
    LOG.info("while one trains");
    List<Row> rows = new ArrayList<>();
    int partial = 0;
    WritingRun writing = new WritingRun(store, workplace.fresh("journal"));
    try (writing) {
      for (Asked before : quiet) {
        Duration budget = budget(scale).dividedBy(2);
        Asked disturbed = Asked.of(store, before.question(), times(scale), budget);
        rows.add(QueryRows.whileTraining(runs, before, disturbed));
        partial += writing.partialEpochs();
      }
    }
    rows.add(QueryRows.partialEpochs(runs, writing.epochs(), partial));
    return rows;
  }

  /** Of fewer runs, for it keeps them slowly, and reads all of them for each question. */
  private static List<Row> askPeer(Scale scale, Workplace workplace) throws Exception {
    LOG.info(StatsPeer.LIMITS);
    Path directory = workplace.fresh("stats");
    try (StatsPeer peer =
        new StatsPeer(directory.resolve("stats"), scale.of(3, 100, 1_000), scale.of(4, 100, 100))) {
      return peer.ask(times(scale), budget(scale));
    } finally {
      Workplace.delete(directory);
    }
  }

  private static int times(Scale scale) {
    return scale.of(2, 40, 200);
  }

  private static Duration budget(Scale scale) {
    return Duration.ofMillis(scale.of(50, 6_000, 20_000));
  }
}
