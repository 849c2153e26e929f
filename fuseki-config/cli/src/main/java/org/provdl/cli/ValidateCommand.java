package org.provdl.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.apache.jena.graph.Node;
import org.jspecify.annotations.Nullable;
import org.provdl.interchange.BundleExport;
import org.provdl.interchange.InvalidDocumentException;
import org.provdl.interchange.Losses;
import org.provdl.interchange.Syntax;
import org.provdl.interchange.constraints.ConstraintCheck;
import org.provdl.interchange.constraints.Verdict;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Holds documents and runs against the constraints of PROV. */
@Command(
    name = "validate",
    description = {
      "Say of documents of PROV and of runs whether they are valid by PROV-CONSTRAINTS, a line for each.",
      "Below an invalid one stands each violation, with its constraint in the specification and the statements at fault.",
      "Exit code 1: one is invalid; 2: a file is not of its syntax. `provdl verify` holds runs against the shapes of PROV-DL."
    },
    footer = {"", "Example: provdl validate run.provn other.json"})
final class ValidateCommand implements Callable<Integer> {

  @Spec
  @SuppressWarnings("NullAway.Init") // set by picocli
  private CommandSpec spec;

  @Parameters(
      paramLabel = "FILE|RUN",
      arity = "1..*",
      description = "A file, or a run by its IRI, its id or the beginning of it, or its name.")
  private List<String> subjects = List.of();

  @Option(
      names = "--from",
      paramLabel = "SYNTAX",
      converter = SyntaxOption.class,
      completionCandidates = SyntaxOption.class,
      description = "The syntax of the files (default: by their names).")
  private @Nullable Syntax from;

  @ArgGroup private SubjectOption subject = new SubjectOption();

  @Override
  public Integer call() throws IOException {
    int worst = ExitCode.OK;
    for (String each : subjects) {
      worst = Math.max(worst, validate(each));
    }
    return worst;
  }

  private int validate(String each) throws IOException {
    Path file = file(each);
    if (file == null) {
      return StoredGraphs.of(subject, spec.commandLine().getErr(), graphs -> run(each, graphs));
    }
    ConstraintCheck check = new ConstraintCheck();
    try {
      Documents.of(file, from).read(new Losses(), check);
    } catch (InvalidDocumentException | IllegalArgumentException failure) {
      PrintWriter messages = spec.commandLine().getErr();
      messages.println("provdl: " + Documents.message(file, failure));
      messages.flush();
      return ExitCode.USAGE;
    }
    return tell(each, check.verdict());
  }

  private static @Nullable Path file(String text) {
    try {
      Path file = Path.of(text);
      return Files.exists(file) ? file : null;
    } catch (InvalidPathException e) {
      return null;
    }
  }

  private int run(String text, StoredGraphs graphs) {
    List<Node> names = new ExportChoice(graphs.endpoint()).graphs(text);
    ConstraintCheck check = new ConstraintCheck();
    for (Node name : names) {
      BundleExport.to(check, new Losses()).add(name, graphs.graphs().apply(name));
    }
    check.finish();
    return tell(text, check.verdict());
  }

  private int tell(String name, Verdict verdict) {
    PrintWriter out = spec.commandLine().getOut();
    out.println(name + (verdict.isValid() ? ": valid" : ": invalid"));
    verdict.violations().forEach(violation -> out.println("  " + violation));
    if (verdict.count() > verdict.violations().size()) {
      out.printf(Locale.ROOT, "  and %,d more%n", verdict.count() - verdict.violations().size());
    }
    out.flush();
    return verdict.isValid() ? ExitCode.OK : ExitCode.SOFTWARE;
  }
}
