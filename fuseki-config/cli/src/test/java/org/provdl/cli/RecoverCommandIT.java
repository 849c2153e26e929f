package org.provdl.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.provdl.server.ProvenanceServer;
import org.provdl.server.Role;
import org.provdl.server.Users;
import org.provdl.store.ProvenanceStore;

/** What a training left in its journal is there for whoever asks next. */
final class RecoverCommandIT {

  @TempDir private Path directory;
  private String store = "";
  private String journal = "";

  @BeforeEach
  void leaveARunBehind() {
    try (ProvenanceStore created = ProvenanceStore.openOrCreate(directory.resolve("store"))) {
      store = created.directory().toString();
    }
    journal = store + "-journal";
    leaveBehind("store:" + store);
  }

  private void leaveBehind(String destination) {
    FailingSink.leaveBehind("left behind", destination, journal);
  }

  @Test
  void recoverDeliversWhereItWasMeantToGo() {
    Outcome outcome = Outcome.of("recover", journal);

    assertThat(outcome.error()).isEmpty();
    assertThat(outcome.exitCode()).isZero();
    assertThat(outcome.output()).contains("/run/").contains("1 run recovered.");
    assertThat(runs(store)).contains("left behind");
    assertThat(Path.of(journal)).doesNotExist();
  }

  @Test
  void aQueryRecoversWhatWasLeftForItsStore() {
    Outcome outcome = Outcome.of("query", "list-runs", "--store", store, "--format", "csv");

    assertThat(outcome.output()).contains("left behind").contains("completed");
    assertThat(outcome.error()).startsWith("provdl: recovered ");
    assertThat(Outcome.of("query", "list-runs", "--store", store).error()).isEmpty();
  }

  @Test
  void anotherStoreMayBeNamed() {
    String other = directory.resolve("other").toString();

    assertThat(Outcome.of("recover", journal, "--store", other).exitCode()).isZero();
    assertThat(runs(other)).contains("left behind");
    assertThat(runs(store)).doesNotContain("left behind");
  }

  @Test
  void aServerMayBeNamed() {
    try (ProvenanceStore open = ProvenanceStore.open(Path.of(store));
        ProvenanceServer server = ProvenanceServer.builder(open).port(0).start()) {
      Outcome outcome = Outcome.of("recover", journal, "--server", server.uri().toString());
      assertThat(outcome.exitCode()).isZero();
    }
    assertThat(runs(store)).contains("left behind");
  }

  @Test
  void aServerThatHasUsersIsSentTheToken() throws Exception {
    Users users = Users.file(directory.resolve("users"));
    users.add("writer", Role.WRITER, "correct horse".toCharArray());
    try (ProvenanceStore open = ProvenanceStore.open(Path.of(store));
        ProvenanceServer server = ProvenanceServer.builder(open).users(users).port(0).start()) {
      String url = server.uri().toString();
      assertThat(Outcome.of("recover", journal, "--server", url).error()).contains("401");

      ProcessBuilder recover =
          new ProcessBuilder("../bin/provdl", "recover", journal, "--server", url);
      recover.environment().put("PROVDL_TOKEN", users.issueToken("writer"));
      Process process = recover.start();
      assertThat(process.inputReader(UTF_8).lines()).last().isEqualTo("1 run recovered.");
      assertThat(process.waitFor()).isZero();
    }
    assertThat(runs(store)).contains("left behind");
  }

  @Test
  void aServerThatIsAwayIsAnErrorAndLosesNothing() {
    Outcome outcome = Outcome.of("recover", journal, "--server", "http://127.0.0.1:1/provdl");

    assertThat(outcome.exitCode()).isEqualTo(1);
    assertThat(outcome.error().lines())
        .singleElement()
        .asString()
        .contains("What it lacks stays in the journals");
    assertThat(Outcome.of("recover", journal).output()).contains("1 run recovered.");
  }

  @Test
  void aRunForTheMemoryOfItsProcessNeedsAnotherPlace() {
    leaveBehind("memory:");
    Outcome outcome = Outcome.of("recover", journal);

    assertThat(outcome.exitCode()).isEqualTo(2);
    assertThat(outcome.error()).contains("memory:").contains("where the runs shall go");
  }

  @Test
  void aDirectoryThatIsNotThereIsAnError() {
    Outcome outcome = Outcome.of("recover", directory.resolve("missing").toString());

    assertThat(outcome.exitCode()).isEqualTo(1);
    assertThat(outcome.error()).contains("There is no directory of journals");
  }

  private static String runs(String store) {
    return Outcome.of("query", "list-runs", "--store", store, "--format", "csv").output();
  }
}
