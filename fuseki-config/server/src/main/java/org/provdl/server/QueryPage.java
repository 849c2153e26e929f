package org.provdl.server;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.provdl.queries.CannedQuery;

/**
 * A query with a form for its parameters, and its answer.
 *
 * @param refusal why there is no answer; null if the form has not been sent or there is one
 * @param table the answer; null if there is none
 */
record QueryPage(
    Pages.Frame frame,
    CannedQuery query,
    List<Field> fields,
    @Nullable String refusal,
    @Nullable ShownTable table) {

  static QueryPage of(Pages.Frame frame, CannedQuery query, Arguments arguments) {
    return new QueryPage(
        frame,
        query,
        query.parameters().stream().map(parameter -> Field.of(parameter, arguments)).toList(),
        null,
        null);
  }

  QueryPage with(String reason) {
    return new QueryPage(frame, query, fields, reason, table);
  }

  QueryPage with(ShownTable answer) {
    return new QueryPage(frame, query, fields, refusal, answer);
  }
}
