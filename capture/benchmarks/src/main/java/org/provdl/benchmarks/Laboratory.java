package org.provdl.benchmarks;

import com.github.f4b6a3.ulid.Ulid;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.provdl.benchmarks.LabRun.Outcome;
import org.provdl.capture.Capture;
import org.provdl.capture.Dimension;
import org.provdl.capture.Environment;
import org.provdl.capture.Framework;
import org.provdl.capture.Parameters;
import org.provdl.capture.QuadSink;
import org.provdl.capture.RunDescription;
import org.provdl.capture.Split;
import org.provdl.capture.Study;
import org.provdl.capture.TrainingRun;
import org.provdl.capture.Trial;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What ten people who train networks on five machines leave in a store within a year: twenty
 * experiments on ten data sets, studies, repetitions, reproductions, runs that failed, were
 * interrupted, diverged, or go on; one run of thousands of adaptations, and models fine-tuned one
 * from the other. The same numbers give the same store.
 *
 * <p>Not thread-safe; fills one store.
 */
final class Laboratory {

  /** What the runs are called that go on from one another; a number follows. */
  static final String FINE_TUNING = "fine-tuning ";

  /** What the run of thousands of adaptations is called. */
  static final String RESTLESS = "restless";

  /** The longest chain of models. */
  static final int CHAIN = 100;

  private static final Logger LOG = LoggerFactory.getLogger(Laboratory.class);
  private static final Duration PATIENCE = Duration.ofHours(3);
  private static final Instant START = Instant.parse("2025-01-06T08:00:00Z");
  private static final Duration YEAR = Duration.ofDays(360);
  private static final int EXPERIMENTS = 20;
  private static final int COMMITS = 200;
  private static final int TRIALS = 8;
  private static final int ADAPTATIONS = 20;
  private static final Framework FRAMEWORK = new Framework("Deeplearning4j", "1.0.0-M2.1", "CPU");
  private static final List<String> PEOPLE =
      List.of("ada", "bo", "chen", "dana", "emre", "fatima", "grace", "hedy", "ines", "\u5b87");
  private static final List<String> TOPICS =
      List.of(
          "digits", "irises", "Ziffern gr\u00f6\u00dfer", "\u624b\u5199\u6570\u5b57", "reviews");

  /** A process: on one machine, by one person, of one commit. */
  private record Session(Capture capture, LabClock clock, LabMachine machine, int number) {}

  private final int runs;
  private final int epochs;
  private final Random random;
  private final Map<Integer, LabRun> latest = new HashMap<>();
  private final Map<Integer, String> latestIri = new HashMap<>();
  private int told;
  private @Nullable Parameters tuned;

  /**
   * A laboratory.
   *
   * @param runs how many trainings, 4 or more
   * @param epochs how many epochs the longest of them have
   * @param seed what the rest is drawn from
   */
  Laboratory(int runs, int epochs, long seed) {
    this.runs = runs;
    this.epochs = epochs;
    random = new Random(seed);
  }

  /** Tells all runs; returns when the target has them. */
  void fill(QuadSink target, Path journals) {
    LabSink sink = new LabSink(target);
    int chain = Math.min(CHAIN, runs / 4);
    int sessions = Math.min(COMMITS, Math.max(1, runs / 4));
    for (int session = 0; session < sessions; session++) {
      int until = (int) ((long) (runs - chain) * (session + 1) / sessions);
      session(sink, journals, session, each -> tellUntil(until, each));
      LOG.info("{} of {} runs", told, runs);
    }
    session(sink, journals, sessions, this::tellChain);
    sink.flush();
  }

  private void session(LabSink sink, Path journals, int number, Consumer<Session> work) {
    LabClock clock = new LabClock(START.plus(YEAR.multipliedBy(number).dividedBy(COMMITS)));
    LabMachine machine = new LabMachine(number % LabMachine.COUNT);
    Environment environment = machine.at(number);
    sink.mend();
    try (Capture capture =
        Captures.defaults(sink, journals)
            .clock(clock)
            .ids(() -> id(clock))
            .environment(() -> environment)
            .withoutResourceUse()
            .open()) {
      work.accept(new Session(capture, clock, machine, number));
      if (!capture.flush(PATIENCE)) {
        throw new IllegalStateException("The runs were not delivered in " + PATIENCE);
      }
      sink.cut(); // the runs that go on are not ended
    }
  }

  private String id(LabClock clock) {
    byte[] bytes = new byte[Ulid.RANDOM_BYTES];
    random.nextBytes(bytes);
    return new Ulid(clock.instant().toEpochMilli(), bytes).toString();
  }

  private void tellUntil(int until, Session session) {
    if (session.number % 4 == 1) {
      study(session, Math.min(TRIALS, until - told));
    }
    while (told < until) {
      int experiment = random.nextInt(EXPERIMENTS);
      LabRun next = draw(experiment);
      tell(session, next, describe(name(next, experiment), experiment, session), experiment, null);
    }
  }

  private LabRun draw(int experiment) {
    LabRun before = latest.get(experiment);
    if (before != null && random.nextInt(10) < 3) {
      return before.again(outcome(), random.nextLong());
    }
    int planned = Math.max(1, epochs * List.of(3, 5, 8, 10).get(random.nextInt(4)) / 10);
    int adaptations = told == 1 ? ADAPTATIONS : random.nextInt(2);
    return new LabRun(
        LabSettings.draw(random),
        LabData.draw(random, experiment),
        told == 1 ? epochs : planned,
        told == 1 ? Outcome.COMPLETED : outcome(),
        adaptations,
        random.nextLong(),
        experiment % 2 == 0);
  }

  private Outcome outcome() {
    if (told % 500 == 2) {
      return Outcome.RUNNING;
    }
    int drawn = random.nextInt(100);
    return drawn < 4
        ? Outcome.DIVERGED
        : drawn < 10
            ? Outcome.FAILED
            : drawn < 14
                ? Outcome.INTERRUPTED
                : drawn < 24 ? Outcome.STOPPED_EARLY : Outcome.COMPLETED;
  }

  private String name(LabRun next, int experiment) {
    if (told == 1) {
      return RESTLESS;
    }
    return random.nextInt(3) == 0
        ? "baseline"
        : topic(experiment) + " rate " + next.settings().learningRate();
  }

  private static String topic(int experiment) {
    return TOPICS.get(experiment % TOPICS.size());
  }

  private static String experiment(int number) {
    return topic(number) + " " + (1 + number / TOPICS.size());
  }

  private static RunDescription describe(String name, int experiment, Session session) {
    return new RunDescription(name, experiment(experiment), person(session), FRAMEWORK, null);
  }

  private static String person(Session session) {
    return PEOPLE.get(session.number * 7 % PEOPLE.size());
  }

  private LabRun.Reached tell(
      Session session,
      LabRun next,
      RunDescription description,
      int experiment,
      @Nullable Parameters from) {
    TrainingRun run = session.capture.start(description);
    String before = latestIri.get(experiment);
    if (before != null && told % 100 == 50) {
      run.reproduce(before);
    }
    LabRun.Reached reached = next.tell(run, session.clock, session.machine, from);
    session.clock.pass(Duration.ofMinutes(1));
    latest.put(experiment, next);
    latestIri.put(experiment, run.iri());
    told++;
    return reached;
  }

  private void study(Session session, int trials) {
    int experiment = random.nextInt(EXPERIMENTS);
    try (Study study =
        Study.builder(session.capture, topic(experiment) + " search")
            .experiment(experiment(experiment))
            .operator(person(session))
            .maximize("accuracy", Split.TEST)
            .over(
                Dimension.logUniform("learningRate", 1e-3, 1e-1),
                Dimension.choice("updater", "Adam", "Sgd"))
            .random(trials, random.nextLong())
            .withoutProgress()
            .start()) {
      study.run(trial -> make(trial, session, experiment));
    }
  }

  private double make(Trial trial, Session session, int experiment) {
    LabRun drawn = draw(experiment);
    LabRun next =
        new LabRun(
            drawn.settings().with(trial.real("learningRate"), trial.value("updater", String.class)),
            drawn.data(),
            drawn.epochs(),
            Outcome.COMPLETED,
            drawn.adaptations(),
            drawn.seed(),
            drawn.convolutional());
    RunDescription description = describe(trial.label(), experiment, session).inTrial(trial);
    return tell(session, next, description, experiment, null).accuracy();
  }

  private void tellChain(Session session) {
    LabSettings settings = LabSettings.draw(random);
    LabData data = LabData.draw(random, 0);
    for (int link = 1; told < runs; link++) {
      LabRun next =
          new LabRun(
              settings,
              data,
              Math.max(1, epochs / 10),
              Outcome.COMPLETED,
              0,
              random.nextLong(),
              true);
      RunDescription description = describe(FINE_TUNING + link, 0, session);
      tuned = tell(session, next, description, 0, tuned).parameters();
    }
  }
}
