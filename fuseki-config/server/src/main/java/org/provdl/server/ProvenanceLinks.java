package org.provdl.server;

import java.nio.charset.StandardCharsets;
import org.apache.jena.riot.Lang;
import org.provdl.vocabulary.PROV;

/**
 * The header {@code Link} that leads from a thing to its provenance, and to where the provenance of
 * other things can be asked for.
 *
 * @see <a href="https://www.w3.org/TR/prov-aq/#resource-accessed-by-http">PROV-AQ, section 3.1</a>
 */
final class ProvenanceLinks {

  private ProvenanceLinks() {}

  /**
   * Writes it.
   *
   * @param thing its IRI
   * @param document the address of its description
   * @param service the address of the query service
   */
  static String of(String thing, String document, String service) {
    return "%s; anchor=\"%s\", %s"
        .formatted(
            link(document, "has_provenance"), ascii(thing), link(service, "has_query_service"));
  }

  /**
   * Writes where the same description is in a form that can say all of it.
   *
   * @param document the address of a description, with a query
   */
  static String whole(String document) {
    return "<%s&%s=trig>; rel=\"alternate\"; type=\"%s\""
        .formatted(ascii(document), Arguments.FORMAT, Lang.TRIG.getHeaderString());
  }

  private static String link(String target, String relation) {
    return "<%s>; rel=\"%s%s\"".formatted(ascii(target), PROV.NS, relation);
  }

  /** A header has no other letters: the URI that an IRI maps to. */
  private static String ascii(String iri) {
    StringBuilder uri = new StringBuilder();
    for (byte octet : iri.getBytes(StandardCharsets.UTF_8)) {
      if (octet > 0x20 && octet < 0x7F && octet != '"' && octet != '<' && octet != '>') {
        uri.append((char) octet);
      } else {
        uri.append('%').append(String.format("%02X", octet));
      }
    }
    return uri.toString();
  }
}
