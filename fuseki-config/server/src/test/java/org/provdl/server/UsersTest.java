package org.provdl.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class UsersTest {

  private static final String PASSWORD = "correct horse 学習";

  private Path file;
  private Users users;

  @BeforeEach
  void name(@TempDir Path directory) {
    file = directory.resolve("users");
    users = Users.file(file);
  }

  private void addAda() {
    users.add("ada", Role.WRITER, PASSWORD.toCharArray());
  }

  private User user(String name) {
    return Objects.requireNonNull(users.read().get(name));
  }

  @Test
  void aUserIsKeptWithRoleAndWithoutPassword() throws Exception {
    addAda();
    users.add("läufer.2@home", Role.READER, "another one".toCharArray());

    assertThat(users.roles())
        .containsExactly(entry("ada", Role.WRITER), entry("läufer.2@home", Role.READER));
    assertThat(Files.readString(file)).doesNotContain(PASSWORD).contains("pbkdf2-sha512$210000$");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
  }

  @Test
  void onlyTheRightPasswordMatches() {
    addAda();
    PasswordHash hash = PasswordHash.parse(user("ada").password().toString());

    assertThat(hash.matches(PASSWORD.toCharArray())).isTrue();
    assertThat(hash.matches((PASSWORD + " ").toCharArray())).isFalse();
    assertThat(hash.matches(new char[0])).isFalse();
    assertThat(PasswordHash.ofNobody().matches(PASSWORD.toCharArray())).isFalse();
  }

  @Test
  void theSamePasswordHasAnotherHashForAnotherUser() {
    addAda();
    users.add("grace", Role.WRITER, PASSWORD.toCharArray());

    assertThat(user("ada").password()).isNotEqualTo(user("grace").password());
  }

  @Test
  void tokensAreKeptHashedAndRevoked() throws Exception {
    addAda();
    String first = users.issueToken("ada");
    String second = users.issueToken("ada");

    assertThat(first).matches("provdl_[A-Za-z0-9_-]{43}").isNotEqualTo(second);
    assertThat(Files.readString(file)).doesNotContain(first).doesNotContain(second);
    assertThat(user("ada").tokens()).containsExactly(Tokens.hash(first), Tokens.hash(second));
    users.revokeTokens("ada");
    assertThat(user("ada").tokens()).isEmpty();
  }

  @Test
  void aUserIsRemoved() {
    addAda();
    users.remove("ada");

    assertThat(users.roles()).isEmpty();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> users.remove("ada"))
        .withMessageStartingWith("There is no user ada in");
  }

  @Test
  void aUserCannotBeThereTwice() {
    addAda();

    assertThatIllegalArgumentException().isThrownBy(this::addAda).withMessageContaining("remove");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a b", "a:b", "#ada", "a\nb admin", "a/b", "a$b"})
  void aNameThatCouldBeSomethingElseIsRefused(String name) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> users.add(name, Role.READER, PASSWORD.toCharArray()))
        .withMessageContaining("cannot be the name of a user");
  }

  @Test
  void aShortPasswordIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> users.add("ada", Role.READER, "1234567".toCharArray()))
        .withMessage("A password has from 8 to 1,000 characters, not 7.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ada",
        "ada writer",
        "ada owner pbkdf2-sha512$1$AAAA$AAAAAAAAAAAAAAAAAAAAAA==",
        "ada writer secret",
        "ada writer pbkdf2-sha512$0$AAAA$AAAAAAAAAAAAAAAAAAAAAA==",
        "ada writer pbkdf2-sha512$2000000000$AAAA$AAAAAAAAAAAAAAAAAAAAAA==",
        "ada writer pbkdf2-sha512$1$AAAA$",
        "ada writer pbkdf2-sha512$1$$AAAAAAAAAAAAAAAAAAAAAA==",
        "ada writer pbkdf2-sha512$one$AAAA$AAAAAAAAAAAAAAAAAAAAAA==",
        "ada writer pbkdf2-sha512$1$?$?"
      })
  void aMalformedLineIsNamed(String line) throws Exception {
    Files.writeString(file, "# users\n" + line + "\n");

    assertThatThrownBy(users::read)
        .isInstanceOf(ServerException.class)
        .hasMessageStartingWith(file + ", line 2 is no user");
  }

  @Test
  void aFileThatOthersMayChangeIsRefused() throws Exception {
    addAda();
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-rw-r--"));

    assertThatThrownBy(users::read)
        .isInstanceOf(ServerException.class)
        .hasMessageContaining("chmod 600");
  }

  @Test
  void aMissingFileSaysHowToMakeOne() {
    assertThatThrownBy(users::read)
        .isInstanceOf(ServerException.class)
        .hasMessageContaining("provdl user add");
  }
}
