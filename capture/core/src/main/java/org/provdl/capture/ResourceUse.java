package org.provdl.capture;

import org.jspecify.annotations.Nullable;

/**
 * What a process used while something went on in it; null is unknown.
 *
 * @param processorSeconds the time that its threads kept processors busy, all together
 * @param garbageCollectionSeconds the time that garbage was collected for
 * @param heapInBytes the Java heap in use at the end, garbage included
 * @param residentMemoryInBytes the physical memory that the process held when last looked at
 * @param deviceMemoryInBytes the memory in use on all accelerators when last looked at
 * @param energyInJoules what the processors of the machine drew from the last look before it to the
 *     last look in it
 */
record ResourceUse(
    @Nullable Double processorSeconds,
    @Nullable Double garbageCollectionSeconds,
    @Nullable Long heapInBytes,
    @Nullable Long residentMemoryInBytes,
    @Nullable Long deviceMemoryInBytes,
    @Nullable Double energyInJoules) {}
