package org.provdl.examples;

/** There are no images to learn from in a folder; the message says what is missing. */
final class ImageFolderException extends RuntimeException {
  private static final long serialVersionUID = 1;

  ImageFolderException(String message) {
    super(message);
  }
}
