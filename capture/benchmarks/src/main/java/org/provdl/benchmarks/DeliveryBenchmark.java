package org.provdl.benchmarks;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.jena.sparql.core.Quad;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How fast many trainings are delivered, when they come faster than that, compared with the fastest
 * way to bring the same quads there: to an embedded store, a stock Fuseki and our own server. And
 * how soon an epoch is seen.
 */
final class DeliveryBenchmark implements Benchmark {

  private static final Logger LOG = LoggerFactory.getLogger(DeliveryBenchmark.class);
  private static final double BAR = 80;
  private static final int EPOCHS = 40;
  private static final double SECOND_LONG_BAR = 250;
  private static final double TINY_BAR = 1_500;

  @Override
  public List<Row> run(Scale scale, Workplace workplace) throws Exception {
    int runs = scale.of(1, 10, 10);
    List<Row> rows = new ArrayList<>();
    for (int factor = 1; factor <= scale.of(1, 10, 100); factor *= 10) {
      Story story = new Story(runs * factor, scale.of(2, EPOCHS, EPOCHS));
      List<Quad> quads = CollectingSink.quadsOf(story, workplace.fresh("journal"));
      LOG.info("{} quads to an embedded store", quads.size());
      int rounds = rounds(scale, factor);
      int embeddedRounds = factor == 10 ? scale.of(1, 6, 15) : rounds;
      rows.addAll(embedded(new EmbeddedDelivery(story, quads, workplace), factor, embeddedRounds));
      if (factor <= 10) { // the plain request of the next has a gigabyte
        for (RemoteServer.Kind kind : RemoteServer.Kind.values()) {
          LOG.info("{} quads to {}", quads.size(), kind.title());
          rows.addAll(remote(kind, story, quads, factor, rounds, workplace));
        }
      }
    }
    LOG.info("epochs seen while training");
    rows.addAll(
        LiveView.measure(
            Duration.ofSeconds(1), scale.of(2, 30, 300), 99, SECOND_LONG_BAR, workplace));
    rows.addAll(
        LiveView.measure(
            Duration.ofMillis(10), scale.of(20, 1_000, 10_000), 100, TINY_BAR, workplace));
    return rows;
  }

  /** The greater, the fewer: the first is over in less than a second, the last takes minutes. */
  private static int rounds(Scale scale, int factor) {
    return switch (factor) {
      case 1 -> scale.of(1, 5, 15);
      case 10 -> scale.of(1, 2, 7);
      default -> 3;
    };
  }

  private static List<Row> embedded(EmbeddedDelivery delivery, int factor, int rounds)
      throws Exception {
    Rates rates =
        new Rates("embedded TDB2" + grown(factor), "one transaction", delivery.quads().size());
    for (int round = -embeddedWarmUp(factor, rounds); round < rounds; round++) {
      // the first of a round is another each time
      double captured = round % 2 == 0 ? delivery.capturedSeconds() : 0;
      double plain = delivery.plainSeconds();
      captured = round % 2 == 0 ? captured : delivery.capturedSeconds();
      if (round >= 0) {
        rates.add(captured, plain);
      }
    }
    return rates.rows(factor == 1 ? 0 : BAR); // the first is over too soon to be sustained
  }

  private static List<Row> remote(
      RemoteServer.Kind kind,
      Story story,
      List<Quad> quads,
      int factor,
      int rounds,
      Workplace workplace)
      throws Exception {
    Rates rates = new Rates(kind.title() + grown(factor), kind.plain(), quads.size());
    int warmUp = warmUp(factor, rounds);
    try (RemoteServer server = RemoteServer.start(kind, 2 * (rounds + warmUp), workplace)) {
      PlainPost post = new PlainPost(quads, kind.quadsPerRequest());
      Delivering delivering = new Delivering(story, workplace.fresh("journal"));
      for (int round = -warmUp; round < rounds; round++) {
        double captured = delivering.seconds(server.nextSink());
        double plain = post.seconds(server.nextDataset());
        if (round >= 0) {
          rates.add(captured, plain);
        }
      }
    }
    return rates.rows(0);
  }

  /** What is sustained must have been compiled. */
  private static int embeddedWarmUp(int factor, int rounds) {
    return factor == 10 ? Math.min(4, rounds) : warmUp(factor, rounds);
  }

  private static int warmUp(int factor, int rounds) {
    return factor == 1 ? Math.min(2, rounds) : 0;
  }

  private static String grown(int factor) {
    return factor == 1 ? "" : ", %dx".formatted(factor);
  }
}
