package org.provdl.capture;

import org.jspecify.annotations.Nullable;

/**
 * The processors of a machine, all of them, whatever the Java virtual machine may use.
 *
 * @param model what their maker calls them; null where unknown
 * @param vendor who made them; null where unknown
 * @param coreCount how many cores there are
 * @param hardwareThreadCount how many threads the cores run at a time, two each where they are
 *     hyper-threaded
 */
public record Processor(
    @Nullable String model, @Nullable String vendor, int coreCount, int hardwareThreadCount) {}
