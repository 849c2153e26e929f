package org.provdl.capture;

import org.jspecify.annotations.Nullable;

/**
 * A model that another framework saved, and from which the network was built.
 *
 * @param file the file
 * @param framework the framework that saved it, with what computed its tensors; null where the file
 *     does not say
 * @param configuration that framework's own description of the model; null where the file has none
 */
public record ImportedModel(
    Artifact file, @Nullable Framework framework, @Nullable String configuration) {}
