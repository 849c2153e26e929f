package org.provdl.plot;

/** A place on an axis that has a label. */
record Mark(double position, String label) {}
