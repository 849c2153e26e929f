package org.provdl.capture;

import org.jspecify.annotations.Nullable;
import org.provdl.vocabulary.PROVDL;

/**
 * Maps what a process used during an epoch or a run: a property each, for an entity each would be
 * five times the quads.
 */
final class ResourceMapping {

  private ResourceMapping() {}

  static void add(@Nullable ResourceUse use, Description activity) {
    if (use != null) {
      activity
          .with(PROVDL.processorTimeInSeconds, use.processorSeconds())
          .with(PROVDL.garbageCollectionTimeInSeconds, use.garbageCollectionSeconds())
          .with(PROVDL.heapInBytes, use.heapInBytes())
          .with(PROVDL.residentMemoryInBytes, use.residentMemoryInBytes())
          .with(PROVDL.deviceMemoryInBytes, use.deviceMemoryInBytes())
          .with(PROVDL.energyInJoules, use.energyInJoules());
    }
  }
}
