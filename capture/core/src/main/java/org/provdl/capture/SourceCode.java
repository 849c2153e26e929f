package org.provdl.capture;

import org.jspecify.annotations.Nullable;

/**
 * The code that trains, as Git knows it.
 *
 * @param commit the commit that is checked out, 40 hexadecimal digits
 * @param branch the branch; null on a detached head
 * @param remote the address of {@code origin}, without user or password; null where there is none
 * @param dirty whether tracked or new files differ from the commit
 * @param differenceSha256 the SHA-256 of what differs, so that two runs of the same uncommitted
 *     code are known to be that; null where nothing differs or it is not known. It is that of one
 *     line for each path that Git reports as changed, deleted or new and not ignored, staged or
 *     not, in the order of the paths, each ended by a line feed: the path, a zero octet, and the
 *     SHA-256 of the file as it is in the working tree, in hexadecimal. A symbolic link has the
 *     SHA-256 of the path that it leads to in the place of a file's; a path where there is no file
 *     or link, such as that of a deleted file or of a submodule, {@code absent}; a file above 16
 *     MiB, or when 256 MiB have been read, {@code size} and its length. Neither permissions nor the
 *     commit go in
 */
public record SourceCode(
    String commit,
    @Nullable String branch,
    @Nullable String remote,
    boolean dirty,
    @Nullable String differenceSha256) {

  /**
   * Code of whose difference from the commit no more is known.
   *
   * @param commit the commit that is checked out, 40 hexadecimal digits
   * @param branch the branch; null on a detached head
   * @param remote the address of {@code origin}, without user or password; null where there is none
   * @param dirty whether tracked or new files differ from the commit
   */
  public SourceCode(
      String commit, @Nullable String branch, @Nullable String remote, boolean dirty) {
    this(commit, branch, remote, dirty, null);
  }
}
