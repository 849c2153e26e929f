package org.provdl.server;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Objects;
import org.apache.commons.codec.digest.DigestUtils;
import org.apache.jena.web.HttpSC;
import org.provdl.queries.CannedQuery;
import org.provdl.queries.QueryParameterException;
import org.provdl.queries.ResultTable;

/** What people with a browser see: the templates in {@code src/main/jte}, filled in. */
final class Pages {

  private static final String STYLE = "page.css";

  private final TemplateEngine templates =
      TemplateEngine.createPrecompiled(
          null, ContentType.Html, Pages.class.getClassLoader(), Pages.class.getPackageName());
  private final Links links;
  private final Frame frame;

  Pages(Links links) {
    this.links = links;
    this.frame = new Frame(links, style());
  }

  /**
   * What all pages have around them.
   *
   * @param style the text of the style sheet
   */
  record Frame(Links links, String style) {}

  /** Nothing is loaded or run that is not in the page itself. */
  String contentSecurityPolicy() {
    return "default-src 'none'; style-src 'sha256-%s'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
        .formatted(Base64.getEncoder().encodeToString(DigestUtils.sha256(frame.style())));
  }

  Answer list(Selection selection) {
    return page("list.jte", new ListPage(frame, selection));
  }

  /** A query whose parameters are still to be given. */
  Answer form(CannedQuery query, Arguments arguments) {
    return page("query.jte", QueryPage.of(frame, query, arguments));
  }

  Answer result(CannedQuery query, Arguments arguments, ResultTable table) {
    return page(
        "query.jte",
        QueryPage.of(frame, query, arguments).with(ShownTable.of(table, query, arguments, links)));
  }

  /** A query whose parameters cannot be taken. */
  Answer refused(CannedQuery query, Arguments arguments, QueryParameterException reason) {
    return page(
            "query.jte",
            QueryPage.of(frame, query, arguments).with(Objects.requireNonNull(reason.getMessage())))
        .status(HttpSC.BAD_REQUEST_400);
  }

  Answer thing(ThingPage page) {
    return page("thing.jte", page);
  }

  Answer ontology(OntologyPage page) {
    return page("ontology.jte", page);
  }

  Frame frame() {
    return frame;
  }

  Answer problem(Problem problem) {
    return page("problem.jte", new ProblemPage(frame, problem));
  }

  private Answer page(String template, Object model) {
    return Answer.of(
        Offers.PAGE.mediaType(),
        out -> {
          Utf8ByteOutput html = new Utf8ByteOutput();
          templates.render(template, model, html);
          try {
            html.writeTo(out);
          } catch (IOException failure) {
            throw new UncheckedIOException(failure);
          }
        });
  }

  private static String style() {
    try (InputStream file = Pages.class.getResourceAsStream(STYLE)) {
      return new String(Objects.requireNonNull(file, STYLE).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }
}
