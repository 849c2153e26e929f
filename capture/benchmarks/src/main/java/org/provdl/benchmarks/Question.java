package org.provdl.benchmarks;

import java.util.ArrayList;
import java.util.List;
import org.provdl.queries.BoundQuery;
import org.provdl.queries.CannedQuery;
import org.provdl.queries.Catalogue;

/**
 * A question of the catalogue.
 *
 * @param query the question
 * @param bound the same with other arguments each
 */
record Question(CannedQuery query, List<BoundQuery> bound) {

  private static final int ARGUMENTS = 20;

  /** All questions of the catalogue that there is something to ask about. */
  static List<Question> all(LabArguments arguments) {
    List<Question> questions = new ArrayList<>();
    for (CannedQuery query : Catalogue.standard().queries()) {
      List<BoundQuery> bound = arguments.draw(query, ARGUMENTS);
      if (!bound.isEmpty()) {
        questions.add(new Question(query, bound));
      }
    }
    return questions;
  }

  QuestionKind kind() {
    return QuestionKind.of(query);
  }
}
