package org.provdl.plot;

/**
 * A run in a scatter plot.
 *
 * @param name what a browser shows at the pointer
 * @param setting the value of the hyperparameter
 * @param measured the value of the metric
 */
record Point(String name, Value setting, double measured) {}
