package org.provdl.store;

/**
 * Estimates what a compaction would win, and says when it is worth it. Thread-safe.
 *
 * <p>Only a compaction can tell what the quads of a store take without waste. Between two of them
 * it is what they took after the last, and the usual size of those that were added since.
 */
final class Housekeeping {

  /** Bytes of a quad in a compacted store: 350 to 430 for training runs. */
  static final int BYTES_A_QUAD = 400;

  private final Compaction policy;
  private boolean known;
  private long live;
  private boolean changed;
  private long acceptedWaste;

  /**
   * Begins with what is remembered.
   *
   * @param live bytes that a compacted copy would take, 0 if unknown
   */
  Housekeeping(Compaction policy, long live) {
    this.policy = policy;
    this.known = live > 0;
    this.live = live;
  }

  /**
   * Notes a change.
   *
   * @param growth quads more, negative where they are fewer
   */
  synchronized void changed(int growth) {
    live = Math.max(0, live + (long) growth * BYTES_A_QUAD);
    changed = true;
  }

  synchronized void compacted(long bytes) {
    known = true;
    live = bytes;
    acceptedWaste = 0;
  }

  /** Puts the next compaction off until as much waste has come together again. */
  synchronized void failed(long bytes) {
    acceptedWaste = waste(bytes);
  }

  synchronized boolean isDueWhileOpen(long bytes) {
    return isWorthIt(waste(bytes) - acceptedWaste, policy.whileOpen());
  }

  synchronized boolean isDueOnClose(long bytes) {
    return changed && isWorthIt(waste(bytes), policy.onClose());
  }

  /** Bytes that must be free on the disk for the second copy. */
  synchronized long room(long bytes) {
    return Disk.LEFT_BY_COPIES + (known ? Math.min(bytes, 2 * live) : bytes);
  }

  /** What to remember: bytes that a compacted copy would take, at most what the store takes. */
  synchronized long live(long bytes) {
    return Math.min(live, bytes);
  }

  private long waste(long bytes) {
    return bytes - live(bytes);
  }

  private boolean isWorthIt(long waste, long limit) {
    return waste > Math.max(limit, live);
  }
}
