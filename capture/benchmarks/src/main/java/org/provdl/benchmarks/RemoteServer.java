package org.provdl.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import org.provdl.capture.QuadSink;

/** Servers in a process of their own, each with an empty TDB2 dataset to write into. */
final class RemoteServer implements AutoCloseable {

  /** Whose server. */
  enum Kind {
    STOCK("stock Fuseki", "one Graph Store POST", Integer.MAX_VALUE),
    OURS("ProvenanceServer", "POSTs of 100,000 quads", 100_000);

    private final String title;
    private final String plain;
    private final int quadsPerRequest;

    Kind(String title, String plain, int quadsPerRequest) {
      this.title = title;
      this.plain = plain;
      this.quadsPerRequest = quadsPerRequest;
    }

    String title() {
      return title;
    }

    String plain() {
      return plain;
    }

    /** What a plain request holds at most: ours takes bodies up to a size. */
    int quadsPerRequest() {
      return quadsPerRequest;
    }
  }

  private final Process process;
  private final Deque<URI> datasets = new ArrayDeque<>();

  private RemoteServer(Process process) {
    this.process = process;
  }

  static RemoteServer start(Kind kind, int datasets, Workplace workplace) throws IOException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                RemoteServerProcess.class.getName(),
                kind.name(),
                workplace.fresh("server").toString(),
                Integer.toString(datasets))
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    RemoteServer server = new RemoteServer(process);
    BufferedReader output = process.inputReader(StandardCharsets.UTF_8);
    for (int i = 0; i < datasets; i++) {
      String line = output.readLine();
      if (line == null) {
        throw new IOException(kind.title() + " did not start.");
      }
      server.datasets.add(URI.create(line));
    }
    return server;
  }

  /** Where the quads of a dataset that is still empty are posted. */
  URI nextDataset() {
    return datasets.remove();
  }

  QuadSink nextSink() {
    return QuadSink.graphStore(nextDataset());
  }

  /** Ends the process, which waits for the end of its input. */
  @Override
  public void close() throws Exception {
    process.getOutputStream().close();
    process.waitFor();
  }
}
