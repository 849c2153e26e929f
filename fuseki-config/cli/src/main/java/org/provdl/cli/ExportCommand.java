package org.provdl.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.apache.jena.graph.Node;
import org.jspecify.annotations.Nullable;
import org.provdl.interchange.BundleExport;
import org.provdl.interchange.Losses;
import org.provdl.interchange.Profile;
import org.provdl.interchange.Syntax;
import org.provdl.vocabulary.Prefixes;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Writes runs for other tools. */
@Command(
    name = "export",
    description = {
      "Write runs as a document of PROV for other tools: a run, all runs of an experiment, or ALL.",
      "Each run is a bundle. What a syntax cannot say is listed, statement by statement."
    },
    footer = {"", "Example: provdl export digits --format prov-json --out digits.json"})
final class ExportCommand implements Callable<Integer> {

  @Spec
  @SuppressWarnings("NullAway.Init") // set by picocli
  private CommandSpec spec;

  @Parameters(
      paramLabel = "RUN|EXPERIMENT|ALL",
      description =
          "A run or study by its IRI, its id or the beginning of it, or its name; an experiment by its name, after experiment/ where a run has the same; or ALL.")
  @SuppressWarnings("NullAway.Init") // set by picocli
  private String what;

  @Option(
      names = "--format",
      paramLabel = "SYNTAX",
      converter = SyntaxOption.class,
      completionCandidates = SyntaxOption.class,
      description =
          "${COMPLETION-CANDIDATES} (default: what the name of the file says; else trig).")
  private @Nullable Syntax format;

  @Option(
      names = "--profile",
      paramLabel = "PROFILE",
      description =
          "interchange: each relation once, for tools of PROV (default); store: as it is stored, for SPARQL, in RDF only.")
  private Profile profile = Profile.INTERCHANGE;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "The file (default: standard output).")
  private @Nullable Path file;

  @Option(names = "--strict", description = "Exit with 1 where something cannot be said.")
  private boolean strict;

  @ArgGroup private SubjectOption subject = new SubjectOption();

  @Override
  public Integer call() throws IOException {
    return StoredGraphs.of(subject, spec.commandLine().getErr(), this::export);
  }

  private int export(StoredGraphs graphs) throws IOException {
    List<Node> names = new ExportChoice(graphs.endpoint()).graphs(what);
    Losses losses = new Losses();
    if (file == null) {
      Output.to(System.out, out -> write(names, graphs, out, losses));
    } else {
      try (WholeFile whole = new WholeFile(file)) {
        write(names, graphs, whole.stream(), losses);
        whole.keep();
      }
    }
    Documents.report(losses, what, spec.commandLine().getErr());
    return strict && losses.count() > 0 ? ExitCode.SOFTWARE : ExitCode.OK;
  }

  private Syntax syntax() {
    return format != null
        ? format
        : file == null ? Syntax.TRIG : Documents.syntax(file, "--format");
  }

  private void write(List<Node> names, StoredGraphs graphs, OutputStream out, Losses losses) {
    BundleExport export = BundleExport.of(profile, syntax(), out, losses);
    export.begin(Prefixes.of(names), names);
    names.forEach(name -> export.add(name, graphs.graphs().apply(name)));
    export.finish();
  }
}
