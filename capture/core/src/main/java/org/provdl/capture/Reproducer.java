package org.provdl.capture;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;

/**
 * Trains recorded runs of a framework again. Its implementations are services of {@link
 * ServiceLoader}, so that whoever asks for a reproduction need not know the framework.
 *
 * <pre>{@code
 * RecordedRun run = store.read(dataset -> RecordedRun.read(dataset, iri));
 * Reproduction reproduction = reproducer.prepare(run, List.of(), loader);
 * if (reproduction.isPossible()) {
 *   String again = reproduction.train(capture);
 *   capture.flush(Duration.ofMinutes(1));
 *   List<Check> results = run.compareTo(store.read(dataset -> RecordedRun.read(dataset, again)));
 * }
 * }</pre>
 */
public interface Reproducer {

  /**
   * Finds the one that a class path holds.
   *
   * @param loader the class path
   * @return the first of them; empty where there is none
   * @throws java.util.ServiceConfigurationError if one is there but cannot be loaded
   */
  static Optional<Reproducer> find(ClassLoader loader) {
    return ServiceLoader.load(Reproducer.class, loader).findFirst();
  }

  /**
   * Looks whether a run can be trained again, and with what. Nothing is trained yet, and no class
   * that the record names is initialized unless it is one that reads data.
   *
   * @param run the run
   * @param moved files and directories that are not any more where the run found them; they are
   *     recognized by their content
   * @param loader the class path that classes which the record names are looked for in
   * @return what was found
   */
  Reproduction prepare(RecordedRun run, List<Path> moved, ClassLoader loader);
}
