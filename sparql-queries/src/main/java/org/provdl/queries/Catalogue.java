package org.provdl.queries;

import java.nio.file.Path;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.jena.irix.IRIs;
import org.provdl.vocabulary.Base;

/**
 * A set of documented queries, all of which were parsed and checked when it was loaded. Immutable
 * and safe for use by several threads.
 */
public final class Catalogue {

  /**
   * What short names of runs and artifacts are resolved against unless another base is given:
   * {@value}.
   */
  public static final String DEFAULT_BASE = Base.DEFAULT;

  private final Map<String, CannedQuery> queries = new LinkedHashMap<>();
  private final Map<String, String> files;

  private Catalogue(Map<String, String> files, String base) {
    this.files = files;
    files.forEach((name, text) -> queries.put(name, QueryFile.load(name, text, base)));
  }

  /**
   * Loads the queries that come with PROV-DL.
   *
   * @return the catalogue
   */
  public static Catalogue standard() {
    return new Catalogue(QueryFiles.standard(), DEFAULT_BASE);
  }

  /**
   * Loads the queries of a folder.
   *
   * @param folder holds {@code .rq} files; its subfolders are not searched
   * @return the catalogue
   * @throws QueryFileException if the folder cannot be read or has no queries, or one of them is
   *     malformed
   */
  public static Catalogue of(Path folder) {
    return new Catalogue(QueryFiles.in(folder), DEFAULT_BASE);
  }

  /**
   * Returns the same queries with another base.
   *
   * @param base what short names of runs and artifacts are resolved against: an absolute IRI that
   *     ends in a slash
   * @return the catalogue
   * @throws IllegalArgumentException if it is not one
   */
  public Catalogue withBase(String base) {
    if (!base.endsWith("/") || !IRIs.check(base)) {
      throw new IllegalArgumentException(
          "The base must be an absolute IRI that ends in a slash, such as %s, unlike '%s'"
              .formatted(DEFAULT_BASE, Quoted.shorten(base)));
    }
    return new Catalogue(files, base);
  }

  /**
   * Returns all queries.
   *
   * @return by name
   */
  public Collection<CannedQuery> queries() {
    return Collections.unmodifiableCollection(queries.values());
  }

  /**
   * Returns one query.
   *
   * @param name its name, such as {@code best-runs}
   * @return the query
   * @throws UnknownQueryException if there is none of that name
   */
  public CannedQuery query(String name) {
    CannedQuery query = queries.get(name);
    if (query == null) {
      throw new UnknownQueryException(
          "There is no query '%s'; the nearest names are %s"
              .formatted(
                  Quoted.shorten(name),
                  String.join(", ", NearestNames.of(name, queries.keySet()))));
    }
    return query;
  }
}
