package org.provdl.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.provdl.server.Client.NQUADS;
import static org.provdl.server.Client.quads;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.provdl.store.ProvenanceStore;

/** A server on a disk without room, which then gets some. */
final class FullServerDiskProcess {

  private FullServerDiskProcess() {}

  public static void main(String[] arguments) throws Exception {
    Path disk = Path.of(arguments[0]);
    try (ProvenanceStore store = ProvenanceStore.openOrCreate(disk.resolve("store"));
        ProvenanceServer server = ProvenanceServer.builder(store).port(0).start()) {
      Client client = new Client(server.uri());
      HttpResponse<String> answer = append(client);
      assertThat(answer.statusCode()).isEqualTo(507);
      assertThat(answer.body()).contains("MiB left").contains("Make room and try again.");
      assertThat(client.count()).isZero();

      enlarge(disk);
      assertThat(append(client).statusCode()).isEqualTo(200);
      assertThat(client.count()).isEqualTo(10);
    }
  }

  private static HttpResponse<String> append(Client client) throws Exception {
    return client.post("/append", NQUADS, quads("run", 10));
  }

  private static void enlarge(Path disk) throws Exception {
    Process mount =
        new ProcessBuilder("mount", "-o", "remount,size=512m", disk.toString()).inheritIO().start();
    assertThat(mount.waitFor()).isZero();
  }
}
