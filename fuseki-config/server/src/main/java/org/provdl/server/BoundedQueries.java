package org.provdl.server;

import java.io.StringReader;
import org.apache.jena.fuseki.servlets.ActionErrorException;
import org.apache.jena.fuseki.servlets.HttpAction;
import org.apache.jena.fuseki.servlets.SPARQL_QueryDataset;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.core.Prologue;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.exec.QueryExecResult;
import org.apache.jena.sparql.lang.arq.javacc.ARQParserConstants;
import org.apache.jena.sparql.lang.arq.javacc.ARQParserTokenManager;
import org.apache.jena.sparql.lang.arq.javacc.SimpleCharStream;
import org.apache.jena.sparql.lang.arq.javacc.TokenMgrError;
import org.apache.jena.sparql.util.Context;
import org.apache.jena.web.HttpSC;

/**
 * Fuseki's queries, of a bounded size. ARQ prepares some of them in a time that grows with the
 * square of their size, and which no limit cuts off: with 20,000 steps of a path or optional
 * patterns it works for a minute, with a megabyte of them for days.
 *
 * <p>What they hold is bounded by {@link QueryBounds}, and here for the graphs that they make. One
 * that is given up after its first row is an error, and no half of an answer.
 */
final class BoundedQueries extends SPARQL_QueryDataset {

  /** Of the text. */
  static final int MOST_CHARACTERS = 1 << 20;

  /** Such as words, terms and signs. */
  static final int MOST_TOKENS = 10_000;

  private final QueryBounds bounds;

  BoundedQueries(QueryBounds bounds) {
    this.bounds = bounds;
  }

  @Override
  protected void execute(String query, HttpAction action) {
    if (query.length() > MOST_CHARACTERS || hasTooManyTokens(query)) {
      throw new ActionErrorException(
          HttpSC.BAD_REQUEST_400,
          "The query has more than %,d words and signs, or more than %,d characters. Ask in parts."
              .formatted(MOST_TOKENS, MOST_CHARACTERS),
          null);
    }
    try {
      super.execute(query, action);
    } catch (QueryRefusedException refused) {
      throw error(refused.problem());
    }
  }

  static ActionErrorException error(Problem problem) {
    return new ActionErrorException(problem.status(), problem.detail(), null);
  }

  @Override
  protected QueryExecResult executeQuery(
      HttpAction action, QueryExec execution, Query query, String log) {
    if (!query.isConstructType() && !query.isDescribeType()) {
      QueryExecResult result = super.executeQuery(action, execution, query, log);
      return result.isRowSet()
          ? new QueryExecResult(
              new WholeRows(result.rowSet(), QueryGuard.of(execution.getContext())))
          : result;
    }
    QueryGuard guard = new QueryGuard(bounds, Context.getOrSetCancelSignal(execution.getContext()));
    try {
      return query.isConstructType()
          ? new QueryExecResult(execution.constructDataset(new HeldDataset(guard)))
          : new QueryExecResult(execution.describe(new HeldGraph(guard)));
    } catch (RuntimeException | Error failure) {
      guard.close();
      throw failure;
    }
  }

  @Override
  protected void sendResults(HttpAction action, QueryExecResult result, Prologue prologue) {
    try {
      super.sendResults(action, result, prologue);
    } finally {
      if (result.isDataset()) {
        result.dataset().close();
      } else if (result.isGraph()) {
        result.graph().close();
      }
    }
  }

  private static boolean hasTooManyTokens(String query) {
    ARQParserTokenManager tokens =
        new ARQParserTokenManager(new SimpleCharStream(new StringReader(query)));
    try {
      for (int i = 0; i <= MOST_TOKENS; i++) {
        if (tokens.getNextToken().kind == ARQParserConstants.EOF) {
          return false;
        }
      }
      return true;
    } catch (TokenMgrError malformed) {
      return false; // up to there it is small, and the parser says where
    }
  }
}
