package org.provdl.capture;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.LongConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the sources of a run's data on one daemon thread, each once, and says every ten seconds how
 * far it has come. Thread-safe.
 */
final class SourceHashing {

  private static final Logger LOG = LoggerFactory.getLogger(SourceHashing.class);
  private static final Duration REPORT = Duration.ofSeconds(10);

  private final Map<Path, CompletableFuture<Artifact>> sources = new ConcurrentHashMap<>();
  private final ThreadPoolExecutor thread =
      new ThreadPoolExecutor(
          0,
          1,
          1,
          TimeUnit.SECONDS,
          new LinkedBlockingQueue<>(),
          work -> {
            Thread daemon = new Thread(work, "provdl-hashing");
            daemon.setDaemon(true);
            return daemon;
          });

  /** What a source holds, once it has been read. */
  CompletableFuture<Artifact> of(Path source) {
    return sources.computeIfAbsent(
        source,
        path -> {
          CompletableFuture<Artifact> artifact = new CompletableFuture<>();
          thread.execute(() -> read(path, artifact));
          return artifact;
        });
  }

  private static void read(Path source, CompletableFuture<Artifact> artifact) {
    try {
      artifact.complete(new ContentHash(reporting(source)).of(source));
    } catch (Exception | Error e) {
      artifact.completeExceptionally(e);
    }
  }

  private static LongConsumer reporting(Path source) {
    long[] next = {System.nanoTime() + REPORT.toNanos()};
    return bytes -> {
      if (System.nanoTime() - next[0] > 0) {
        next[0] += REPORT.toNanos();
        LOG.info("The SHA-256 of {} is being computed: {} MiB so far.", source, bytes >> 20);
      }
    };
  }
}
