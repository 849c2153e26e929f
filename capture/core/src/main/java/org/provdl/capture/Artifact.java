package org.provdl.capture;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.security.DigestInputStream;
import org.jspecify.annotations.Nullable;

/**
 * A file or directory named by its content, so that the same file is the same thing in every run.
 *
 * @param name what people call it: the file's name
 * @param location where it was found
 * @param sha256 the SHA-256 of its content, 64 hexadecimal digits
 * @param sizeInBytes its length, or {@link #UNKNOWN_SIZE}
 */
public record Artifact(String name, String location, String sha256, long sizeInBytes) {

  /** What stands for a length that is not known: {@value}. */
  public static final long UNKNOWN_SIZE = -1;

  /**
   * Reads a file to its end, or all files in a directory and below it, which is named by their
   * content and relative names.
   *
   * @param file the file or directory
   * @return the artifact
   * @throws IOException if it cannot be read
   */
  public static Artifact of(Path file) throws IOException {
    return new ContentHash(bytes -> {}).of(file);
  }

  /** Its length; null where that is not known. */
  @Nullable Long knownSize() {
    return sizeInBytes == UNKNOWN_SIZE ? null : Long.valueOf(sizeInBytes);
  }

  /**
   * Reads a stream to its end; the caller closes it.
   *
   * @param name what people call it
   * @param location where it comes from
   * @param content its bytes
   * @return the artifact
   * @throws IOException if it cannot be read
   */
  public static Artifact of(String name, String location, InputStream content) throws IOException {
    DigestInputStream digested = new DigestInputStream(content, Sha256.digest());
    long size = digested.transferTo(OutputStream.nullOutputStream());
    return new Artifact(name, location, Sha256.of(digested.getMessageDigest()), size);
  }
}
