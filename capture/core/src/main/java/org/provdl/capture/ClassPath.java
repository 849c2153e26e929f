package org.provdl.capture;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The libraries and classes that a process runs: class path and module path, as one set.
 *
 * @param libraries its entries, by name
 */
public record ClassPath(List<Library> libraries) {

  /** How long {@link #detect()} computes hashes at most. */
  static final Duration HASHING_TIME = Duration.ofSeconds(5);

  private static final Comparator<Library> ORDER =
      Comparator.comparing(Library::name).thenComparing(ClassPath::line);

  /**
   * Puts the entries in order.
   *
   * @param libraries the entries in any order; null, as in a journal of an older version, is none
   */
  public ClassPath {
    libraries = libraries == null ? List.of() : libraries.stream().sorted(ORDER).toList();
  }

  /**
   * Reads the class path of this process. The first time in a process that is all of its bytes, and
   * takes some two seconds for the 270 MB of Deeplearning4j on a processor and this project; after
   * that only what has changed is read again, in a tenth of a second. Files above 512 MiB get no
   * hash, nor do those that are left after five seconds, the largest.
   *
   * @return the class path
   */
  public static ClassPath detect() {
    LibraryReader reader = new LibraryReader(HASHING_TIME);
    List<Library> libraries = new ArrayList<>();
    for (Path entry : ClassPathEntries.ofThisProcess().smallestFirst()) {
      libraries.add(reader.read(entry));
    }
    return new ClassPath(libraries);
  }

  /**
   * The SHA-256 of the list of entries, each with name, version and hash: equal for equal class
   * paths, on any machine and in any order.
   *
   * @return 64 hexadecimal digits
   */
  public String sha256() {
    return Sha256.of(libraries.stream().map(ClassPath::line).collect(Collectors.joining("\n")));
  }

  private static String line(Library library) {
    return String.join(
        "\0",
        library.name(),
        text(library.version()),
        text(library.sha256()),
        Long.toString(library.sizeInBytes()));
  }

  private static String text(@Nullable String value) {
    return value == null ? "" : value;
  }
}
