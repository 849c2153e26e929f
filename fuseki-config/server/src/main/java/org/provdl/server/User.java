package org.provdl.server;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One line of a file of users: name, role, password and any number of tokens, these hashed.
 *
 * @param tokens hashes as {@link Tokens#hash} makes them
 */
record User(String name, Role role, PasswordHash password, List<String> tokens) {

  private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}._@-]{1,64}");

  /**
   * A user.
   *
   * @throws IllegalArgumentException if nobody can have that name
   */
  User {
    if (!isName(name)) {
      throw new IllegalArgumentException(
          "'"
              + name
              + "' cannot be the name of a user. Choose up to 64 letters, digits and ._@- of any language.");
    }
    tokens = List.copyOf(tokens);
  }

  static boolean isName(String text) {
    return NAME.matcher(text).matches();
  }

  /**
   * Reads what {@link #line} writes.
   *
   * @throws IllegalArgumentException if that is something else
   */
  static User parse(String line) {
    String[] words = line.strip().split("\\s+");
    Optional<Role> role = words.length < 3 ? Optional.empty() : Role.of(words[1]);
    return new User(
        words[0],
        role.orElseThrow(() -> new IllegalArgumentException("no role")),
        PasswordHash.parse(words[2]),
        Arrays.asList(words).subList(3, words.length));
  }

  String line() {
    return Stream.concat(Stream.of(name, role.toString(), password.toString()), tokens.stream())
        .collect(Collectors.joining(" "));
  }

  User withToken(String hash) {
    List<String> more = new ArrayList<>(tokens);
    more.add(hash);
    return new User(name, role, password, more);
  }

  User withoutTokens() {
    return new User(name, role, password, List.of());
  }
}
