package org.provdl.benchmarks;

import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.apache.jena.dboe.base.file.Location;
import org.apache.jena.fuseki.main.FusekiServer;
import org.apache.jena.fuseki.main.sys.FusekiModules;
import org.apache.jena.tdb2.DatabaseMgr;
import org.provdl.server.ProvenanceServer;
import org.provdl.store.ProvenanceStore;

/** The program of the process that {@link RemoteServer} starts. Ends with its input. */
final class RemoteServerProcess {

  private RemoteServerProcess() {}

  /** Prints the address of each dataset. Arguments: the kind, a directory, how many datasets. */
  public static void main(String[] arguments) throws IOException {
    Path directory = Path.of(arguments[1]);
    int datasets = Integer.parseInt(arguments[2]);
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    switch (RemoteServer.Kind.valueOf(arguments[0])) {
      case STOCK -> stock(directory, datasets, out);
      case OURS -> ours(directory, datasets, out);
    }
    System.in.transferTo(PrintStream.nullOutputStream());
    System.exit(0);
  }

  private static void stock(Path directory, int datasets, PrintStream out) {
    FusekiServer.Builder builder =
        FusekiServer.create().fusekiModules(FusekiModules.empty()).loopback(true).port(0);
    for (int i = 0; i < datasets; i++) {
      Location location = Location.create(directory.resolve("dataset" + i));
      builder.add("/dataset" + i, DatabaseMgr.connectDatasetGraph(location), true);
    }
    FusekiServer server = builder.start();
    for (int i = 0; i < datasets; i++) {
      out.println("http://localhost:%d/dataset%d/data".formatted(server.getHttpPort(), i));
    }
  }

  private static void ours(Path directory, int datasets, PrintStream out) {
    for (int i = 0; i < datasets; i++) {
      ProvenanceStore store = ProvenanceStore.openOrCreate(directory.resolve("store" + i));
      URI server = ProvenanceServer.builder(store).port(0).start().uri();
      out.println(server + "/append");
    }
  }
}
