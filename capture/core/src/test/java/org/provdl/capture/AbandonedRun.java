package org.provdl.capture;

import java.io.IOException;
import java.nio.file.Path;

/** A program that starts a run and exits without ending it. */
final class AbandonedRun {

  private AbandonedRun() {}

  public static void main(String[] arguments) throws IOException {
    Capture capture = Capture.to(QuadSink.trigFile(Path.of(arguments[0])));
    capture.start(RunDescription.named("abandoned")).startEpoch();
    System.exit(0);
  }
}
