package org.provdl.benchmarks;

/** How much is measured: as little as shows that all works, or enough for a first look, or all. */
enum Scale {
  SMOKE,
  QUICK,
  FULL;

  /** The one of three values that belongs to this scale. */
  int of(int smoke, int quick, int full) {
    return switch (this) {
      case SMOKE -> smoke;
      case QUICK -> quick;
      case FULL -> full;
    };
  }
}
