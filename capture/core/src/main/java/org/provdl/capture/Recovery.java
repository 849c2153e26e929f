package org.provdl.capture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.provdl.store.ProvenanceStore;
import org.provdl.vocabulary.Ontology;

/**
 * Delivers the journals that processes have left behind: killed ones, or ones whose sink was away.
 * A run without an end is marked as interrupted at the time of its last event. What cannot be read
 * to its end is delivered as far as it can, and its file is put aside in {@code damaged}.
 *
 * <p>Works on the calling thread and may take its time. Delivering a journal again is harmless, so
 * it may be broken off at any time. Journals of living processes are left alone. Not thread-safe.
 */
public final class Recovery {

  private final EventFormat format = new EventFormat();
  private final Terms terms = new Terms(Ontology.model());
  private final List<RecoveredRun> runs = new ArrayList<>();
  private final List<String> unreadable = new ArrayList<>();
  private int inUse;

  private Recovery() {}

  /**
   * What was done.
   *
   * @param runs the runs that were delivered
   * @param unreadable the journals of which nothing could be delivered, and why, one line each
   * @param directoriesInUse how many directories of journals belong to processes that are alive
   */
  public record Report(List<RecoveredRun> runs, List<String> unreadable, int directoriesInUse) {

    /**
     * Copies the lists.
     *
     * @param runs the runs that were delivered
     * @param unreadable the journals of which nothing could be delivered
     * @param directoriesInUse how many directories belong to living processes
     */
    public Report {
      runs = List.copyOf(runs);
      unreadable = List.copyOf(unreadable);
    }
  }

  /**
   * Delivers all that was left in a directory of journals, each run to where it was meant to go.
   *
   * @param journals the directory; may also be one of journals that were kept, which stay there
   * @return what was done
   * @throws JournalException if the directory is not there or cannot be used, or a sink fails; what
   *     it lacks stays in the journals
   * @throws IllegalArgumentException if a run was meant for a sink in the memory of its process
   * @throws RuntimeException if a sink cannot be opened
   */
  public static Report toTheirDestinations(Path journals) {
    return new Recovery().recover(journals, null);
  }

  /**
   * Delivers all that was left in a directory of journals to one sink, wherever it was meant to go.
   *
   * @param journals the directory; may also be one of journals that were kept, which stay there
   * @param sink the sink; the caller closes it
   * @return what was done
   * @throws JournalException if the directory is not there or cannot be used, or the sink fails;
   *     what it lacks stays in the journals
   */
  public static Report to(QuadSink sink, Path journals) {
    return new Recovery().recover(journals, sink);
  }

  /**
   * Delivers what captures have left for a store where they leave it unless they are told another
   * place: beside the store. Does nothing where nothing was left.
   *
   * @param store the store, open
   * @return what was done
   * @throws JournalException if the store fails; what it lacks stays in the journals
   */
  public static Report intoStore(ProvenanceStore store) {
    QuadSink sink = QuadSink.store(store);
    Path journals = Destination.journalsBeside(store.directory());
    return Files.isDirectory(journals) ? to(sink, journals) : new Report(List.of(), List.of(), 0);
  }

  private Report recover(Path journals, @Nullable QuadSink sink) {
    if (!Files.isDirectory(journals)) {
      throw new JournalException(
          "There is no directory of journals at " + journals + ". Check the path.");
    }
    List<JournalDirectory> left = JournalDirectory.abandoned(journals);
    inUse = JournalDirectory.count(journals) - left.size();
    try {
      List<Consignment> consignments = new ArrayList<>();
      left.forEach(directory -> open(directory, directory.journals(), consignments));
      if (!JournalDirectory.isOfCapture(journals)) {
        open(null, JournalDirectory.journalsIn(journals), consignments);
      }
      if (sink == null) {
        deliverToDestinations(consignments);
      } else {
        consignments.forEach(consignment -> deliver(consignment, sink));
      }
    } finally {
      left.forEach(JournalDirectory::close);
    }
    return new Report(runs, unreadable, inUse);
  }

  private void open(
      @Nullable JournalDirectory directory, List<Path> files, List<Consignment> consignments) {
    LeftJournals opened = LeftJournals.open(directory, files, format, terms);
    consignments.addAll(opened.consignments());
    unreadable.addAll(opened.unreadable());
  }

  private void deliverToDestinations(List<Consignment> consignments) {
    Map<String, List<Consignment>> byDestination = new LinkedHashMap<>();
    consignments.forEach(
        consignment ->
            byDestination
                .computeIfAbsent(consignment.destination(), any -> new ArrayList<>())
                .add(consignment));
    byDestination.forEach(
        (destination, runs) -> {
          try (QuadSink sink = Destination.open(destination)) {
            runs.forEach(consignment -> deliver(consignment, sink));
          } catch (IOException e) {
            throw new UncheckedIOException(destination + " cannot be opened: " + e.getMessage(), e);
          }
        });
  }

  private void deliver(Consignment consignment, QuadSink sink) {
    QuadBatch batch = new QuadBatch();
    while (!consignment.replay().hasEnded()) {
      consignment.replay().fill(batch);
      if (!batch.isEmpty()) {
        write(batch, sink);
      }
    }
    runs.add(consignment.report());
    consignment.complete(false);
  }

  private static void write(QuadBatch batch, QuadSink sink) {
    try {
      sink.write(batch.take());
    } catch (RuntimeException e) {
      throw new JournalException(
          "%s failed: %s. What it lacks stays in the journals; try again when it works."
              .formatted(sink.destination(), e.getMessage()),
          e);
    }
  }
}
