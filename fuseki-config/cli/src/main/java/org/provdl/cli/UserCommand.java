package org.provdl.cli;

import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import org.provdl.server.Role;
import org.provdl.server.Users;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Says who may use a server. */
@Command(
    name = "user",
    description = {
      "Change who may use a server: the file that provdl serve --users takes.",
      "It holds hashes of passwords and tokens. A server that runs notices a change."
    })
final class UserCommand {

  @Spec
  @SuppressWarnings("NullAway.Init") // set by picocli
  private CommandSpec spec;

  /** The file that all of them are about. */
  static final class UserFile {

    @Parameters(index = "0", paramLabel = "FILE", description = "The file of users.")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private Path path;

    Users users() {
      return Users.file(path);
    }
  }

  @Command(
      name = "add",
      description = {
        "Add a user. The password is asked for, or read as a line of standard input.",
        "The file is made if missing."
      })
  void add(
      @Mixin UserFile file,
      @Parameters(index = "1", paramLabel = "NAME", description = "The user.") String name,
      @Option(
              names = "--role",
              required = true,
              paramLabel = "ROLE",
              description =
                  "reader (asks), writer (adds runs too) or admin (compacts the store too).")
          Role role) {
    char[] password = password(name);
    try {
      file.users().add(name, role, password);
    } finally {
      Arrays.fill(password, ' ');
    }
    print("Added %s as %s.".formatted(name, role));
  }

  @Command(name = "remove", description = "Remove a user with all tokens.")
  void remove(
      @Mixin UserFile file,
      @Parameters(index = "1", paramLabel = "NAME", description = "The user.") String name) {
    file.users().remove(name);
    print("Removed " + name + ".");
  }

  @Command(name = "list", description = "List the users with their roles.")
  void list(@Mixin UserFile file) {
    file.users().roles().forEach((name, role) -> print(name + " " + role));
  }

  @Command(
      name = "token",
      description = {
        "Make a token for a program, which stands for user and password, and print it.",
        "It is shown once and kept nowhere."
      })
  void token(
      @Mixin UserFile file,
      @Parameters(index = "1", paramLabel = "NAME", description = "The user.") String name,
      @Option(
              names = "--revoke",
              description = "Make all tokens of the user worthless, and make no other.")
          boolean revoke) {
    if (revoke) {
      file.users().revokeTokens(name);
      print("Revoked the tokens of " + name + ".");
    } else {
      print(file.users().issueToken(name));
    }
  }

  private void print(String line) {
    PrintWriter out = spec.commandLine().getOut();
    out.println(line);
    out.flush();
  }

  @SuppressWarnings("SystemConsoleNull") // isTerminal() is for the others
  private char[] password(String name) {
    Console console = System.console();
    if (console == null || !isTerminal(console)) {
      return fromInput();
    }
    char[] first = typed(console, "Password of " + name + ": ");
    if (!Arrays.equals(first, typed(console, "Once more: "))) {
      throw new CommandException("The passwords differ. Try again.");
    }
    return first;
  }

  /** From JDK 22 on, a console may be there without one. */
  private static boolean isTerminal(Console console) {
    try {
      return (boolean) Console.class.getMethod("isTerminal").invoke(console);
    } catch (ReflectiveOperationException before) {
      return true;
    }
  }

  private static char[] typed(Console console, String prompt) {
    char[] password = console.readPassword("%s", prompt);
    if (password == null) {
      throw new CommandException("No password was given.");
    }
    return password;
  }

  /** Not closed: others may read on. */
  @SuppressWarnings("StreamResourceLeak")
  private static char[] fromInput() {
    try {
      String line =
          new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)).readLine();
      if (line == null) {
        throw new CommandException("No password was given. Write it as a line of standard input.");
      }
      return line.toCharArray();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
