package org.provdl.server;

import org.provdl.queries.CannedQuery;

/** The list of queries, or those of them that a person looks for. */
record ListPage(Pages.Frame frame, Selection selection) {

  /** Leads to the answer, about the chosen subject if there is one. */
  String href(CannedQuery query) {
    return frame.links().query(query, selection.subject());
  }

  boolean isEmpty() {
    return selection.themes().isEmpty();
  }

  boolean isPart() {
    return !selection.search().isEmpty() || !selection.subject().isEmpty();
  }
}
