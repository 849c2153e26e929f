/**
 * Fuseki over a {@link org.provdl.store.ProvenanceStore}, inside the process that trains or on its
 * own.
 *
 * <p>{@code provdl-fuseki.ttl} says what is served: SPARQL 1.1 query and the reading half of the
 * Graph Store protocol, answered by Fuseki's own code on the threads of the store. The one way to
 * write is {@code append}, which adds quads and changes none; {@code compact} makes the store
 * smaller. Both are there for whoever reaches a server on its own machine, and elsewhere for the
 * {@link org.provdl.server.Users} whose {@link org.provdl.server.Role} permits it.
 *
 * <p>Beside them stands the catalogue of queries: {@code queries} lists it and has the answers
 * below it, as pages or for programs, and {@code openapi.json} describes it. The IRIs of the store
 * lead to descriptions, {@code void} describes the service, and {@code ontology} is the ontology.
 *
 * @see <a href="https://jena.apache.org/documentation/fuseki2/">Fuseki</a>
 * @see <a href="https://www.w3.org/TR/sparql11-protocol/">SPARQL 1.1 Protocol</a>
 * @see <a href="https://spec.openapis.org/oas/v3.1.0">OpenAPI 3.1</a>
 * @see <a href="https://www.w3.org/TR/sparql11-http-rdf-update/">SPARQL 1.1 Graph Store HTTP
 *     Protocol</a>
 */
@NullMarked
package org.provdl.server;

import org.jspecify.annotations.NullMarked;
