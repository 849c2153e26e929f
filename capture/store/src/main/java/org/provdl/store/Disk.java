package org.provdl.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The disk that a store is on, asked for room before anything is written.
 *
 * <p>TDB2 maps its files. To write where the disk has no room is then no exception at that place
 * but a fault that the JVM reports somewhat later, as an {@link InternalError} in whatever code is
 * next: if that happens to catch everything, as caches do, the block is lost and nobody knows. So a
 * disk is never filled to its end, and nothing is committed that may have met the end.
 */
record Disk(Path directory) {

  private static final long MEBIBYTE = 1L << 20;

  /** Bytes that appends leave to others: the journals, the training, the system. */
  static final long KEPT_FREE = 64 * MEBIBYTE;

  /** Bytes that a copy leaves, so that it gives up before an append beside it is refused. */
  static final long LEFT_BY_COPIES = 2 * KEPT_FREE;

  /** Bytes left without which something written may have met the end of the disk. */
  private static final long SUSPICIOUS = 16 * MEBIBYTE;

  /** Bytes of a quad in a large batch, twice over; a small batch lives on what is kept free. */
  private static final int BYTES_A_QUAD = 2 * Housekeeping.BYTES_A_QUAD;

  /** Refuses a change that may fill the disk. */
  void requireRoomFor(Change change) {
    require(KEPT_FREE + (long) change.size() * BYTES_A_QUAD);
  }

  /** Refuses to go on with a copy beside which an append may fill the disk. */
  void requireRoomBesideAppends() {
    require(LEFT_BY_COPIES);
  }

  /** Refuses to go on with what may have met the end of the disk. */
  void requireNotFilled() {
    require(SUSPICIOUS);
  }

  /**
   * Refuses what may fill the disk.
   *
   * @throws StoreException if fewer bytes are left
   */
  void require(long bytes) {
    long free = free();
    if (free < bytes) {
      throw StoreException.diskFull(
          "The disk of the store %s has %d MiB left, and %d are needed. Make room and try again."
              .formatted(directory, free / MEBIBYTE, bytes / MEBIBYTE));
    }
  }

  private long free() {
    try {
      return Files.getFileStore(directory).getUsableSpace();
    } catch (IOException unknown) {
      return Long.MAX_VALUE;
    }
  }
}
