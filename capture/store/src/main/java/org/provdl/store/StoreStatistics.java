package org.provdl.store;

/**
 * What a store is and has done since it was opened.
 *
 * @param bytes what it takes on disk, waste included
 * @param commits transactions that were written
 * @param quadsAppended quads of all appends, those among them that were there already
 * @param quadsRemoved quads of the graphs that were removed
 */
public record StoreStatistics(long bytes, long commits, long quadsAppended, long quadsRemoved) {}
