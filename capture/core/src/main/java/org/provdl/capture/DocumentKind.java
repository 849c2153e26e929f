package org.provdl.capture;

/** What a journal tells of, and so its graph. */
enum DocumentKind {
  /** A training run. */
  RUN("run", "training"),
  /** A search for good hyperparameters. */
  STUDY("study", "search");

  private final String folder;
  private final String activity;

  DocumentKind(String folder, String activity) {
    this.folder = folder;
    this.activity = activity;
  }

  /** Where such documents are under the base. */
  String folder() {
    return folder;
  }

  /** The fragment of the activity that the document is about. */
  String activity() {
    return activity;
  }
}
