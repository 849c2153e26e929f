package org.provdl.benchmarks;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The stores that somebody wants measured.
 *
 * @param sizes numbers of runs, each in a store of its own; null for those of the benchmark
 * @param epochs of the longest runs; 0 for those of the scale
 * @param kept where the stores are kept; null where they are made anew
 */
record ChosenStores(@Nullable List<Integer> sizes, int epochs, @Nullable Path kept) {

  /** What a benchmark measures by itself. */
  static final ChosenStores USUAL = new ChosenStores(null, 0, null);

  List<Integer> sizesOr(List<Integer> usual) {
    return sizes == null ? usual : sizes;
  }

  LabStores in(Workplace workplace, Scale scale) {
    return new LabStores(kept, epochs == 0 ? scale.of(4, 100, 100) : epochs, workplace);
  }
}
