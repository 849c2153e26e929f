package org.provdl.server;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A file of users, one a line: name, role, hash of the password, hashes of tokens. Neither
 * passwords nor tokens can be found out from it. Lines that begin with {@code #} are comments.
 *
 * <p>Each method reads the file anew and replaces it as a whole, for its owner alone to read. A
 * server notices that. Two processes must not change it at the same time.
 */
public final class Users {

  private static final int SHORTEST_PASSWORD = 8;
  private static final int LONGEST_PASSWORD = 1_000;

  private final Path file;

  private Users(Path file) {
    this.file = file;
  }

  /**
   * Users of a file.
   *
   * @param file the file; made by the first {@link #add} if missing
   * @return the users
   */
  public static Users file(Path file) {
    return new Users(file);
  }

  /**
   * Adds a user, without tokens.
   *
   * @param name up to 64 letters, digits and {@code ._@-}
   * @param role what the user may do
   * @param password at least 8 characters
   * @throws IllegalArgumentException if the user is there already, or the name or the password
   *     cannot be taken
   * @throws ServerException if the file cannot be read or written
   */
  public void add(String name, Role role, char[] password) {
    if (password.length < SHORTEST_PASSWORD || password.length > LONGEST_PASSWORD) {
      throw new IllegalArgumentException(
          "A password has from %d to %,d characters, not %d."
              .formatted(SHORTEST_PASSWORD, LONGEST_PASSWORD, password.length));
    }
    Map<String, User> users = Files.exists(file) ? read() : new LinkedHashMap<>();
    if (users.containsKey(name)) {
      throw new IllegalArgumentException(
          "%s is in %s already. To change the role or the password, remove the user first."
              .formatted(name, file));
    }
    users.put(name, new User(name, role, PasswordHash.of(password), List.of()));
    write(users);
  }

  /**
   * Removes a user with all tokens.
   *
   * @param name the user
   * @throws IllegalArgumentException if there is no such user
   * @throws ServerException if the file cannot be read or written
   */
  public void remove(String name) {
    change(name, user -> null);
  }

  /**
   * Makes a token, which stands for user and password.
   *
   * @param name the user
   * @return the token, which is kept nowhere
   * @throws IllegalArgumentException if there is no such user
   * @throws ServerException if the file cannot be read or written
   */
  public String issueToken(String name) {
    String token = Tokens.next();
    change(name, user -> user.withToken(Tokens.hash(token)));
    return token;
  }

  /**
   * Makes all tokens of a user worthless.
   *
   * @param name the user
   * @throws IllegalArgumentException if there is no such user
   * @throws ServerException if the file cannot be read or written
   */
  public void revokeTokens(String name) {
    change(name, User::withoutTokens);
  }

  /**
   * Who is there.
   *
   * @return the roles by name, in the order of the file
   * @throws ServerException if the file cannot be read
   */
  public Map<String, Role> roles() {
    Map<String, Role> roles = new LinkedHashMap<>();
    read().forEach((name, user) -> roles.put(name, user.role()));
    return roles;
  }

  Path path() {
    return file;
  }

  /**
   * Reads the file.
   *
   * @throws ServerException if it is missing or malformed, or if others may change it
   */
  Map<String, User> read() {
    List<String> lines;
    try {
      requireOwned();
      lines = Files.readAllLines(file);
    } catch (IOException failure) {
      throw new ServerException(
          "Cannot read the users of %s: %s. Make the file with: provdl user add %s NAME --role reader"
              .formatted(file, failure, file),
          failure);
    }
    Map<String, User> users = new LinkedHashMap<>();
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      if (!line.isBlank() && !line.startsWith("#")) {
        User user = parse(line, i + 1);
        if (users.put(user.name(), user) != null) {
          throw new ServerException(
              "%s, line %d: %s is there twice.".formatted(file, i + 1, user.name()), null);
        }
      }
    }
    return users;
  }

  private User parse(String line, int number) {
    try {
      return User.parse(line);
    } catch (IllegalArgumentException malformed) {
      throw new ServerException(
          "%s, line %d is no user: %s. Remove it and use: provdl user add"
              .formatted(file, number, malformed.getMessage()),
          malformed);
    }
  }

  private void requireOwned() throws IOException {
    if (!isPosix()) {
      return;
    }
    Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(file);
    if (permissions.contains(PosixFilePermission.GROUP_WRITE)
        || permissions.contains(PosixFilePermission.OTHERS_WRITE)) {
      throw new ServerException(
          "Others may change %s, and so make themselves users. Run: chmod 600 %s"
              .formatted(file, file),
          null);
    }
  }

  private boolean isPosix() {
    return file.getFileSystem().supportedFileAttributeViews().contains("posix");
  }

  private void change(String name, UnaryOperator<@Nullable User> change) {
    Map<String, User> users = read();
    User user = users.get(name);
    if (user == null) {
      throw new IllegalArgumentException("There is no user %s in %s.".formatted(name, file));
    }
    User changed = change.apply(user);
    if (changed == null) {
      users.remove(name);
    } else {
      users.put(name, changed);
    }
    write(users);
  }

  private void write(Map<String, User> users) {
    List<String> lines = new ArrayList<>();
    lines.add("# Users of a PROV-DL server: name, role, hash of the password, hashes of tokens.");
    users.values().forEach(user -> lines.add(user.line()));
    Path target = file.toAbsolutePath();
    try {
      Path fresh = temporary(target.getParent());
      Files.write(fresh, lines, StandardCharsets.UTF_8);
      Files.move(
          fresh, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException failure) {
      throw new ServerException("Cannot write %s: %s".formatted(file, failure), failure);
    }
  }

  private Path temporary(@Nullable Path directory) throws IOException {
    String prefix = ".users";
    return isPosix()
        ? Files.createTempFile(
            directory,
            prefix,
            null,
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))
        : Files.createTempFile(directory, prefix, null);
  }
}
