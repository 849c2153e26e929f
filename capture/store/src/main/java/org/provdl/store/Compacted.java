package org.provdl.store;

/**
 * What a compaction has done.
 *
 * @param bytesBefore bytes on disk before
 * @param bytesAfter bytes on disk after
 */
public record Compacted(long bytesBefore, long bytesAfter) {}
