package org.provdl.queries;

import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.apache.commons.lang3.exception.ExceptionUtils;
import org.apache.jena.query.Query;
import org.apache.jena.shared.JenaException;
import org.apache.jena.sparql.engine.http.QueryExceptionHTTP;
import org.apache.jena.sparql.exec.RowSet;
import org.apache.jena.sparql.exec.http.QueryExecHTTP;
import org.apache.jena.sparql.exec.http.QueryExecHTTPBuilder;
import org.jspecify.annotations.Nullable;

/**
 * Asks a SPARQL endpoint over HTTP.
 *
 * @param token null for a server that asks nobody who it is
 */
record RemoteEndpoint(URI address, Duration timeout, @Nullable String token)
    implements SparqlEndpoint {
  RemoteEndpoint {
    if (!"http".equals(address.getScheme()) && !"https".equals(address.getScheme())) {
      throw new IllegalArgumentException(
          "The address of a SPARQL endpoint begins with http:// or https://, unlike '%s'"
              .formatted(address));
    }
  }

  @Override
  public void answer(Query query, Consumer<RowSet> reader) {
    QueryExecHTTPBuilder question =
        QueryExecHTTP.service(address.toString())
            .query(query)
            .timeout(timeout.toMillis(), TimeUnit.MILLISECONDS);
    if (token != null) {
      question.httpHeader("Authorization", "Bearer " + token);
    }
    try (QueryExecHTTP execution = question.build()) {
      reader.accept(
          query.isAskType() ? ResultTable.of(execution.ask()).rowSet() : execution.select());
    } catch (JenaException e) {
      throw new SparqlEndpointException(explain(e), e);
    }
  }

  private String explain(JenaException e) {
    if (ExceptionUtils.indexOfType(e, HttpTimeoutException.class) >= 0) {
      return "The SPARQL endpoint %s did not answer within %d ms; ask for less or allow more time"
          .formatted(address, timeout.toMillis());
    }
    if (ExceptionUtils.indexOfType(e, ConnectException.class) >= 0) {
      return "No server answers at %s; start it or correct the address".formatted(address);
    }
    if (e instanceof QueryExceptionHTTP answer && answer.getStatusCode() > 0) {
      String reason =
          "%d %s %s"
              .formatted(
                  answer.getStatusCode(),
                  answer.getResponseMessage(),
                  Objects.toString(answer.getResponse(), ""));
      return "The SPARQL endpoint %s refused the query: %s"
          .formatted(address, Quoted.shorten(reason.strip()));
    }
    return "%s did not answer as a SPARQL endpoint does: %s; is it the address of its query service?"
        .formatted(address, Quoted.shorten(ExceptionUtils.getRootCauseMessage(e)));
  }
}
