package org.provdl.vocabulary;

/** What the IRIs of runs, and of what they share, begin with. */
public final class Base {

  /** The base unless another is given: its IRIs open in the browser while a server runs here. */
  public static final String DEFAULT = "http://localhost:3030/provdl/";

  private Base() {}
}
