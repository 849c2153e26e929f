package org.provdl.capture;

import org.jspecify.annotations.Nullable;

/**
 * What a process has used up to a moment. A negative number is unknown.
 *
 * @param processorNanoseconds the time that its threads kept processors busy
 * @param garbageCollectionMilliseconds the time that garbage was collected for
 * @param heapInBytes the Java heap in use
 * @param look the last look at what takes longer to find out; null before the first
 */
record ResourceReading(
    long processorNanoseconds,
    long garbageCollectionMilliseconds,
    long heapInBytes,
    @Nullable Look look) {

  private static final double NANOSECONDS = 1e9;
  private static final double MILLISECONDS = 1e3;

  /**
   * What takes longer to find out, at one time.
   *
   * @param number counts looks, from 1
   * @param residentMemoryInBytes the physical memory of the process; null if unknown
   * @param deviceMemoryInBytes the memory in use on accelerators; null where there are none
   * @param energyInJoules drawn by the machine since the first look; null if unknown
   */
  record Look(
      long number,
      @Nullable Long residentMemoryInBytes,
      @Nullable Long deviceMemoryInBytes,
      @Nullable Double energyInJoules) {

    private static final Look NONE = new Look(0, null, null, null);

    private @Nullable Double energySince(@Nullable Look earlier) {
      Double before = earlier == null ? Double.valueOf(0) : earlier.energyInJoules;
      return energyInJoules == null || before == null
          ? null
          : Double.valueOf(energyInJoules - before);
    }
  }

  /** What was used from an earlier moment up to this one. */
  ResourceUse since(ResourceReading earlier) {
    boolean looked = look != null && !look.equals(earlier.look);
    Look fresh = look == null || !looked ? Look.NONE : look;
    return new ResourceUse(
        difference(processorNanoseconds, earlier.processorNanoseconds, NANOSECONDS),
        difference(
            garbageCollectionMilliseconds, earlier.garbageCollectionMilliseconds, MILLISECONDS),
        heapInBytes < 0 ? null : Long.valueOf(heapInBytes),
        fresh.residentMemoryInBytes,
        fresh.deviceMemoryInBytes,
        fresh.energySince(earlier.look));
  }

  private static @Nullable Double difference(long now, long before, double unit) {
    return now < 0 || before < 0 ? null : Double.valueOf((now - before) / unit);
  }
}
