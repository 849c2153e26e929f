package org.provdl.capture;

import java.util.Objects;

/**
 * What a journal says of itself in its first record.
 *
 * @param recorder the version of PROV-DL that wrote it
 * @param base what all IRIs begin with
 * @param run the id of the run or study
 * @param destination the sink that it is meant for
 * @param kind which of the two it is; a journal that does not say is of a run
 */
record JournalHeader(
    String recorder, String base, String run, String destination, DocumentKind kind) {

  JournalHeader {
    kind = Objects.requireNonNullElse(kind, DocumentKind.RUN);
  }
}
