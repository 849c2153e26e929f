package org.provdl.capture;

import java.util.List;

/**
 * What gives the batches of a split again: a class, and what an object of it is made with.
 *
 * @param className the full name of the class
 * @param parameters by name of the record component that each is for; paths as texts
 */
public record DataReader(String className, List<Preparation.Parameter> parameters) {

  /**
   * Copies the list.
   *
   * @param className the full name of the class
   * @param parameters by name of the record component
   */
  public DataReader {
    parameters = List.copyOf(parameters);
  }

  /** The name without its package. */
  String simpleName() {
    return className.substring(className.lastIndexOf('.') + 1);
  }
}
