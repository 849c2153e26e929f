package org.provdl.capture;

import java.util.Arrays;
import java.util.function.Consumer;

/**
 * Iterations in a row, as the journal keeps them: a hundred in the room of a few.
 *
 * @param milliseconds when the first ended, since 1970
 * @param afterMilliseconds how long after that each ended
 * @param iterations their numbers
 * @param losses their losses
 * @param exampleCounts the examples in their batches
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record IterationBlock(
    long milliseconds,
    long[] afterMilliseconds,
    long[] iterations,
    double[] losses,
    int[] exampleCounts)
    implements JournalEntry {

  @Override
  public void forEach(Consumer<Event> consumer) {
    for (int i = 0; i < iterations.length; i++) {
      consumer.accept(
          new Event.IterationEnded(
              milliseconds + afterMilliseconds[i], iterations[i], losses[i], exampleCounts[i]));
    }
  }

  /** Gathers iterations until it is full. Not thread-safe. */
  static final class Builder {

    private static final int CAPACITY = 1024;

    private final long[] times = new long[CAPACITY];
    private final long[] iterations = new long[CAPACITY];
    private final double[] losses = new double[CAPACITY];
    private final int[] exampleCounts = new int[CAPACITY];
    private int size;

    void add(Event.IterationEnded event) {
      times[size] = event.milliseconds();
      iterations[size] = event.iteration();
      losses[size] = event.loss();
      exampleCounts[size] = event.exampleCount();
      size++;
    }

    boolean isEmpty() {
      return size == 0;
    }

    boolean isFull() {
      return size == CAPACITY;
    }

    /** What was gathered; the builder is empty afterwards. */
    IterationBlock take() {
      long first = times[0];
      IterationBlock block =
          new IterationBlock(
              first,
              Arrays.stream(times, 0, size).map(time -> time - first).toArray(),
              Arrays.copyOf(iterations, size),
              Arrays.copyOf(losses, size),
              Arrays.copyOf(exampleCounts, size));
      size = 0;
      return block;
    }
  }
}
