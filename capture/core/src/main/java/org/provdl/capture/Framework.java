package org.provdl.capture;

import org.jspecify.annotations.Nullable;

/**
 * The software that trains.
 *
 * @param name such as {@code Deeplearning4j}
 * @param version its version
 * @param backend what it computes on, such as {@code CPU} or {@code CUDA}; null where unknown
 */
public record Framework(String name, String version, @Nullable String backend) {}
