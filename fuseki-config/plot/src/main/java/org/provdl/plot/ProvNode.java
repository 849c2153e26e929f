package org.provdl.plot;

/**
 * A thing in a lineage.
 *
 * @param iri what it is called
 * @param kind what PROV says that it is
 * @param label what people call it
 * @param type its most specific class, without a namespace; may be empty
 */
record ProvNode(String iri, ProvKind kind, String label, String type) {}
