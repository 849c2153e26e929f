package org.provdl.capture;

/**
 * What a graph says of how an evaluation was made.
 *
 * @param split the data
 * @param epoch the epoch that had ended, from 1; 0 before the first
 * @param evaluator the framework's own description, without results
 */
public record RecordedEvaluation(Split split, int epoch, String evaluator) {}
