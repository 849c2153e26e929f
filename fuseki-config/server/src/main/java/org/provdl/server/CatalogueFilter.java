package org.provdl.server;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.FilterChain;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.apache.jena.fuseki.main.FusekiServer;
import org.apache.jena.query.QueryCancelledException;
import org.apache.jena.web.HttpSC;
import org.provdl.queries.Catalogue;
import org.provdl.queries.QueryParameterException;
import org.provdl.queries.SparqlEndpoint;
import org.provdl.queries.SparqlEndpointException;
import org.provdl.queries.UnknownQueryException;
import org.provdl.store.StoreException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers requests for the catalogue, ahead of Fuseki, which would take them for those of a
 * dataset. Whatever goes wrong is told as a {@link Problem}, or as a page to those who like pages.
 */
final class CatalogueFilter extends HttpFilter {

  static final String METHODS = "GET, HEAD, OPTIONS";

  private static final long serialVersionUID = 1;

  private static final Logger LOG = LoggerFactory.getLogger(CatalogueFilter.class);

  private static final int IN_WORK = 8;

  private final transient CatalogueResource resource;
  private final transient Pages pages;
  private final transient Limits limits;
  private final transient Workers workers;
  private final AtomicLong held = new AtomicLong();

  CatalogueFilter(CatalogueResource resource, Pages pages, Limits limits) {
    this.resource = resource;
    this.pages = pages;
    this.limits = limits;
    this.workers = new Workers("provdl-catalogue", IN_WORK, limits.turn());
  }

  /**
   * Adds the catalogue to a server.
   *
   * @param service the path of the service that it belongs to
   * @param endpoint where the queries are asked
   */
  static void add(
      FusekiServer.Builder server,
      String service,
      Catalogue catalogue,
      SparqlEndpoint endpoint,
      Limits limits) {
    Links links = new Links(service);
    Pages pages = new Pages(links);
    CatalogueFilter filter =
        new CatalogueFilter(
            new CatalogueResource(
                catalogue, new BoundedEndpoint(endpoint, limits.rows()), links, pages),
            pages,
            limits);
    server.addFilter(links.list() + "/*", filter);
    server.addFilter(links.description(), filter);
  }

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain) {
    AsyncContext async = request.startAsync(request, response);
    async.setTimeout(0);
    if (resource.asksTheStore(path(request))) {
      workers.run(
          () -> respond(async, request, response, body -> answer(request, body)),
          () -> respond(async, request, response, body -> tooMany()));
    } else {
      respond(async, request, response, body -> answer(request, body));
    }
  }

  /** Answers in memory; by then nobody waits for the client. */
  private void respond(
      AsyncContext async,
      HttpServletRequest request,
      HttpServletResponse response,
      Function<BoundedBody, Answer> answers) {
    BoundedBody body = new BoundedBody(limits, held);
    try {
      Answer answer;
      try {
        answer = answers.apply(body);
      } catch (Problem problem) {
        body.close();
        answer = tell(problem, request);
        body = new BoundedBody(Limits.STANDARD, new AtomicLong());
        answer.body().accept(body);
      }
      head(answer, body, response);
      if (request.getMethod().equals("HEAD")) {
        body.close();
      }
      Sending.start(async, body, limits.body());
    } catch (IOException | RuntimeException | Error bug) {
      LOG.error("An answer of the catalogue could not be sent: {}", request.getRequestURI(), bug);
      body.close();
      response.setStatus(HttpSC.INTERNAL_SERVER_ERROR_500);
      async.complete();
    }
  }

  private Answer answer(HttpServletRequest request, BoundedBody body) {
    return switch (request.getMethod()) {
      case "GET", "HEAD" -> ask(request, body);
      case "OPTIONS" -> Answer.options();
      default -> throw Problem.methodNotAllowed();
    };
  }

  private static Answer tooMany() {
    throw Problem.unavailable("Too many questions are asked at once. Come again later.");
  }

  private static String path(HttpServletRequest request) {
    return request.getServletPath();
  }

  /** Writes the answer to memory: by then nobody waits for the client but this thread. */
  private Answer ask(HttpServletRequest request, BoundedBody body) {
    try {
      Answer answer = resource.get(path(request), Arguments.of(request), accept(request));
      answer.body().accept(body);
      return answer;
    } catch (UnknownQueryException unknown) {
      throw Problem.notFound(reason(unknown));
    } catch (QueryParameterException refused) {
      throw Problem.badRequest(reason(refused));
    } catch (SparqlEndpointException failure) {
      throw failure.getCause() instanceof QueryCancelledException
          ? Problem.unavailable(reason(failure))
          : Problem.internal(reason(failure));
    } catch (StoreException closed) {
      LOG.warn("The store did not answer a question of the catalogue", closed);
      throw Problem.unavailable("The store does not answer. Come again later.");
    } catch (Problem told) {
      throw told;
    } catch (RuntimeException | StackOverflowError bug) {
      LOG.error("A question of the catalogue failed: {}", request.getRequestURI(), bug);
      throw Problem.internal("The server failed; its log says why.");
    }
  }

  private static String reason(RuntimeException told) {
    return Objects.requireNonNullElse(told.getMessage(), "");
  }

  private Answer tell(Problem problem, HttpServletRequest request) {
    Answer answer =
        likesPages(request)
            ? pages.problem(problem)
            : Answer.of(Problem.MEDIA_TYPE, problem.json());
    return answer.status(problem.status()).headers(problem.headers());
  }

  private static boolean likesPages(HttpServletRequest request) {
    try {
      String format = Arguments.of(request).format();
      return format == null
          ? Offers.preferPage(Problem.MEDIA_TYPE, accept(request))
          : format.equals(Offers.PAGE.name());
    } catch (Problem another) {
      return false;
    }
  }

  private static String accept(HttpServletRequest request) {
    return String.join(",", Collections.list(request.getHeaders("Accept")));
  }

  private void head(Answer answer, BoundedBody body, HttpServletResponse response) {
    response.setStatus(answer.status());
    response.setContentType(answer.contentType());
    response.setContentLength(body.size());
    response.setHeader("Vary", "Accept");
    response.setHeader("Cache-Control", "no-cache");
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.setHeader("Referrer-Policy", "no-referrer");
    response.setHeader("Content-Security-Policy", pages.contentSecurityPolicy());
    answer.headers().forEach(response::setHeader);
  }
}
