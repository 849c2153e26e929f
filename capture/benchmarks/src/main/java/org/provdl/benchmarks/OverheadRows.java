package org.provdl.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/** What the blocks of one network say. */
final class OverheadRows {

  private static final String BENCHMARK = "overhead";
  private static final String WALL = "training thread, wall";
  private static final String THREAD = "training thread, CPU";
  private static final String PROCESS = "process, CPU";
  private static final String CAPTURE = "threads of the capture, CPU of an unwatched process";
  private static final String INSIDE = "inside the listener";
  private static final double PROCESS_BAR = 5;
  private static final double NANOSECONDS_PER_MICROSECOND = 1_000;

  private final Network network;
  private final List<Map<Observer, Block>> rounds;
  private final List<Row> rows = new ArrayList<>();

  private OverheadRows(Network network, List<Map<Observer, Block>> rounds) {
    this.network = network;
    this.rounds = rounds;
  }

  static List<Row> of(
      Network network, List<Map<Observer, Block>> rounds, Map<Observer, double[]> inside) {
    OverheadRows rows = new OverheadRows(network, rounds);
    rows.addUnwatched();
    for (Observer observer : Observer.values()) {
      if (observer != Observer.NONE) {
        rows.addOverheads(observer);
      }
    }
    rows.addComparison();
    rows.addCaptureThreads();
    inside.forEach(rows::addInside);
    return rows.rows;
  }

  private void addUnwatched() {
    addTime(WALL, Block::wall);
    addTime(THREAD, Block::thread);
    addTime(PROCESS, Block::process);
  }

  private void addTime(String measure, ToDoubleFunction<Block> time) {
    add(
        Observer.NONE,
        measure,
        "us an iteration",
        time(Observer.NONE, time).times(1 / NANOSECONDS_PER_MICROSECOND),
        null);
  }

  private Estimate time(Observer observer, ToDoubleFunction<Block> time) {
    return Estimate.median(
        rounds.stream().mapToDouble(round -> time.applyAsDouble(round.get(observer))).toArray());
  }

  private void addOverheads(Observer observer) {
    addOverhead(observer, WALL, Block::wall);
    addOverhead(observer, THREAD, Block::thread);
    Estimate process = overhead(observer, Observer.NONE, Block::process);
    Bar bar = observer == Observer.PROVENANCE ? Bar.atMost(PROCESS_BAR, "%", process) : null;
    add(observer, PROCESS, "%", process, bar);
  }

  private void addOverhead(Observer observer, String measure, ToDoubleFunction<Block> time) {
    Estimate overhead = overhead(observer, Observer.NONE, time);
    Bar bar = observer == Observer.PROVENANCE ? bar(overhead, noise(time)) : null;
    add(observer, measure, "%", overhead, bar);
  }

  /** The tiny network shows the cost best; on others it may be lost in noise. */
  private Bar bar(Estimate overhead, double noise) {
    Bar strict = Bar.atMost(network.bar(), "%", overhead);
    return network == Network.TINY
        ? strict
        : new Bar(strict.text() + " or noise", strict.met() || overhead.value() <= noise);
  }

  /** How far nothing at all seems to differ from nothing at all. */
  private double noise(ToDoubleFunction<Block> time) {
    Estimate again = overhead(Observer.NONE_AGAIN, Observer.NONE, time);
    return Math.max(Math.abs(again.low()), Math.abs(again.high()));
  }

  private void addComparison() {
    Estimate more = overhead(Observer.PROVENANCE, Observer.SCORE, Block::wall);
    add(
        Observer.PROVENANCE,
        WALL + ", over ScoreIterationListener",
        "%",
        more,
        new Bar("<= 0 % or noise", more.value() <= 0 || more.low() <= 0));
  }

  /** What the process does besides training, told apart from it, which noise hardly touches. */
  private void addCaptureThreads() {
    Estimate time = time(Observer.PROVENANCE, Block::capture);
    Estimate share = time.times(100 / time(Observer.NONE, Block::process).value());
    add(Observer.PROVENANCE, CAPTURE, "%", share, Bar.atMost(PROCESS_BAR, "%", share));
  }

  private void addInside(Observer observer, double[] times) {
    Estimate time = Estimate.median(times);
    Estimate share = time.times(100 / time(Observer.NONE, Block::wall).value());
    add(observer, INSIDE, "us an iteration", time.times(1 / NANOSECONDS_PER_MICROSECOND), null);
    Bar bar = observer == Observer.PROVENANCE ? Bar.atMost(network.bar(), "%", share) : null;
    add(observer, INSIDE + ", of an unwatched iteration", "%", share, bar);
  }

  /** By how much one takes longer than another of the same round, in percent. */
  private Estimate overhead(Observer observer, Observer other, ToDoubleFunction<Block> time) {
    return Estimate.median(
        rounds.stream()
            .filter(round -> round.containsKey(observer))
            .mapToDouble(
                round ->
                    100
                        * (time.applyAsDouble(round.get(observer))
                                / time.applyAsDouble(round.get(other))
                            - 1))
            .toArray());
  }

  private void add(
      Observer observer, String measure, String unit, Estimate estimate, @Nullable Bar bar) {
    rows.add(
        new Row(
            BENCHMARK, network.title() + ": " + observer.title(), measure, unit, estimate, bar));
  }
}
