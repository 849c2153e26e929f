package org.provdl.capture.dl4j;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.datavec.api.transform.DataAction;
import org.datavec.api.transform.TransformProcess;
import org.datavec.api.transform.schema.Schema;
import org.datavec.api.transform.serde.JsonMappers;
import org.jspecify.annotations.Nullable;
import org.nd4j.shade.jackson.core.JsonProcessingException;
import org.provdl.capture.Preparation;

/** Reads a DataVec process: a preparation step for each of its own, in order. */
final class TransformReader {

  private TransformReader() {}

  /** Each step with DataVec's own description of it, and the columns that there are after it. */
  static List<Preparation> read(TransformProcess process) throws JsonProcessingException {
    List<DataAction> actions = process.getActionList();
    List<Preparation> steps = new ArrayList<>();
    for (int index = 0; index < actions.size(); index++) {
      Object operation = operation(actions.get(index));
      Schema after =
          index + 1 < actions.size()
              ? actions.get(index + 1).getSchema()
              : process.getFinalSchema();
      steps.add(
          Preparation.named(operation.getClass().getSimpleName())
              .with("configuration", JsonMappers.getMapper().writeValueAsString(operation))
              .with("columns", after.getColumnNames().toString()));
    }
    return steps;
  }

  private static Object operation(DataAction action) {
    List<@Nullable Object> kinds =
        Arrays.asList(
            action.getTransform(),
            action.getFilter(),
            action.getConvertToSequence(),
            action.getConvertFromSequence(),
            action.getSequenceSplit(),
            action.getReducer(),
            action.getCalculateSortedRank());
    for (Object kind : kinds) {
      if (kind != null) {
        return kind;
      }
    }
    return action;
  }
}
