package org.provdl.capture;

import java.time.Instant;

/**
 * How far a run had come when something happened that is told later.
 *
 * @param time when
 * @param epoch the epoch that ran or had ended last, from 1; 0 before the first
 * @param iteration the last iteration, from 1; 0 before the first
 */
public record Moment(Instant time, int epoch, long iteration) {}
