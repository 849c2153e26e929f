package org.provdl.benchmarks;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.provdl.queries.BoundQuery;
import org.provdl.queries.ResultTable;
import org.provdl.queries.SparqlEndpoint;
import org.provdl.queries.SparqlEndpointException;
import org.provdl.store.ProvenanceStore;

/**
 * How long a store took to answer a question with several arguments in turn.
 *
 * @param question what was asked
 * @param milliseconds of each answer, at least one
 * @param rows how many it had at most
 */
record Asked(Question question, List<Double> milliseconds, int rows) {

  /** What takes longer has failed, and is not asked again. */
  static final Duration PATIENCE = Duration.ofSeconds(30);

  private static final double NANOSECONDS_PER_MILLISECOND = 1e6;

  /** Asks as the server does, on a thread of the store. */
  static Asked of(ProvenanceStore store, Question question, int times, Duration budget) {
    List<BoundQuery> questions = question.bound();
    long end = System.nanoTime() + budget.toNanos();
    warmUp(store, questions, end);
    end = System.nanoTime() + budget.toNanos();
    List<Double> taken = new ArrayList<>();
    int rows = 0;
    for (int time = 0; time < times; time++) {
      if (time > 0 && System.nanoTime() > end) {
        break;
      }
      long start = System.nanoTime();
      int answered = ask(store, questions.get(time % questions.size()));
      taken.add((System.nanoTime() - start) / NANOSECONDS_PER_MILLISECOND);
      if (answered < 0) {
        break;
      }
      rows = Math.max(rows, answered);
    }
    return new Asked(question, List.copyOf(taken), rows);
  }

  /** Until the code is compiled and what is asked for is in memory, or for half of the time. */
  private static void warmUp(ProvenanceStore store, List<BoundQuery> questions, long end) {
    long half = end - (end - System.nanoTime()) / 2;
    for (int round = 0; round < 5; round++) {
      for (BoundQuery question : questions) {
        if (System.nanoTime() > half || ask(store, question) < 0) {
          return;
        }
      }
    }
  }

  /** How many rows the answer has; less than none where there is no answer. */
  private static int ask(ProvenanceStore store, BoundQuery question) {
    return store.read(
        dataset -> {
          try {
            ResultTable answer = question.on(SparqlEndpoint.local(dataset, PATIENCE));
            return answer.rows().size();
          } catch (SparqlEndpointException e) {
            return -1;
          }
        });
  }

  String name() {
    return question.query().name();
  }

  Estimate median() {
    return Estimate.median(samples());
  }

  Estimate p95() {
    return Estimate.percentile(95, samples());
  }

  private double[] samples() {
    return milliseconds.stream().mapToDouble(each -> each).toArray();
  }
}
