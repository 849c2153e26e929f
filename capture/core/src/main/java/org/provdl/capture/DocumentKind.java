package org.provdl.capture;

/** What a journal tells of, and so its graph. */
enum DocumentKind {
  /** A training run. */
  RUN("run", "training"),
  /** A search for good hyperparameters. */
  STUDY("study", "search");

  private final String word;
  private final String activity;

  DocumentKind(String word, String activity) {
    this.word = word;
    this.activity = activity;
  }

  /** What it is called, and where such documents are under the base. */
  String word() {
    return word;
  }

  /** The fragment of the activity that the document is about. */
  String activity() {
    return activity;
  }
}
