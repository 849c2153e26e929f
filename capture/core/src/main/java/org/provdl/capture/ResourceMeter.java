package org.provdl.capture;

import java.util.function.LongSupplier;

/** Tells what this process has used so far. Thread-safe. */
interface ResourceMeter {

  /** Takes a microsecond or so, and never throws. */
  ResourceReading read();

  /**
   * Lets the memory of accelerators be looked at too.
   *
   * @param bytesInUse asked from time to time, on a thread of the meter
   */
  void watchDevices(LongSupplier bytesInUse);

  /** Looks no more. */
  void close();
}
