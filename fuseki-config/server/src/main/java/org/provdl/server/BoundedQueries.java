package org.provdl.server;

import java.io.StringReader;
import org.apache.jena.fuseki.servlets.ActionErrorException;
import org.apache.jena.fuseki.servlets.HttpAction;
import org.apache.jena.fuseki.servlets.SPARQL_QueryDataset;
import org.apache.jena.sparql.lang.arq.javacc.ARQParserConstants;
import org.apache.jena.sparql.lang.arq.javacc.ARQParserTokenManager;
import org.apache.jena.sparql.lang.arq.javacc.SimpleCharStream;
import org.apache.jena.sparql.lang.arq.javacc.TokenMgrError;
import org.apache.jena.web.HttpSC;

/**
 * Fuseki's queries, of a bounded size. ARQ prepares some of them in a time that grows with the
 * square of their size, and which no limit cuts off: with 20,000 steps of a path or optional
 * patterns it works for a minute, with a megabyte of them for days.
 */
final class BoundedQueries extends SPARQL_QueryDataset {

  /** Of the text. */
  static final int MOST_CHARACTERS = 1 << 20;

  /** Such as words, terms and signs. */
  static final int MOST_TOKENS = 10_000;

  @Override
  protected void execute(String query, HttpAction action) {
    if (query.length() > MOST_CHARACTERS || hasTooManyTokens(query)) {
      throw new ActionErrorException(
          HttpSC.BAD_REQUEST_400,
          "The query has more than %,d words and signs, or more than %,d characters. Ask in parts."
              .formatted(MOST_TOKENS, MOST_CHARACTERS),
          null);
    }
    super.execute(query, action);
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
