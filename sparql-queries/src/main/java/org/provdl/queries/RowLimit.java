package org.provdl.queries;

import java.util.ArrayList;
import java.util.List;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.syntax.ElementSubQuery;
import org.apache.jena.sparql.syntax.ElementVisitorBase;
import org.apache.jena.sparql.syntax.ElementWalker;

/**
 * The LIMIT that the parameter {@code limit} stands for: each one that has the default of the
 * parameter. It may stand in a subquery, so that the rest is asked about those rows alone.
 */
final class RowLimit {

  private RowLimit() {}

  /** Whether a query or a subquery of it has that limit. */
  static boolean occurs(Query query, long limit) {
    return !limited(query, limit).isEmpty();
  }

  /** Changes the limits of that size to another. */
  static void set(Query query, long from, long to) {
    limited(query, from).forEach(part -> part.setLimit(to));
  }

  private static List<Query> limited(Query query, long limit) {
    List<Query> limited = new ArrayList<>();
    gather(query, limit, limited);
    return limited;
  }

  private static void gather(Query query, long limit, List<Query> limited) {
    if (query.hasLimit() && query.getLimit() == limit) {
      limited.add(query);
    }
    ElementWalker.walk(
        query.getQueryPattern(),
        new ElementVisitorBase() {
          @Override
          public void visit(ElementSubQuery subquery) {
            gather(subquery.getQuery(), limit, limited);
          }
        });
  }
}
