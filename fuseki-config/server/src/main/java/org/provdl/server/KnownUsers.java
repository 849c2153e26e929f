package org.provdl.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The users of a server, as their file has them now. A file that is broken later changes nothing.
 */
final class KnownUsers {

  private static final Logger LOG = LoggerFactory.getLogger(KnownUsers.class);

  private final Users users;
  private Version version;
  private Map<String, User> current;

  /**
   * Reads the file.
   *
   * @throws ServerException if it is missing, malformed or empty
   */
  KnownUsers(Users users) {
    this.users = users;
    this.version = version();
    this.current = users.read();
    if (current.isEmpty()) {
      throw new ServerException(
          "There is no user in %s. Add one: provdl user add %s NAME --role reader"
              .formatted(users.path(), users.path()),
          null);
    }
  }

  private record Version(@Nullable FileTime time, @Nullable Object file) {}

  synchronized Map<String, User> current() {
    Version now = version();
    if (!now.equals(version)) {
      version = now;
      try {
        current = users.read();
        LOG.info("The users of {} have changed: {} now.", users.path(), current.size());
      } catch (ServerException broken) {
        LOG.error("The users stay as they were, as their file cannot be used.", broken);
      }
    }
    return current;
  }

  private Version version() {
    try {
      BasicFileAttributes attributes =
          Files.readAttributes(users.path(), BasicFileAttributes.class);
      return new Version(attributes.lastModifiedTime(), attributes.fileKey());
    } catch (IOException gone) {
      return new Version(null, null);
    }
  }
}
