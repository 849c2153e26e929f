package org.provdl.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.jspecify.annotations.Nullable;
import org.provdl.capture.ModelEntry;
import org.provdl.capture.ModelFile;
import org.provdl.capture.Parameters;
import org.provdl.queries.BoundQuery;
import org.provdl.queries.Catalogue;
import org.provdl.queries.QueryParameterException;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Leads a model file back to its runs. */
@Command(
    name = "whence",
    description = {
      "Find the runs that a model file comes from: by the file, by the parameters in it, or by what it says of itself.",
      "Exit code 1 where nothing proves one: nothing is known, or nothing but the file's own word."
    })
final class WhenceCommand implements Callable<Integer> {

  /** What each kind of evidence means. */
  private static final Map<String, String> MEANINGS =
      Map.of(
          "file", "It saved this file.",
          "parameters", "It reached the parameters in this file.",
          "start", "It went on from the parameters in this file, and did not make them.",
          "claim", "Unverified: the file itself names it, which anybody could have written.");

  private static final List<String> SHOWN =
      List.of("name", "status", "experiment", "started", "data", "settings");

  @Spec
  @SuppressWarnings("NullAway.Init") // set by picocli
  private CommandSpec spec;

  @picocli.CommandLine.Parameters(paramLabel = "FILE", description = "The file, wherever it is.")
  @SuppressWarnings("NullAway.Init") // set by picocli
  private Path file;

  @ArgGroup private Asked place = new Asked();

  @Override
  public Integer call() {
    ModelFile model = read();
    List<Map<String, Node>> origins =
        place.ask(question(model)::on, spec.commandLine().getErr()).rows();
    PrintWriter out = spec.commandLine().getOut();
    out.printf("%s%n  SHA-256    %s%n", file, model.artifact().sha256());
    Parameters parameters = model.parameters();
    if (parameters != null) {
      out.printf("  parameters %s%n", parameters.sha256());
    }
    origins.forEach(origin -> print(origin, out));
    tellOfUnknownClaim(model.entry(), origins, out);
    if (origins.isEmpty()) {
      out.printf("%nNothing is known of it here.%n");
    }
    out.flush();
    return origins.stream().anyMatch(origin -> !text(origin, "evidence").equals("claim"))
        ? ExitCode.OK
        : ExitCode.SOFTWARE;
  }

  private ModelFile read() {
    try {
      return ModelFile.of(file);
    } catch (IOException e) {
      throw new CommandException("%s cannot be read: %s".formatted(file, e));
    }
  }

  private static BoundQuery question(ModelFile model) {
    BoundQuery query =
        Catalogue.standard().query("model-origins").with("file", model.artifact().sha256());
    Parameters parameters = model.parameters();
    if (parameters != null) {
      query = query.with("parameters", parameters.sha256());
    }
    ModelEntry entry = model.entry();
    try {
      return entry == null ? query : query.with("claim", NodeFactory.createURI(entry.run()));
    } catch (QueryParameterException noRun) {
      return query;
    }
  }

  private static void print(Map<String, Node> origin, PrintWriter out) {
    out.printf("%n%s%n  %s%n", text(origin, "run"), MEANINGS.get(text(origin, "evidence")));
    for (String column : SHOWN) {
      String value = text(origin, column);
      if (!value.isEmpty()) {
        out.printf("  %-10s %s%n", column, value);
      }
    }
  }

  private static void tellOfUnknownClaim(
      @Nullable ModelEntry entry, List<Map<String, Node>> origins, PrintWriter out) {
    if (entry != null
        && origins.stream().noneMatch(origin -> text(origin, "run").equals(entry.run()))) {
      out.printf(
          "%nIt says of itself that it comes from %s, which is not known here.%n", entry.run());
    }
  }

  /** A status without its namespace; nothing where there is none. */
  private static String text(Map<String, Node> origin, String column) {
    Node term = origin.get(column);
    if (term == null) {
      return "";
    }
    String value = term.isURI() ? term.getURI() : term.getLiteralLexicalForm();
    return Terminal.plain(column.equals("status") ? value.replaceFirst(".*#", "") : value);
  }
}
