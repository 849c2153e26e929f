package org.provdl.server;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
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
 * Answers requests for the resources of a service, ahead of Fuseki, which would take them for those
 * of a dataset. Whatever goes wrong is told as a {@link Problem}, or as a page to those who like
 * pages.
 */
final class ResourceFilter extends HttpFilter {

  static final String METHODS = "GET, HEAD, OPTIONS";

  private static final long serialVersionUID = 1;

  private static final Logger LOG = LoggerFactory.getLogger(ResourceFilter.class);

  private static final int IN_WORK = 8;

  private final transient List<WebResource> resources;
  private final transient Pages pages;
  private final transient Limits limits;
  private final transient Workers workers;
  private final AtomicLong held = new AtomicLong();

  /** Answers for the first of the resources that is at the address of a request. */
  ResourceFilter(List<WebResource> resources, Pages pages, Limits limits) {
    this.resources = resources;
    this.pages = pages;
    this.limits = limits;
    this.workers = new Workers("provdl-catalogue", IN_WORK, limits.turn());
  }

  /**
   * Adds what is read of a service to a server: the catalogue, and the things of the store.
   *
   * @param service its path
   * @param store where things are looked up
   * @param endpoint where the queries are asked
   */
  static void add(
      FusekiServer.Builder server,
      String service,
      Catalogue catalogue,
      SparqlEndpoint.Reading store,
      SparqlEndpoint endpoint,
      Limits limits) {
    Links links = new Links(service);
    Pages pages = new Pages(links);
    ResourceFilter filter =
        new ResourceFilter(
            List.of(
                new CatalogueResource(
                    catalogue, new BoundedEndpoint(endpoint, limits.rows()), links, pages),
                new OntologyResource(links, pages),
                new AlignmentResource(links),
                new DatasetResource(store, links, pages),
                new ThingResource(store, links, pages)),
            pages,
            limits);
    server.addFilter(links.root() + "*", filter);
    server.addFilter(DatasetResource.WELL_KNOWN, filter);
  }

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    for (WebResource resource : resources) {
      if (resource.isAt(request)) {
        answer(resource, request, response);
        return;
      }
    }
    chain.doFilter(request, response);
  }

  private void answer(
      WebResource resource, HttpServletRequest request, HttpServletResponse response) {
    AsyncContext async = request.startAsync(request, response);
    async.setTimeout(0);
    if (resource.asksTheStore(request)) {
      workers.run(
          () -> respond(async, request, response, body -> answer(resource, request, body)),
          () -> respond(async, request, response, body -> tooMany()));
    } else {
      respond(async, request, response, body -> answer(resource, request, body));
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
      if (Validator.of(answer, body).isKnownTo(request, response)
          || request.getMethod().equals("HEAD")) {
        body.close();
      }
      Sending.start(async, body, limits.body());
    } catch (IOException | RuntimeException | Error bug) {
      LOG.error("An answer could not be sent: {}", request.getRequestURI(), bug);
      body.close();
      response.setStatus(HttpSC.INTERNAL_SERVER_ERROR_500);
      async.complete();
    }
  }

  private static Answer answer(WebResource resource, HttpServletRequest request, BoundedBody body) {
    return switch (request.getMethod()) {
      case "GET", "HEAD" -> ask(resource, request, body);
      case "OPTIONS" -> Answer.options();
      default -> throw Problem.methodNotAllowed();
    };
  }

  private static Answer tooMany() {
    throw Problem.unavailable("Too many questions are asked at once. Come again later.");
  }

  /** Writes the answer to memory: by then nobody waits for the client but this thread. */
  private static Answer ask(WebResource resource, HttpServletRequest request, BoundedBody body) {
    try {
      Answer answer = resource.get(Asked.of(request));
      answer.body().accept(body);
      return answer;
    } catch (UnknownQueryException unknown) {
      throw Problem.notFound(reason(unknown));
    } catch (QueryParameterException refused) {
      throw Problem.badRequest(reason(refused));
    } catch (SparqlEndpointException failure) {
      if (failure.getCause() instanceof QueryRefusedException refused) {
        throw refused.problem();
      }
      throw failure.getCause() instanceof QueryCancelledException
          ? Problem.unavailable(reason(failure))
          : Problem.internal(reason(failure));
    } catch (StoreException closed) {
      LOG.warn("The store did not answer", closed);
      throw Problem.unavailable("The store does not answer. Come again later.");
    } catch (Problem told) {
      throw told;
    } catch (RuntimeException | StackOverflowError bug) {
      LOG.error("A request failed: {}", request.getRequestURI(), bug);
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
          ? Offers.preferPage(Problem.MEDIA_TYPE, Asked.accept(request))
          : format.equals(Offers.PAGE.name());
    } catch (Problem another) {
      return false;
    }
  }

  private void head(Answer answer, BoundedBody body, HttpServletResponse response) {
    response.setStatus(answer.status());
    response.setContentType(answer.contentType());
    response.setContentLength(body.size());
    response.addHeader("Vary", "Accept");
    response.setHeader("Cache-Control", "no-cache");
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.setHeader("Referrer-Policy", "no-referrer");
    response.setHeader("Content-Security-Policy", pages.contentSecurityPolicy());
    answer.headers().get().forEach(response::setHeader);
  }
}
