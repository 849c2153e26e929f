/**
 * The PROV data model and its syntaxes: PROV-O in every syntax of RDF, PROV-N, PROV-JSON, PROV-XML
 * and PROV-JSONLD.
 */
@NullMarked
package org.provdl.interchange;

import org.jspecify.annotations.NullMarked;
