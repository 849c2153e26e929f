package org.provdl.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;

/** A JVM that holds a store until it is killed. */
final class SecondProcess {

  private SecondProcess() {}

  public static void main(String[] arguments) throws InterruptedException {
    ProvenanceStore store = ProvenanceStore.open(Path.of(arguments[0]));
    System.out.println("holding " + store.directory());
    Thread.currentThread().join();
  }

  static Process holding(Path store) throws IOException {
    Process process = ChildJvm.start("-Xmx256m", SecondProcess.class, store);
    BufferedReader output = process.inputReader(UTF_8);
    String line = output.readLine();
    if (line == null || !line.startsWith("holding")) {
      throw new IOException("The second process did not start: " + line);
    }
    return process;
  }
}
