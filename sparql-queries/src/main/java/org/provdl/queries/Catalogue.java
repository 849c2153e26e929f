package org.provdl.queries;

import java.nio.file.Path;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.jena.irix.IRIs;
import org.provdl.vocabulary.Base;

/**
 * A set of documented queries. Those of a folder are parsed and checked when it is loaded; those
 * that come with PROV-DL were checked when it was built, and each is parsed when it is first used.
 * Immutable and safe for use by several threads.
 */
public final class Catalogue {

  /**
   * What short names of runs and artifacts are resolved against unless another base is given:
   * {@value}.
   */
  public static final String DEFAULT_BASE = Base.DEFAULT;

  private final Map<String, CannedQuery> queries = new TreeMap<>();
  private final List<QuerySource> sources;
  private final Lookup lookup;
  private final String base;

  private Catalogue(List<QuerySource> sources, Lookup lookup, String base) {
    this.sources = List.copyOf(sources);
    this.lookup = lookup;
    this.base = base;
    for (QuerySource source : sources) {
      CannedQuery query = new CannedQuery(source, lookup, base);
      CannedQuery other = queries.put(source.name(), query);
      if (other != null) {
        throw new QueryFileException(
            "There are two queries '%s': %s and %s; rename one"
                .formatted(source.name(), other.path(), query.path()));
      }
    }
  }

  /** The queries among files, which may include patterns of their own and those of PROV-DL. */
  private static List<QuerySource> sources(
      SortedMap<String, String> files, SortedMap<String, String> standardFiles) {
    SortedMap<String, String> patterns = QuerySource.patterns(standardFiles);
    patterns.putAll(QuerySource.patterns(files));
    return QuerySource.queries(files, patterns);
  }

  /**
   * Loads the queries that come with PROV-DL.
   *
   * @return the catalogue
   */
  public static Catalogue standard() {
    SortedMap<String, String> files = QueryFiles.standard();
    List<QuerySource> all = sources(files, files);
    return new Catalogue(all, new Lookup(all), DEFAULT_BASE);
  }

  /**
   * Loads the queries of a folder.
   *
   * @param folder holds {@code .rq} files, or folders of them, each of which is a theme; its folder
   *     {@code patterns} holds what they include
   * @return the catalogue
   * @throws QueryFileException if the folder cannot be read or has no queries, or one of them is
   *     malformed
   */
  public static Catalogue of(Path folder) {
    SortedMap<String, String> files = QueryFiles.standard();
    List<QuerySource> mine = sources(QueryFiles.in(folder), files);
    return new Catalogue(mine, new Lookup(sources(files, files)), DEFAULT_BASE).check(mine);
  }

  /**
   * Adds the queries of a folder.
   *
   * @param folder as for {@link #of}
   * @return the catalogue of both
   * @throws QueryFileException as {@link #of} does, or if a query has the name of another
   */
  public Catalogue plus(Path folder) {
    List<QuerySource> more = sources(QueryFiles.in(folder), QueryFiles.standard());
    return new Catalogue(Stream.concat(sources.stream(), more.stream()).toList(), lookup, base)
        .check(more);
  }

  private Catalogue check(List<QuerySource> some) {
    some.forEach(source -> QueryFile.check(source, query(source.name())));
    return this;
  }

  /**
   * Finds a run, as a parameter that stands for a run does.
   *
   * @param text its IRI or id, a beginning of the id that no other has, or a name that no other has
   * @param endpoint where to look
   * @return the run
   * @throws QueryParameterException if there is none, or more than one
   * @throws SparqlEndpointException if the endpoint does not answer
   */
  public KnownRun run(String text, SparqlEndpoint endpoint) {
    return lookup.run(text, ParameterParser.candidate(text, base), endpoint);
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
    return new Catalogue(sources, lookup, base);
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
