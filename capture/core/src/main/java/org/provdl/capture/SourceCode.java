package org.provdl.capture;

import org.jspecify.annotations.Nullable;

/**
 * The code that trains, as Git knows it.
 *
 * @param commit the commit that is checked out, 40 hexadecimal digits
 * @param branch the branch; null on a detached head
 * @param remote the address of {@code origin}, without user or password; null where there is none
 * @param dirty whether tracked or new files differ from the commit
 */
public record SourceCode(
    String commit, @Nullable String branch, @Nullable String remote, boolean dirty) {}
