package org.provdl.server;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.jena.web.HttpSC;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets Fuseki answer SPARQL and the Graph Store on a few threads, into a place of its own, and
 * sends the answer from there while no thread waits. So clients that ask for much, or read slowly,
 * hold neither Jetty's threads nor the store's.
 */
final class ReadFilter extends HttpFilter {

  private static final long serialVersionUID = 1;

  private static final Logger LOG = LoggerFactory.getLogger(ReadFilter.class);

  /** Set on a request that this filter looks after. */
  private static final String HERE = ReadFilter.class.getName();

  /** With those of the catalogue fewer than the threads that read a store. */
  private static final int IN_WORK = 6;

  private final transient Set<String> paths;
  private final transient Limits limits;
  private final transient Workers workers;
  private final AtomicLong held = new AtomicLong();

  /**
   * Filters.
   *
   * @param paths those of the operations that read
   */
  ReadFilter(Set<String> paths, Limits limits) {
    this.paths = Set.copyOf(paths);
    this.limits = limits;
    this.workers = new Workers("provdl-sparql", IN_WORK, limits.turn());
  }

  /** Whether the answer to a request is kept until the client takes it. */
  static boolean looksAfter(ServletRequest request) {
    return request.getAttribute(HERE) != null;
  }

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    if (!paths.contains(request.getRequestURI())) {
      chain.doFilter(request, response);
      return;
    }
    request.setAttribute(HERE, true);
    AsyncContext async = request.startAsync(request, response);
    async.setTimeout(0);
    workers.run(() -> answer(async, request, response, chain), () -> refuse(async, response));
  }

  private void answer(
      AsyncContext async,
      HttpServletRequest request,
      HttpServletResponse response,
      FilterChain chain) {
    SpooledBody body = new SpooledBody(limits.spool(), held);
    try {
      chain.doFilter(request, new SpooledResponse(response, body));
      response.setContentLengthLong(body.size());
      if (response.getStatus() == HttpSC.SERVICE_UNAVAILABLE_503) {
        response.setHeader("Retry-After", Problem.RETRY_AFTER_SECONDS);
      }
      Duration time = limits.body().plus(limits.spool().time(body.size()));
      Sending.start(async, body.toInputStream(), body, time);
    } catch (RejectedExecutionException stopped) { // by the server, which has cut everybody off
      body.close();
    } catch (IOException | ServletException | RuntimeException | Error bug) {
      LOG.error("An answer could not be sent: {}", request.getRequestURI(), bug);
      body.close();
      response.setStatus(HttpSC.INTERNAL_SERVER_ERROR_500);
      async.complete();
    }
  }

  private static void refuse(AsyncContext async, HttpServletResponse response) {
    response.setStatus(HttpSC.SERVICE_UNAVAILABLE_503);
    response.setHeader("Retry-After", Problem.RETRY_AFTER_SECONDS);
    async.complete();
  }
}
