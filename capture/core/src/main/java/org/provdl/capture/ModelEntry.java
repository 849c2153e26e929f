package org.provdl.capture;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/**
 * What a model file of Deeplearning4j says of itself: the run that wrote it, in an entry of its
 * own, {@value #NAME}. Anybody can write one, so it is a word and no proof.
 *
 * @param run the IRI of the run
 * @param parametersSha256 the SHA-256 of the parameters that the run wrote
 * @param iterationCount how many updates they had had; null where unknown
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ModelEntry(String run, String parametersSha256, @Nullable Long iterationCount) {

  /** The name of the entry in the file. */
  public static final String NAME = "provdl.json";

  /** Bytes; ours has some 200. */
  private static final int LARGEST = 4096;

  private static final Pattern IRI =
      Pattern.compile("[a-zA-Z][a-zA-Z0-9+.-]*:[!-~&&[^#<>\"{}|\\\\^`]]+");
  private static final Pattern SHA_256 = Pattern.compile("[0-9a-f]{64}");
  private static final ObjectMapper JSON =
      JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

  /**
   * Puts an entry into a model file: into a copy beside it, which then takes its place. A file that
   * already has the same entry stays as it is.
   *
   * @param file the file
   * @return whether it now has the entry; not where it is no model file of Deeplearning4j, or
   *     read-only
   * @throws IOException if it cannot be written; it is then as it was
   */
  public boolean writeTo(Path file) throws IOException {
    Path original = file.toRealPath();
    byte[] content = JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(this);
    try (ZipFile zip = ZipDirectory.open(original)) {
      if (zip.getEntry(ModelFile.COEFFICIENTS) == null) {
        return false;
      }
      ZipEntry present = zip.getEntry(NAME);
      if (present != null && Arrays.equals(content, bytes(zip, present))) {
        return true;
      }
    } catch (NotAModelException other) {
      return false;
    }
    return Files.isWritable(original) && replace(original, content);
  }

  private static boolean replace(Path original, byte[] content) throws IOException {
    Path copy;
    try {
      copy = Files.createTempFile(original.getParent(), "provdl", null);
    } catch (AccessDeniedException readOnly) {
      return false;
    }
    try {
      Files.copy(
          original, copy, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.COPY_ATTRIBUTES);
      try (FileSystem zip = FileSystems.newFileSystem(copy)) {
        Files.write(zip.getPath(NAME), content);
      }
      Files.move(copy, original, StandardCopyOption.ATOMIC_MOVE);
      return true;
    } finally {
      Files.deleteIfExists(copy);
    }
  }

  /** The entry of a file; empty where it has none that makes sense. */
  static Optional<ModelEntry> of(ZipFile zip) throws IOException {
    ZipEntry entry = zip.getEntry(NAME);
    if (entry == null) {
      return Optional.empty();
    }
    try {
      ModelEntry read = JSON.readValue(bytes(zip, entry), ModelEntry.class);
      return Optional.ofNullable(read).filter(ModelEntry::makesSense);
    } catch (JsonProcessingException noEntry) {
      return Optional.empty();
    }
  }

  private static byte[] bytes(ZipFile zip, ZipEntry entry) throws IOException {
    try (InputStream content = zip.getInputStream(entry)) {
      return content.readNBytes(LARGEST);
    }
  }

  /** JSON may leave out what a record needs, and say anything. */
  private boolean makesSense() {
    if (run == null || parametersSha256 == null) {
      return false;
    }
    try {
      return run.length() < LARGEST
          && IRI.matcher(run).matches()
          && URI.create(run).isAbsolute()
          && SHA_256.matcher(parametersSha256).matches();
    } catch (IllegalArgumentException noIri) {
      return false;
    }
  }
}
