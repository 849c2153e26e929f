package org.provdl.queries;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.jspecify.annotations.Nullable;

/**
 * The documentation of a catalogue, made from the headers of its queries: themes, questions,
 * parameters, columns, and what the examples answer. Immutable.
 */
public final class CataloguePage {
  private static final int EXAMPLE_ROWS = 5;

  private final Catalogue catalogue;
  private final @Nullable SparqlEndpoint examples;
  private final String folder;

  private CataloguePage(Catalogue catalogue, @Nullable SparqlEndpoint examples, String folder) {
    this.catalogue = catalogue;
    this.examples = examples;
    this.folder = folder;
  }

  /**
   * A page without the results of examples.
   *
   * @param catalogue what it documents
   * @return the page
   */
  public static CataloguePage of(Catalogue catalogue) {
    return new CataloguePage(catalogue, null, "");
  }

  /**
   * Adds what each query answers to its example, or without parameters.
   *
   * @param endpoint where they are asked when the page is written; what it does not know is left
   *     out
   * @return the page
   */
  public CataloguePage withExamples(SparqlEndpoint endpoint) {
    return new CataloguePage(catalogue, endpoint, folder);
  }

  /**
   * Links to the files of the queries.
   *
   * @param address what their paths are relative to, such as {@code queries/}
   * @return the page
   */
  public CataloguePage withLinks(String address) {
    return new CataloguePage(catalogue, examples, address);
  }

  /**
   * Returns the page in GitHub Flavored Markdown, to be put under a heading of the first level.
   *
   * @return the questions by theme, then a section for each query
   * @throws SparqlEndpointException if the endpoint of the examples does not answer
   */
  public String markdown() {
    Map<String, List<CannedQuery>> themes =
        catalogue.queries().stream()
            .collect(Collectors.groupingBy(CannedQuery::theme, TreeMap::new, Collectors.toList()));
    StringBuilder page = new StringBuilder();
    themes.forEach((theme, queries) -> page.append(questions(theme, queries)));
    themes.values().stream().flatMap(Collection::stream).map(this::section).forEach(page::append);
    return page.toString();
  }

  /**
   * Returns the page as a whole document of HTML, which needs no other file.
   *
   * @return the same as {@link #markdown()}
   * @throws SparqlEndpointException if the endpoint of the examples does not answer
   */
  public String html() {
    List<Extension> tables = List.of(TablesExtension.create());
    Parser parser = Parser.builder().extensions(tables).build();
    HtmlRenderer renderer =
        HtmlRenderer.builder()
            .extensions(tables)
            .escapeHtml(true)
            .attributeProviderFactory(context -> new HeadingAnchors())
            .build();
    return DOCUMENT.formatted(renderer.render(parser.parse("# Queries\n" + markdown())));
  }

  private static String questions(String theme, List<CannedQuery> queries) {
    return "\n**%s**\n\n| query | question |\n|---|---|\n".formatted(title(theme))
        + queries.stream()
            .map(query -> "| [%s](#%1$s) | %s |\n".formatted(query.name(), cell(query.question())))
            .collect(Collectors.joining());
  }

  private static String title(String theme) {
    return theme.isEmpty()
        ? "Others"
        : Character.toUpperCase(theme.charAt(0)) + theme.substring(1).replace('-', ' ');
  }

  private String section(CannedQuery query) {
    return "\n## %s\n\n%s %s\n".formatted(query.name(), query.question(), file(query))
        + (query.needsArq()
            ? "\nNeeds an endpoint of Apache Jena: it uses ARQ's extensions of SPARQL.\n"
            : "")
        + parameters(query)
        + columns(query)
        + example(query);
  }

  private String file(CannedQuery query) {
    return folder.isEmpty()
        ? "`%s`".formatted(query.path())
        : "[%s](%s)".formatted(query.path(), folder + query.path());
  }

  private static String parameters(CannedQuery query) {
    return query.parameters().isEmpty()
        ? ""
        : "\n| parameter | type | default | meaning |\n|---|---|---|---|\n"
            + query.parameters().stream().map(CataloguePage::row).collect(Collectors.joining());
  }

  private static String row(Parameter parameter) {
    String byDefault = parameter.defaultValue();
    return "| `%s` | %s | %s | %s |\n"
        .formatted(
            parameter.name(),
            (parameter.list() ? "list of " : "") + parameter.type().label(),
            byDefault == null ? (parameter.list() ? "all" : "required") : code(byDefault),
            cell(parameter.meaning()));
  }

  private static String columns(CannedQuery query) {
    return "\n| column | meaning |\n|---|---|\n"
        + query.columns().stream()
            .map(
                column ->
                    "| `%s`%s | %s |\n"
                        .formatted(
                            column.name(),
                            column.unit() == null ? "" : " [" + column.unit() + "]",
                            cell(column.meaning())))
            .collect(Collectors.joining());
  }

  private String example(CannedQuery query) {
    boolean complete =
        query.parameters().stream()
            .allMatch(
                parameter ->
                    !parameter.required() || query.example().containsKey(parameter.name()));
    if (examples == null || !complete) {
      return "";
    }
    ResultTable answer;
    try {
      answer = query.with(query.example()).on(examples);
    } catch (QueryParameterException e) {
      return ""; // what the example is about is not there
    }
    return "\nFor example, `%s`:\n\n%s%s"
        .formatted(command(query), MarkdownTable.of(answer.first(EXAMPLE_ROWS)), more(answer));
  }

  private static String more(ResultTable answer) {
    int more = answer.rows().size() - EXAMPLE_ROWS;
    return more <= 0 ? "" : "\nand %d more %s.\n".formatted(more, more == 1 ? "row" : "rows");
  }

  private static String command(CannedQuery query) {
    return "provdl query "
        + query.name()
        + query.example().entrySet().stream()
            .map(value -> " --" + value.getKey() + " " + value.getValue())
            .collect(Collectors.joining());
  }

  private static String code(String text) {
    return text.isEmpty() ? "none" : "`" + cell(text) + "`";
  }

  /** Text that does not end its cell. */
  private static String cell(String text) {
    return text.replace("|", "\\|").replace("<", "&lt;");
  }

  private static final String DOCUMENT =
      """
      <!DOCTYPE html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <title>Queries</title>
      <style>
      :root { color-scheme: light dark; }
      body { font: 16px/1.5 system-ui, sans-serif; margin: 2em auto; max-width: 70em; padding: 0 1em; }
      table { border-collapse: collapse; display: block; overflow-x: auto; margin: 1em 0; }
      th, td { border-bottom: 1px solid #8884; padding: .3em .8em .3em 0; text-align: left; vertical-align: top; }
      h2 { border-top: 1px solid #8888; margin-top: 2em; padding-top: 1em; }
      code { font-size: .9em; }
      </style>
      </head>
      <body>
      %s</body>
      </html>
      """;
}
