package org.provdl.server;

import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.jena.sparql.core.DatasetGraph;
import org.jspecify.annotations.Nullable;

/**
 * What the names of the graphs of a store tell.
 *
 * @param bases what the IRIs of the store begin with: one, unless stores were merged
 * @param count of the runs and studies
 * @param example one of the runs or studies; null if there is none
 */
record DocumentNames(Set<String> bases, long count, @Nullable String example) {

  /** Cannot be the name of a part, which has a fragment. */
  private static final Pattern DOCUMENT = Pattern.compile("([^#]*/)(run|study)/[^/#]+");

  static DocumentNames of(DatasetGraph store) {
    Set<String> bases = new TreeSet<>();
    long[] count = {0};
    String[] example = {null};
    store
        .listGraphNodes()
        .forEachRemaining(
            name -> {
              Matcher document = DOCUMENT.matcher(name.isURI() ? name.getURI() : "");
              if (document.matches()) {
                bases.add(document.group(1));
                count[0]++;
                example[0] = name.getURI();
              }
            });
    return new DocumentNames(bases, count[0], example[0]);
  }

  /**
   * What the questions of the catalogue call a thing.
   *
   * @return run or study, if it is one
   */
  static Optional<String> kind(String iri) {
    Matcher document = DOCUMENT.matcher(iri);
    return document.matches() ? Optional.of(document.group(2)) : Optional.empty();
  }
}
