package org.provdl.capture;

/**
 * What a journal says of itself in its first record.
 *
 * @param recorder the version of PROV-DL that wrote it
 * @param base what all IRIs begin with
 * @param run the id of the run
 * @param destination the sink that the run is meant for
 */
record JournalHeader(String recorder, String base, String run, String destination) {}
