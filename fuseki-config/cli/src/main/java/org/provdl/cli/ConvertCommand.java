package org.provdl.cli;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.provdl.interchange.Document;
import org.provdl.interchange.InvalidDocumentException;
import org.provdl.interchange.Losses;
import org.provdl.interchange.Syntax;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Writes documents of PROV in another syntax. */
@Command(
    name = "convert",
    customSynopsis = {
      "provdl convert [-h] [--from=SYNTAX] [--to=SYNTAX] [--strict] IN OUT",
      "       provdl convert [-h] [--from=SYNTAX] --to=SYNTAX --out=DIR [--strict] IN..."
    },
    description = {
      "Write documents of PROV in another syntax: PROV-O in every syntax of RDF, PROV-N, PROV-JSON, PROV-XML, PROV-JSONLD.",
      "What a syntax cannot say is listed, statement by statement.",
      "Exit code 2: a file is not of its syntax; 1: one of several is not, or with --strict, something could not be said."
    },
    footer = {"", "Example: provdl convert run.trig run.provn"})
final class ConvertCommand implements Callable<Integer> {

  @Spec
  @SuppressWarnings("NullAway.Init") // set by picocli
  private CommandSpec spec;

  @Option(
      names = "--from",
      paramLabel = "SYNTAX",
      converter = SyntaxOption.class,
      completionCandidates = SyntaxOption.class,
      description = "The syntax of the input (default: by the name of the file).")
  private @Nullable Syntax from;

  @Option(
      names = "--to",
      paramLabel = "SYNTAX",
      converter = SyntaxOption.class,
      completionCandidates = SyntaxOption.class,
      description =
          "The syntax of the output (default: by the name of the file): ${COMPLETION-CANDIDATES}.")
  private @Nullable Syntax to;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Write each document into this directory, which is made if missing.")
  private @Nullable Path directory;

  @Option(
      names = "--strict",
      description = "Fail, and write nothing, where something cannot be said in the other syntax.")
  private boolean strict;

  @Parameters(paramLabel = "IN|OUT", arity = "1..*", description = "The files.")
  private List<Path> files = List.of();

  @Override
  public Integer call() throws IOException {
    if (directory != null) {
      return convertAll(directory);
    }
    if (files.size() != 2) {
      throw new ParameterException(
          spec.commandLine(), "Name one file to read and one to write, or a directory by --out");
    }
    Path out = files.get(1);
    return convert(files.get(0), out, to == null ? Documents.syntax(out, "--to") : to)
        ? ExitCode.OK
        : ExitCode.SOFTWARE;
  }

  private int convertAll(Path target) throws IOException {
    Syntax syntax = to;
    if (syntax == null) {
      throw new ParameterException(spec.commandLine(), "--out needs --to");
    }
    Files.createDirectories(target);
    boolean all = true;
    Map<String, Long> names =
        files.stream().collect(groupingBy(file -> name(stem(file), syntax), counting()));
    Set<String> written = new HashSet<>();
    for (Path file : files) {
      String name = name(stem(file), syntax);
      // Two of one name, such as a.json and a.xml, would be one file: they keep their endings.
      String own =
          names.getOrDefault(name, 1L) == 1
              ? name
              : name(String.valueOf(file.getFileName()), syntax);
      try {
        if (!written.add(own)) {
          throw new IllegalArgumentException(
              "%s: another file of this name was written as %s already.".formatted(file, own));
        }
        all &= convert(file, target.resolve(own), syntax);
      } catch (IOException | InvalidDocumentException | IllegalArgumentException failure) {
        spec.commandLine().getErr().println("provdl: " + Documents.message(file, failure));
        all = false;
      }
    }
    return all ? ExitCode.OK : ExitCode.SOFTWARE;
  }

  private static String stem(Path file) {
    String name = String.valueOf(file.getFileName());
    int dot = name.lastIndexOf('.');
    return dot > 0 ? name.substring(0, dot) : name;
  }

  private static String name(String stem, Syntax syntax) {
    return stem + "." + syntax.extensions().get(0);
  }

  private boolean convert(Path file, Path out, Syntax syntax) throws IOException {
    Document document = Documents.of(file, from);
    Losses losses = new Losses();
    try (WholeFile whole = new WholeFile(out)) {
      document.write(syntax, whole.stream(), losses);
      Documents.report(losses, file.toString(), spec.commandLine().getErr());
      if (strict && losses.count() > 0) {
        return false;
      }
      whole.keep();
      return true;
    } catch (InvalidDocumentException invalid) {
      throw new InvalidDocumentException(Documents.message(file, invalid), 0, 0);
    }
  }
}
