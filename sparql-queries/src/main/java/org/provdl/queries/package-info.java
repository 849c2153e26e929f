/**
 * A catalogue of canned SPARQL queries about training runs.
 *
 * <p>A question is one {@code .rq} file whose comment header is its documentation. The catalogue
 * checks those of a user's folder when it loads them, binds parameters as RDF terms (never as
 * text), asks any {@link org.provdl.queries.SparqlEndpoint}, and writes the answer as a table, CSV
 * or JSON.
 *
 * <pre>{@code
 * ResultTable best = Catalogue.standard().query("best-runs").with("metric", "provdl:accuracy").on(endpoint);
 * Format.TABLE.write(best, System.out);
 * }</pre>
 *
 * @see <a href="https://www.w3.org/TR/sparql11-query/">SPARQL 1.1 Query Language</a>
 */
@NullMarked
package org.provdl.queries;

import org.jspecify.annotations.NullMarked;
