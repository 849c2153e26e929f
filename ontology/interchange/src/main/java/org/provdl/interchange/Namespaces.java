package org.provdl.interchange;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.XSD;
import org.jspecify.annotations.Nullable;
import org.provdl.vocabulary.PROV;
import org.provdl.vocabulary.PROVDL;

/**
 * The prefixes of a document that is written: those that it declares, and those that are made up
 * for names that none of them fits. They hold for the whole document, its bundles too. A name comes
 * before the last prefix is known, so a writer puts what it writes into a {@link Spool}, and the
 * declarations before that.
 */
final class Namespaces {

  /** How many prefixes are made up before names are cut where fewer are needed. */
  private static final int MOST_MADE_UP = 100;

  /** How many lengths of namespaces are tried, so that a name costs a bounded time. */
  private static final int MOST_LENGTHS = 64;

  /** How far from the end of a name a place is sought where it can be cut. */
  private static final int LONGEST_SEARCH = 200;

  private static final Map<String, String> WELL_KNOWN =
      Map.of(RDF.getURI(), "rdf", RDFS.getURI(), "rdfs", PROVDL.NS, "provdl");

  private final BiPredicate<String, String> isName;
  private final Map<String, String> byPrefix = new LinkedHashMap<>();
  private final Map<String, String> byIri = new HashMap<>();
  private final NavigableSet<Integer> lengths = new TreeSet<>();
  private int madeUp;

  /**
   * Knows {@code prov} and {@code xsd}.
   *
   * @param isName whether the syntax can say a name of this prefix (empty for the default
   *     namespace) and this local name, not yet escaped; where it can say none, {@link #name} gives
   *     the whole IRI a prefix, and an empty local name
   */
  Namespaces(BiPredicate<String, String> isName) {
    this.isName = isName;
    declare("prov", PROV.NS);
    declare("xsd", XSD.NS);
  }

  /** The same where only the local name matters. */
  Namespaces(Predicate<String> isLocal) {
    this((prefix, local) -> isLocal.test(local));
  }

  /**
   * A name as a prefix and a local name.
   *
   * @param prefix empty for the default namespace
   * @param local what follows the namespace; not escaped
   */
  record Name(String prefix, String local) {}

  /** Takes a prefix of the document, unless it means something else already. */
  void declare(String prefix, String iri) {
    if (!byPrefix.containsKey(prefix)
        && !iri.isEmpty()
        && (prefix.isEmpty() || NameCharacters.isPrefix(prefix))
        && !prefix.toLowerCase(Locale.ROOT).startsWith("xml")) {
      put(prefix, iri);
      if (lengths.size() < MOST_LENGTHS) {
        lengths.add(iri.length());
      }
    }
  }

  /** {@return what the prefixes stand for, by prefix; with {@code prov} and {@code xsd}} */
  Map<String, String> declarations() {
    return byPrefix;
  }

  /** {@return the name of a node, of a blank one that which stands for it} */
  Name name(Node node) {
    return name(SpecialNames.iri(node));
  }

  /** {@return an IRI as a name; a prefix is made up where none fits} */
  Name name(String iri) {
    Name known = known(iri);
    if (known != null) {
      return known;
    }
    int cut = cut(iri);
    String namespace = iri.substring(0, cut);
    String local = iri.substring(cut);
    String prefix = byIri.get(namespace);
    if (prefix == null || (prefix.isEmpty() && !isName.test(prefix, local))) {
      prefix = makeUp(namespace);
    }
    return new Name(prefix, local);
  }

  /** {@return an IRI as a name of a prefix that is there; null where none fits} */
  @Nullable Name known(String iri) {
    for (int length : lengths.descendingSet()) {
      Name known = length <= iri.length() ? knownAt(length, iri) : null;
      if (known != null) {
        return known;
      }
    }
    Name whole = knownAt(iri.length(), iri);
    return whole != null ? whole : knownAt(cut(iri), iri);
  }

  private @Nullable Name knownAt(int cut, String iri) {
    String prefix = byIri.get(iri.substring(0, cut));
    return prefix != null && isName.test(prefix, iri.substring(cut))
        ? new Name(prefix, iri.substring(cut))
        : null;
  }

  private String makeUp(String namespace) {
    String prefix = WELL_KNOWN.get(namespace);
    while (prefix == null || byPrefix.containsKey(prefix)) {
      madeUp++;
      prefix = "ns" + madeUp;
    }
    put(prefix, namespace);
    byIri.put(namespace, prefix);
    return prefix;
  }

  private void put(String prefix, String iri) {
    byPrefix.put(prefix, iri);
    byIri.putIfAbsent(iri, prefix);
  }

  /** {@return where the local name begins: after a separator if that leaves a good one} */
  int cut(String iri) {
    if (madeUp >= MOST_MADE_UP) {
      int cut = iri.indexOf("://") + 3;
      if (cut > 2 && isLocal(iri, cut)) {
        return cut;
      }
    }
    int cut = iri.length();
    for (int tries = 0; tries < 3; tries++) {
      cut = separator(iri, cut - 1);
      if (cut == 0) {
        break;
      }
      if (cut < iri.length() && isLocal(iri, cut)) {
        return cut;
      }
    }
    for (int i = Math.max(1, iri.length() - LONGEST_SEARCH); i < iri.length(); i++) {
      if (!Character.isLowSurrogate(iri.charAt(i)) && isLocal(iri, i)) {
        return i;
      }
    }
    return iri.length();
  }

  private boolean isLocal(String iri, int cut) {
    return isName.test("ns", iri.substring(cut));
  }

  /** The place after the last separator before an index; 0 if there is none. */
  private static int separator(String iri, int before) {
    for (int i = before; i > 0; i--) {
      if ("/#:".indexOf(iri.charAt(i - 1)) >= 0) {
        return i;
      }
    }
    return 0;
  }
}
