package org.provdl.capture;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.SortedSet;
import java.util.TreeSet;
import org.eclipse.jgit.api.Status;

/**
 * What a working tree differs in from the commit that is checked out. Not thread-safe.
 *
 * @see SourceCode#differenceSha256()
 */
final class WorkingTreeDifference {

  /** A longer file goes in by its length alone. */
  static final long MAX_FILE_LENGTH = 16L << 20;

  /** When so much has been read, files go in by their lengths alone. */
  static final long MAX_LENGTH = 256L << 20;

  private final Path root;
  private final Status status;
  private long read;

  WorkingTreeDifference(Path root, Status status) {
    this.root = root;
    this.status = status;
  }

  String sha256() throws IOException {
    MessageDigest digest = Sha256.digest();
    for (String path : paths()) {
      String line = path + "\0" + state(root.resolve(path)) + "\n";
      digest.update(line.getBytes(StandardCharsets.UTF_8));
    }
    return Sha256.of(digest);
  }

  private SortedSet<String> paths() {
    SortedSet<String> paths = new TreeSet<>(status.getUncommittedChanges());
    paths.addAll(status.getConflicting());
    paths.addAll(status.getUntracked());
    return paths;
  }

  private String state(Path path) throws IOException {
    if (Files.isSymbolicLink(path)) {
      return Sha256.of(Files.readSymbolicLink(path).toString());
    }
    if (!Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)) {
      return "absent";
    }
    long size = Files.size(path);
    if (size > MAX_FILE_LENGTH || read >= MAX_LENGTH) {
      return "size " + size;
    }
    read += size;
    return Artifact.of(path).sha256();
  }
}
