package org.provdl.benchmarks;

import java.util.List;

/** One of the things that are measured. */
interface Benchmark {

  /**
   * Measures.
   *
   * @param scale how much
   * @param workplace where files may lie meanwhile
   * @return the results, all of them
   * @throws Exception if anything failed, for then there are no results
   */
  List<Row> run(Scale scale, Workplace workplace) throws Exception;
}
