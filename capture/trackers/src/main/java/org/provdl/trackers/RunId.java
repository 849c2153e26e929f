package org.provdl.trackers;

import com.github.f4b6a3.ulid.Ulid;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Arrays;

/**
 * The ids of imported runs: ULIDs, which sort by time as those of captured runs do, of the time
 * when the run started and of a hash of what the tracker calls it. So a run has the same id however
 * often it is imported.
 */
final class RunId {

  private static final int RANDOM_BYTES = 10;
  private static final long LATEST = (1L << 48) - 1;

  private RunId() {}

  static String of(String tracker, String sourceId, Instant started) {
    byte[] hash = hash((tracker + '\n' + sourceId).getBytes(StandardCharsets.UTF_8));
    long time = Math.min(Math.max(started.toEpochMilli(), 0), LATEST);
    return new Ulid(time, Arrays.copyOf(hash, RANDOM_BYTES)).toString();
  }

  private static byte[] hash(byte[] name) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(name);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256.", e);
    }
  }
}
