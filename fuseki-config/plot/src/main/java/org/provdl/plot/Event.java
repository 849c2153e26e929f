package org.provdl.plot;

/** Something that happened in mid-training. */
record Event(double place, String label) {}
