package org.provdl.packages;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.jspecify.annotations.Nullable;
import org.provdl.queries.SparqlEndpoint;

/**
 * A Process Run Crate: a run, or an experiment with all its runs, as others can read it without a
 * store. It holds {@code ro-crate-metadata.json}, the provenance of each run as TriG, and the files
 * that the runs read and wrote, as far as they are found with the content that was recorded.
 *
 * <p>Immutable; each method returns another one.
 */
public final class Crate {

  private final String subject;
  private final List<Path> data;
  private final @Nullable String license;
  private final Clock clock;

  private Crate(String subject, List<Path> data, @Nullable String license, Clock clock) {
    this.subject = subject;
    this.data = List.copyOf(data);
    this.license = license;
    this.clock = clock;
  }

  /**
   * What was put into a crate.
   *
   * @param runs how many runs
   * @param files the files of artifacts, by their names in the crate
   * @param missing artifacts that are described without their file, each with the reason
   */
  public record Contents(int runs, List<String> files, List<String> missing) {

    /**
     * Copies what it is given.
     *
     * @param runs how many runs
     * @param files the files of artifacts
     * @param missing artifacts without their file
     */
    public Contents {
      files = List.copyOf(files);
      missing = List.copyOf(missing);
    }
  }

  /**
   * A crate of a run or of an experiment. Files are looked for where the runs found them, no
   * licence is stated, and the time is that of the system.
   *
   * @param subject the IRI, the id or a beginning of it, or the name of a run; or the IRI or the
   *     name of an experiment, which may be written as {@code experiment/NAME} where a run has the
   *     same name
   * @return the crate, of which nothing is written yet
   */
  public static Crate of(String subject) {
    return new Crate(subject, List.of(), null, Clock.systemUTC());
  }

  /**
   * The same crate with other places to look for files first.
   *
   * @param files files, and folders that are looked through
   * @return the crate
   */
  public Crate data(List<Path> files) {
    return new Crate(subject, files, license, clock);
  }

  /**
   * The same crate under a licence.
   *
   * @param terms the URL of the licence, or its identifier of SPDX such as {@code CC-BY-4.0}
   * @return the crate
   */
  public Crate license(String terms) {
    return new Crate(subject, data, terms, clock);
  }

  /**
   * The same crate with another clock, which says when it was published.
   *
   * @param time the clock
   * @return the crate
   */
  public Crate clock(Clock time) {
    return new Crate(subject, data, license, time);
  }

  /**
   * Writes it. Where that fails, nothing is left behind.
   *
   * @param endpoint where the runs are
   * @param out a new folder, or a new file whose name ends in {@code .zip}
   * @return what is in it
   * @throws PackageException if it cannot be written, or there is too much for a package
   * @throws IllegalArgumentException if {@code out} is there already, or data is not there
   * @throws org.provdl.queries.QueryParameterException if there is no such run or experiment
   * @throws org.provdl.queries.SparqlEndpointException if the endpoint does not answer
   */
  public Contents write(SparqlEndpoint endpoint, Path out) {
    Path place = out.toAbsolutePath().normalize();
    Path parent = place.getParent();
    if (Files.exists(place)) {
      throw new IllegalArgumentException(
          "%s is there already; name a new folder, or a new file that ends in .zip".formatted(out));
    }
    if (parent == null || !Files.isDirectory(parent)) {
      throw new IllegalArgumentException("There is no folder %s to write to".formatted(parent));
    }
    FileFinder finder = new FileFinder(data);
    Subjects subjects = new Subjects(endpoint);
    List<Node> runs = subjects.runs(subject);
    try {
      Path workplace = Files.createTempDirectory(parent, ".crate");
      try {
        Path made = workplace.resolve("crate");
        Contents contents = write(subjects, runs, finder, isZip(place), made);
        Files.move(made, place);
        return contents;
      } finally {
        delete(workplace);
      }
    } catch (IOException e) {
      throw new PackageException("%s cannot be written: %s".formatted(out, e.getMessage()), e);
    }
  }

  private Contents write(
      Subjects subjects, List<Node> runs, FileFinder finder, boolean zip, Path made)
      throws IOException {
    try (CrateTarget target =
        zip
            ? new ZipTarget(Files.newOutputStream(made), clock.instant())
            : new FolderTarget(Files.createDirectory(made))) {
      CrateFiles files = new CrateFiles(finder, target);
      CrateMetadata metadata = new CrateMetadata(files);
      for (Node run : runs) {
        metadata.add(subjects.read(run)); // one at a time, for they may be many
      }
      String document = metadata.document(license, clock.instant());
      target.add(CrateMetadata.FILE, text -> text.write(document.getBytes(UTF_8)));
      return new Contents(runs.size(), files.packed(), files.missing());
    }
  }

  private static boolean isZip(Path out) {
    return out.toString().toLowerCase(Locale.ROOT).endsWith(".zip");
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> parts = Files.walk(folder)) {
      for (Path part : parts.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(part);
      }
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }
}
