package org.provdl.interchange;

import org.jspecify.annotations.Nullable;

/**
 * A qualified name, or a word of the syntax, as it stands in PROV-N.
 *
 * @param prefix null where there is none
 * @param local the local name, without the backslashes of escapes
 * @param text as it was written
 * @param line where it begins
 * @param column where it begins
 */
record ProvNName(@Nullable String prefix, String local, String text, long line, long column) {

  /** {@return whether it is that word of the syntax} */
  boolean is(String word) {
    return text.equals(word);
  }

  /** {@return whether it stands in the place of a name that is not said} */
  boolean isMarker() {
    return is("-");
  }

  /** {@return an error at its place} */
  InvalidDocumentException error(String message) {
    return new InvalidDocumentException(message, line, column);
  }
}
