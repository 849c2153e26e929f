package org.provdl.capture;

import org.jspecify.annotations.Nullable;

/**
 * One entry of a class path: a jar, or a folder of classes.
 *
 * @param name the name of the file or folder, without where it lies
 * @param version as the jar tells it; null where it does not
 * @param sha256 the SHA-256 of a jar's bytes, or of a folder's files with their names; null where
 *     it was too large, took too long or could not be read
 * @param sizeInBytes the length of the jar, or of the folder's files together
 */
public record Library(
    String name, @Nullable String version, @Nullable String sha256, long sizeInBytes) {}
