package org.provdl.capture.dl4j;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.provdl.capture.Artifact;
import org.provdl.capture.Check;
import org.provdl.capture.Check.Verdict;
import org.provdl.capture.DataReader;
import org.provdl.capture.RecordedSplit;
import org.provdl.capture.RecordedSplit.Source;
import org.provdl.capture.Split;

/**
 * The data of a split, found again.
 *
 * @param data what reads it
 * @param sources the files that are what they were
 * @param shuffleSeed what put it in order; null where unknown
 * @param checks what was compared
 */
record RecordedData(
    ReadableData data, List<Artifact> sources, @Nullable Long shuffleSeed, List<Check> checks) {

  private static final String RESOURCE = "classpath:";

  /**
   * Finds it.
   *
   * @throws IllegalArgumentException if the class that the record names is not there, is of another
   *     kind, or cannot be made with what is recorded
   */
  static RecordedData find(
      Split split, RecordedSplit recorded, MovedFiles moved, ClassLoader loader) {
    DataReader reader = Objects.requireNonNull(recorded.reader());
    Class<? extends ReadableData> type = DataReaders.find(reader, loader);
    List<Check> checks = new ArrayList<>();
    List<Artifact> found = new ArrayList<>();
    Map<String, String> places = new HashMap<>();
    for (Source source : recorded.sources()) {
      String subject = subject(split) + ", " + source.name();
      String sha256 = source.sha256();
      if (sha256 == null) {
        checks.add(new Check(subject, source.location(), "no hash is recorded", Verdict.UNKNOWN));
        continue;
      }
      Path elsewhere = moved.find(sha256);
      try {
        Artifact artifact = elsewhere == null ? read(source, type) : Artifact.of(elsewhere);
        places.put(source.location(), artifact.location());
        found.add(artifact);
        checks.add(compare(subject, sha256, artifact));
      } catch (IOException | InvalidPathException e) {
        checks.add(
            Check.impossible(
                subject,
                "%s cannot be read; name the file of SHA-256 %s by --data."
                    .formatted(source.location(), sha256)));
      }
    }
    if (recorded.sources().isEmpty()) {
      checks.add(new Check(subject(split), null, "no source is recorded", Verdict.UNKNOWN));
    }
    ReadableData data = DataReaders.make(type, reader, path -> places.getOrDefault(path, path));
    return new RecordedData(data, found, recorded.shuffleSeed(), checks);
  }

  static String subject(Split split) {
    return split.name().toLowerCase(Locale.ROOT) + " data";
  }

  private static Artifact read(Source source, Class<?> reader) throws IOException {
    String location = source.location();
    if (!location.startsWith(RESOURCE)) {
      Path file = Path.of(location);
      if (!Files.exists(file)) {
        throw new IOException(location);
      }
      return Artifact.of(file);
    }
    try (InputStream content = reader.getResourceAsStream(location.substring(RESOURCE.length()))) {
      if (content == null) {
        throw new IOException(location);
      }
      return Artifact.of(source.name(), location, content);
    }
  }

  private static Check compare(String subject, String recorded, Artifact found) {
    return recorded.equals(found.sha256())
        ? new Check(subject, recorded, found.sha256(), Verdict.SAME)
        : new Check(
            subject,
            recorded,
            "%s holds something else: %s; name the file that was read by --data."
                .formatted(found.location(), found.sha256()),
            Verdict.IMPOSSIBLE);
  }
}
