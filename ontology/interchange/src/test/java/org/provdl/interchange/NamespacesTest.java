package org.provdl.interchange;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NamespacesTest {

  private final Namespaces namespaces = new Namespaces(ProvNGrammar::isName);

  @Test
  void theLongestNamespaceThatFitsGivesThePrefix() {
    namespaces.declare("ex", "http://example.org/");
    namespaces.declare("run", "http://example.org/run/");
    assertThat(name("http://example.org/run/1#a")).isEqualTo("run:1#a");
    assertThat(name("http://example.org/run//a")).isEqualTo("run:/a");
    assertThat(name("http://example.org/a")).isEqualTo("ex:a");
    assertThat(name("http://www.w3.org/ns/prov#Plan")).isEqualTo("prov:Plan");
  }

  @Test
  void aPrefixIsMadeUpOnceForWhatNoneFits() {
    namespaces.declare("ns1", "http://declared/");
    assertThat(name("http://example.org/a/b")).isEqualTo("ns2:b");
    assertThat(name("http://example.org/a/c")).isEqualTo("ns2:c");
    assertThat(name("http://example.org/a/")).isEqualTo("ns2:");
    assertThat(name("http://www.w3.org/2000/01/rdf-schema#seeAlso")).isEqualTo("rdfs:seeAlso");
    assertThat(name("http://example.org/\u2192")).isEqualTo("ns3:");
    assertThat(namespaces.declarations())
        .containsEntry("ns2", "http://example.org/a/")
        .containsEntry("ns3", "http://example.org/\u2192")
        .hasSize(6);
  }

  @Test
  void aPrefixKeepsItsFirstMeaning() {
    namespaces.declare("ex", "http://one/");
    namespaces.declare("ex", "http://two/");
    namespaces.declare("prov", "http://two/");
    namespaces.declare("1", "http://two/");
    namespaces.declare("xmlns", "http://two/");
    assertThat(name("http://two/a")).isEqualTo("ns1:a");
    assertThat(name("http://one/a")).isEqualTo("ex:a");
  }

  @Test
  void theDefaultNamespaceHasNoNamesThatAreWords() {
    namespaces.declare("", "http://example.org/");
    assertThat(name("http://example.org/a")).isEqualTo(":a");
    assertThat(name("http://example.org/entity")).isEqualTo("ns1:entity");
    assertThat(name("http://example.org/bundle")).isEqualTo("ns1:bundle");
    assertThat(name("http://example.org/")).isEqualTo("ns1:");
  }

  @Test
  void namesOfManyPlacesNeedFewPrefixes() {
    for (int i = 0; i < 20_000; i++) {
      name("http://example.org/run/" + i + "/a");
    }
    assertThat(namespaces.declarations()).hasSize(103);
    assertThat(name("http://example.org/run/x/a")).isEqualTo("ns101:example.org/run/x/a");
  }

  private String name(String iri) {
    Namespaces.Name name = namespaces.name(iri);
    return name.prefix() + ":" + name.local();
  }
}
