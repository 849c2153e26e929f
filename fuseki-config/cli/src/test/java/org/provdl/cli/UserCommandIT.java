package org.provdl.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.provdl.store.ProvenanceStore;

final class UserCommandIT {

  @TempDir private Path directory;
  private String file = "";

  @BeforeEach
  void name() {
    file = directory.resolve("users").toString();
  }

  private static Outcome typing(String text, String... arguments) {
    InputStream before = System.in;
    System.setIn(new ByteArrayInputStream(text.getBytes(UTF_8)));
    try {
      return Outcome.of(arguments);
    } finally {
      System.setIn(before);
    }
  }

  @Test
  void usersAreAddedListedAndRemoved() throws Exception {
    Outcome added = typing("correct horse\nmore", "user", "add", file, "ada", "--role", "writer");

    assertThat(added.error()).isEmpty();
    assertThat(added.output()).isEqualToIgnoringNewLines("Added ada as writer.");
    typing("another horse\n", "user", "add", file, "grace", "--role", "reader");
    assertThat(Outcome.of("user", "list", file).output().lines())
        .containsExactly("ada writer", "grace reader");
    assertThat(Outcome.of("user", "remove", file, "ada").exitCode()).isZero();
    assertThat(Outcome.of("user", "list", file).output().lines()).containsExactly("grace reader");
    assertThat(Files.readString(Path.of(file))).doesNotContain("horse");
  }

  @Test
  void aTokenIsShownOnceAndRevoked() throws Exception {
    typing("correct horse\n", "user", "add", file, "ada", "--role", "writer");
    String token = Outcome.of("user", "token", file, "ada").output().strip();

    assertThat(token).startsWith("provdl_");
    assertThat(Files.readString(Path.of(file))).doesNotContain(token).contains("sha256$");
    Outcome.of("user", "token", file, "ada", "--revoke");
    assertThat(Files.readString(Path.of(file))).doesNotContain("sha256$");
  }

  @Test
  void whatCannotBeDoneIsSaid() {
    typing("", "user", "add", file, "ada", "--role", "writer").isFailure(1, "No password");
    typing("short\n", "user", "add", file, "ada", "--role", "writer").isFailure(2, "8 to 1,000");
    typing("long enough\n", "user", "add", file, "a:b", "--role", "writer")
        .isFailure(2, "cannot be the name of a user");
    Outcome.of("user", "add", file, "ada", "--role", "owner").isFailure(2, "owner");
    Outcome.of("user", "list", file).isFailure(1, "provdl user add");
    assertThat(Path.of(file)).doesNotExist();
  }

  @Test
  void aServerThatWouldBeOpenDoesNotStart() {
    String store = directory.resolve("store").toString();
    ProvenanceStore.openOrCreate(Path.of(store)).close();

    Outcome.of("serve", store, "--host", "0.0.0.0", "--port", "0")
        .isFailure(1, "--users FILE", "--insecure");
    Outcome.of("serve", store, "--port", "0", "--users", file).isFailure(1, "provdl user add");
    Outcome.of("serve", store, "--port", "0", "--tls", "missing.p12")
        .isFailure(2, "PROVDL_TLS_PASSWORD");
    Outcome.of("serve", store, "--port", "0", "--tls-password-file", file)
        .isFailure(2, "without --tls");
  }
}
