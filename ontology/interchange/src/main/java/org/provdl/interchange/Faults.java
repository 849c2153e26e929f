package org.provdl.interchange;

/** Says of a fault where in the document it is: where its reader is now. */
@FunctionalInterface
interface Faults {

  /** {@return the error to be thrown} */
  InvalidDocumentException of(String message);
}
