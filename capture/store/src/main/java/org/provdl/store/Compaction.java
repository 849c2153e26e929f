package org.provdl.store;

/**
 * When a store compacts itself: as soon as its waste is more than a limit, and more than what a
 * compacted copy would take.
 *
 * <p>Every commit leaves replaced blocks behind, some 300 kB for a handful of quads. Waste is what
 * they take; how much that is, is estimated between two compactions.
 *
 * @param whileOpen bytes of waste that are too much after an append
 * @param onClose bytes of waste that are too much when the store is closed; asked only after
 *     appends
 */
public record Compaction(long whileOpen, long onClose) {

  /** Bytes of waste while the store is open: 1 GiB, {@value}. */
  public static final long WHILE_OPEN = 1L << 30;

  /** Bytes of waste that the closing leaves: 64 MiB, {@value}. */
  public static final long ON_CLOSE = 64L << 20;

  /** What stores do unless told otherwise. */
  public static final Compaction STANDARD = new Compaction(WHILE_OPEN, ON_CLOSE);

  /** Never by itself. */
  public static final Compaction NEVER = new Compaction(Long.MAX_VALUE, Long.MAX_VALUE);

  /**
   * Sets the limits.
   *
   * @param whileOpen bytes of waste, 0 or more
   * @param onClose bytes of waste, 0 or more
   * @throws IllegalArgumentException if one is negative
   */
  public Compaction {
    if (whileOpen < 0 || onClose < 0) {
      throw new IllegalArgumentException(
          "A limit of %d or %d bytes means nothing. Choose 0 or more."
              .formatted(whileOpen, onClose));
    }
  }
}
