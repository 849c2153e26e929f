package org.provdl.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.provdl.server.ProvenanceServer;
import org.provdl.server.Users;
import picocli.CommandLine.Option;

/** Who may reach a server, and how. */
final class SecurityOptions {

  /** A password on the command line would be seen by all users of the machine. */
  private static final String PASSWORD = "PROVDL_TLS_PASSWORD";

  @Option(
      names = "--users",
      paramLabel = "FILE",
      description =
          "Ask everybody who it is: a file of users with passwords and roles, made by provdl user.")
  private @Nullable Path users;

  @Option(
      names = "--tls",
      paramLabel = "KEYSTORE",
      description =
          "Speak https with the private key of a PKCS #12 file; its password is in --tls-password-file or in the environment as "
              + PASSWORD
              + ".")
  private @Nullable Path keyStore;

  @Option(
      names = "--tls-password-file",
      paramLabel = "FILE",
      description = "A file whose first line is the password of the key store.")
  private @Nullable Path passwordFile;

  @Option(
      names = "--insecure",
      description = "Let everybody read who reaches the server, also from other machines.")
  private boolean insecure;

  void apply(ProvenanceServer.Builder server) {
    if (users != null) {
      server.users(Users.file(users));
    }
    if (keyStore != null) {
      server.tls(keyStore, password());
    } else if (passwordFile != null) {
      throw new IllegalArgumentException("--tls-password-file is of no use without --tls.");
    }
    if (insecure) {
      server.insecure();
    }
  }

  private char[] password() {
    if (passwordFile != null) {
      try {
        return Files.readString(passwordFile).lines().findFirst().orElse("").toCharArray();
      } catch (IOException failure) {
        throw new CommandException(
            "Cannot read the password in %s: %s.".formatted(passwordFile, failure));
      }
    }
    String password = System.getenv(PASSWORD);
    if (password == null) {
      throw new IllegalArgumentException(
          "--tls needs the password of the key store: in a file that --tls-password-file names, or in the environment as %s."
              .formatted(PASSWORD));
    }
    return password.toCharArray();
  }
}
