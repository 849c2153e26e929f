package org.provdl.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.provdl.capture.Merge;
import org.provdl.capture.QuadSink;
import org.provdl.store.ProvenanceStore;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Brings the runs of many stores together. */
@Command(
    name = "merge",
    customSynopsis = {
      "provdl merge [-h] TARGET SOURCE...",
      "       provdl merge [-h] --server=URL SOURCE..."
    },
    description = {
      "Add all runs of the source stores to the target store, or to a server.",
      "The sources stay as they are. Merging again, or after a failure, is harmless."
    })
final class MergeCommand implements Runnable {

  @Spec
  @SuppressWarnings("NullAway.Init") // set by picocli
  private CommandSpec spec;

  @Option(
      names = "--server",
      paramLabel = "URL",
      description = "Add them to a server, such as http://127.0.0.1:3030/provdl." + Token.HELP)
  private @Nullable URI server;

  @Parameters(
      paramLabel = "TARGET|SOURCE",
      arity = "1..*",
      description =
          "The directory of the target, made if missing, unless --server is given; then those of the sources.")
  private List<Path> stores = List.of();

  @Override
  public void run() {
    int targets = server == null ? 1 : 0;
    List<Path> sources = stores.subList(targets, stores.size());
    if (sources.isEmpty()) {
      throw new ParameterException(
          spec.commandLine(), "Missing required parameter: 'SOURCE' after the target");
    }
    if (server == null) {
      requireOther(stores.get(0), sources);
    }
    sources.forEach(source -> open(source).close());
    try (QuadSink target = target()) {
      sources.forEach(source -> merge(source, target));
    }
  }

  private QuadSink target() {
    return server == null ? QuadSink.store(stores.get(0)) : new Service(server).target();
  }

  private void merge(Path source, QuadSink target) {
    PrintWriter out = spec.commandLine().getOut();
    try (ProvenanceStore store = open(source)) {
      out.printf("%s: %s%n", source, Merge.of(store, target));
    }
    out.flush();
  }

  private ProvenanceStore open(Path source) {
    return Stores.open(source, spec.commandLine().getErr());
  }

  private static void requireOther(Path target, List<Path> sources) {
    for (Path source : sources) {
      if (isSame(target, source)) {
        throw new IllegalArgumentException(
            "The target %s is among the sources. Name it once, as the first.".formatted(target));
      }
    }
  }

  private static boolean isSame(Path target, Path source) {
    try {
      return Files.exists(target) && Files.exists(source) && Files.isSameFile(target, source);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
