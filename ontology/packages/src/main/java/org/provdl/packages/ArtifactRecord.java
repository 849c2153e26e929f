package org.provdl.packages;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A file that a run read or wrote.
 *
 * @param iri what it is called
 * @param name its name, which anybody may have chosen
 * @param kind its class in PROV-DL, such as {@code Dataset}
 * @param sha256 the SHA-256 of its content, 64 hexadecimal digits
 * @param parameters the SHA-256 of the parameters in it; null where it has none, or not recorded
 * @param size its length in bytes; null where not recorded
 * @param locations where it was
 * @param isGenerated whether the run wrote it
 * @param isModel whether it holds the run's model
 * @param generated when the run wrote it; null where it did not, or not recorded
 */
record ArtifactRecord(
    String iri,
    String name,
    String kind,
    String sha256,
    @Nullable String parameters,
    @Nullable Long size,
    List<String> locations,
    boolean isGenerated,
    boolean isModel,
    @Nullable Instant generated) {}
