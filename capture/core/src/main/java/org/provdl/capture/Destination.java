package org.provdl.capture;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;

/** What the {@linkplain QuadSink#destination() destinations} of the sinks of this package mean. */
final class Destination {

  static final String STORE = "store:";
  static final String TRIG_FILE = "trig-file:";
  static final String GRAPH_STORE = "graph-store:";
  static final String SPARQL_UPDATE = "sparql-update:";
  static final String MEMORY = "memory:";

  /** Where journals are of what goes over a network. */
  private static final String JOURNAL = "provdl-journal";

  private Destination() {}

  /** Where journals for a destination are unless it is said: beside a store or a file. */
  static Path journals(String destination) throws IOException {
    if (destination.startsWith(STORE) || destination.startsWith(TRIG_FILE)) {
      return journalsBeside(Path.of(destination.substring(destination.indexOf(':') + 1)));
    }
    return destination.equals(MEMORY) ? Files.createTempDirectory(JOURNAL) : Path.of(JOURNAL);
  }

  static Path journalsBeside(Path target) {
    return target.resolveSibling(target.getFileName() + "-journal");
  }

  /**
   * A sink that writes there.
   *
   * @throws IllegalArgumentException if it is a destination that only its own process can write to
   */
  static QuadSink open(String destination) throws IOException {
    String target = destination.substring(destination.indexOf(':') + 1);
    return switch (destination.substring(0, destination.indexOf(':') + 1)) {
      case STORE -> QuadSink.store(Path.of(target));
      case TRIG_FILE -> QuadSink.trigFile(Path.of(target));
      case GRAPH_STORE -> QuadSink.graphStore(URI.create(target));
      case SPARQL_UPDATE -> QuadSink.sparqlUpdate(URI.create(target));
      default ->
          throw new IllegalArgumentException(
              "No sink can be opened for "
                  + destination
                  + "; say where the runs shall go instead.");
    };
  }
}
