package org.provdl.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.provdl.queries.CannedQuery;
import org.provdl.queries.Catalogue;
import org.provdl.queries.CataloguePage;
import org.provdl.queries.Column;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Lists the queries of the catalogue, or documents one of them or all. */
@Command(
    name = QueriesCommand.NAME,
    description = "List the queries that can be asked, by theme, or explain one.")
final class QueriesCommand implements Runnable {

  static final String NAME = "queries";

  /** The formats of the page that documents them all. */
  enum PageFormat {
    markdown,
    html
  }

  @Spec
  @SuppressWarnings("NullAway.Init") // set by picocli
  private CommandSpec spec;

  @Parameters(paramLabel = "NAME", arity = "0..1", description = "The query to explain.")
  private @Nullable String name;

  @Option(
      names = "--search",
      paramLabel = "WORD",
      arity = "1..*",
      description = "List only those about these words: in the title, the question, the columns.")
  private List<String> words = List.of();

  @Option(names = "--sparql", description = "Print the SPARQL text of the query.")
  private boolean sparql;

  @Option(
      names = "--format",
      description = "Print a page that documents all: ${COMPLETION-CANDIDATES}.")
  private @Nullable PageFormat page;

  @Mixin private CatalogueOption catalogue = new CatalogueOption();

  @Override
  public void run() {
    PrintWriter out = spec.commandLine().getOut();
    Catalogue known = catalogue.catalogue();
    if (name != null) {
      explain(known.query(name), out);
    } else if (sparql) {
      throw new ParameterException(spec.commandLine(), "--sparql needs the NAME of a query");
    } else if (page != null) {
      CataloguePage whole = CataloguePage.of(known);
      out.println(page == PageFormat.html ? whole.html() : "# Queries\n" + whole.markdown());
    } else {
      list(known.queries().stream().filter(this::isAboutTheWords), out);
    }
    out.flush();
  }

  private void explain(CannedQuery query, PrintWriter out) {
    if (sparql) {
      out.println(query.text().strip());
    } else {
      Explanation.of(query).forEach(out::println);
    }
  }

  private void list(Stream<CannedQuery> queries, PrintWriter out) {
    Map<String, List<CannedQuery>> themes =
        queries.collect(
            Collectors.groupingBy(CannedQuery::theme, TreeMap::new, Collectors.toList()));
    if (themes.isEmpty()) {
      throw new CommandException(
          "No query is about '%s'; provdl queries lists all".formatted(String.join(" ", words)));
    }
    int widest =
        themes.values().stream()
            .flatMap(List::stream)
            .mapToInt(query -> query.name().length())
            .max()
            .orElse(1);
    String line = "  %-" + widest + "s  %s%n";
    String gap = "";
    for (Map.Entry<String, List<CannedQuery>> theme : themes.entrySet()) {
      out.printf("%s%s%n", gap, theme.getKey().isEmpty() ? "others" : theme.getKey());
      theme.getValue().forEach(query -> out.printf(line, query.name(), query.question()));
      gap = System.lineSeparator();
    }
  }

  private boolean isAboutTheWords(CannedQuery query) {
    String text =
        Stream.concat(
                Stream.of(query.name(), query.theme(), query.title(), query.question()),
                query.columns().stream().flatMap(QueriesCommand::texts))
            .collect(Collectors.joining("\n"))
            .toLowerCase(Locale.ROOT);
    return words.stream()
        .flatMap(word -> Stream.of(word.strip().split("\\s+", -1)))
        .allMatch(word -> text.contains(word.toLowerCase(Locale.ROOT)));
  }

  private static Stream<String> texts(Column column) {
    return Stream.of(column.name(), column.meaning());
  }
}
