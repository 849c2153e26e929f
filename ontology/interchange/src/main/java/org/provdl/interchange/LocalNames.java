package org.provdl.interchange;

/** Which local names can be written as they are. */
final class LocalNames {

  /** The characters of local names that PROV-N (production 56) adds to those of SPARQL's. */
  private static final String OTHERS = "/@~&+*?#$!%.";

  private LocalNames() {}

  /**
   * Whether a local name of PROV-N needs no escapes, so that tools that know none understand it. A
   * name may have no local part.
   */
  static boolean isPlain(String local) {
    return local.isEmpty()
        || (!local.startsWith("-")
            && !local.startsWith(".")
            && !local.endsWith(".")
            && local
                .codePoints()
                .allMatch(c -> NameCharacters.isChar(c) || OTHERS.indexOf(c) >= 0));
  }
}
