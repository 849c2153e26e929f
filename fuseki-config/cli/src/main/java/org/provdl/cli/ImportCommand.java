package org.provdl.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.apache.jena.riot.system.StreamRDFLib;
import org.jspecify.annotations.Nullable;
import org.provdl.capture.MergeException;
import org.provdl.capture.QuadSink;
import org.provdl.interchange.Document;
import org.provdl.interchange.InvalidDocumentException;
import org.provdl.interchange.Losses;
import org.provdl.interchange.Syntax;
import org.provdl.queries.SparqlEndpoint;
import org.provdl.store.ProvenanceStore;
import org.provdl.vocabulary.Base;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Brings documents of PROV by others into a store. */
@Command(
    name = "import",
    description = {
      "Import documents of PROV that other tools have written, in any syntax.",
      "Each becomes a bundle that says what it was imported from, when and by whom; lineage goes on across it.",
      "A malformed one leaves nothing behind, and to import again changes nothing.",
      "Exit code 2: one is not of its syntax; 1: one could not be imported, or with --strict, not all of it said."
    },
    footer = {"", "Example: provdl import preparation.provn"})
final class ImportCommand implements Callable<Integer> {

  @Spec
  @SuppressWarnings("NullAway.Init") // set by picocli
  private CommandSpec spec;

  @Parameters(paramLabel = "FILE", arity = "1..*", description = "The documents.")
  private List<Path> files = List.of();

  @Option(
      names = "--from",
      paramLabel = "SYNTAX",
      converter = SyntaxOption.class,
      completionCandidates = SyntaxOption.class,
      description = "Their syntax (default: by the names of the files): ${COMPLETION-CANDIDATES}.")
  private @Nullable Syntax from;

  @Option(
      names = "--base",
      paramLabel = "IRI",
      description = "What the names of the documents begin with (default: " + Base.DEFAULT + ").")
  private String base = Base.DEFAULT;

  @Option(
      names = "--strict",
      description = "Import no document of which PROV-O cannot say something.")
  private boolean strict;

  @ArgGroup private SubjectOption subject = new SubjectOption();

  @Override
  public Integer call() throws IOException {
    if (subject.server != null) {
      return importInto(subject.server);
    }
    try (ProvenanceStore store = ProvenanceStore.openOrCreate(Stores.directory(subject.store));
        QuadSink target = QuadSink.store(store)) {
      return importAll(SparqlEndpoint.of(store::read), target);
    }
  }

  private int importInto(URI server) throws IOException {
    Service service = new Service(server);
    try (QuadSink target = service.target()) {
      return importAll(Token.endpoint(service.endpoint("query")), target);
    }
  }

  private int importAll(SparqlEndpoint endpoint, QuadSink target) throws IOException {
    DocumentImport imports = new DocumentImport(endpoint, target, base, Clock.systemUTC());
    int worst = ExitCode.OK;
    for (Path file : files) {
      worst = Math.max(worst, importOne(file, imports));
    }
    return worst;
  }

  private int importOne(Path file, DocumentImport imports) throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    PrintWriter messages = spec.commandLine().getErr();
    try {
      Document document = Documents.of(file, from);
      Losses losses = new Losses();
      if (strict) {
        document.quads(losses, StreamRDFLib.sinkNull());
      }
      boolean refused = strict && losses.count() > 0;
      if (!refused) {
        losses = new Losses();
        tell(file, imports.add(file, document, losses), out);
      }
      Documents.report(losses, file.toString(), messages);
      return refused ? ExitCode.SOFTWARE : ExitCode.OK;
    } catch (InvalidDocumentException | IllegalArgumentException failure) {
      messages.println("provdl: " + Documents.message(file, failure));
      return ExitCode.USAGE;
    } catch (CommandException | MergeException failure) {
      messages.println("provdl: " + Documents.message(file, failure));
      return ExitCode.SOFTWARE;
    }
  }

  private static void tell(Path file, DocumentImport.Outcome outcome, PrintWriter out) {
    out.println(
        file
            + (outcome.quads() == 0
                ? ": was there already, as " + outcome.iri()
                : String.format(
                    Locale.ROOT, ": imported as %s, %,d quads", outcome.iri(), outcome.quads())));
    out.flush();
  }
}
