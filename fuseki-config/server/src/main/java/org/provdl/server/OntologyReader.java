package org.provdl.server;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.Property;
import org.apache.jena.rdf.model.RDFList;
import org.apache.jena.rdf.model.RDFNode;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.rdf.model.ResourceFactory;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.OWL2;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.provdl.server.OntologyPage.Group;
import org.provdl.server.OntologyPage.Term;
import org.provdl.vocabulary.Ontology;
import org.provdl.vocabulary.PROVDL;

/**
 * Makes a page of the ontology.
 *
 * @param ontology with all that it is aligned with
 */
record OntologyReader(Model ontology, Pages.Frame frame) {

  private static final String QUDT = "http://qudt.org/schema/qudt/";
  private static final String ITSELF = "https://w3id.org/provdl";

  /** What a term may say of others, and how the page calls it. */
  private static final Map<String, Property> FACTS = facts();

  private static final Set<Resource> SCHEMA =
      Set.of(OWL2.Class, OWL2.ObjectProperty, OWL2.DatatypeProperty, OWL2.NamedIndividual);

  static OntologyReader standard(Pages.Frame frame) {
    Model all = Ontology.model();
    for (String name : Ontology.ALIGNMENTS) {
      Model alignment = Ontology.alignment(name);
      all.add(alignment).setNsPrefixes(alignment);
    }
    return new OntologyReader(all, frame);
  }

  OntologyPage page() {
    Resource itself = ontology.getResource(ITSELF);
    List<Group> groups = new ArrayList<>();
    groups.add(group("Classes", "classes", ofType(OWL2.Class)));
    groups.add(group("Relations", "relations", ofType(OWL2.ObjectProperty)));
    groups.add(group("Properties with values", "properties", ofType(OWL2.DatatypeProperty)));
    individuals()
        .forEach(
            (kind, terms) ->
                groups.add(
                    group(
                        "Individuals: " + kind,
                        "individuals-" + kind.toLowerCase(Locale.ROOT).replace(' ', '-'),
                        terms)));
    return new OntologyPage(
        frame,
        text(itself, DCTerms.title),
        text(itself, DCTerms.description),
        text(itself, OWL2.versionInfo),
        itself.getURI(),
        groups,
        RdfFormat.downloads(RdfFormat.RDF, frame.links().ontology() + "?"),
        alignments(),
        Ontology.diagram());
  }

  private static Map<String, Property> facts() {
    Map<String, Property> facts = new LinkedHashMap<>();
    facts.put("is a kind of", RDFS.subClassOf);
    facts.put("is a case of", RDFS.subPropertyOf);
    facts.put("is said of", RDFS.domain);
    facts.put("its value is", RDFS.range);
    facts.put("unit", ResourceFactory.createProperty(QUDT, "hasUnit"));
    facts.put("quantity", ResourceFactory.createProperty(QUDT, "hasQuantityKind"));
    facts.put("higher is better", PROVDL.higherIsBetter);
    facts.put("elsewhere nearly", SKOS.closeMatch);
    facts.put("elsewhere related", SKOS.relatedMatch);
    return facts;
  }

  private Map<String, String> alignments() {
    Map<String, String> addresses = new LinkedHashMap<>();
    for (String name : Ontology.ALIGNMENTS) {
      addresses.put(
          text(ontology.getResource(ITSELF + "/alignments/" + name), DCTerms.title)
              .replace("PROV-DL and ", ""),
          frame.links().alignment(name));
    }
    return addresses;
  }

  private List<Resource> ofType(Resource type) {
    return ontology.listSubjectsWithProperty(RDF.type, type).toList().stream()
        .filter(OntologyReader::isOwn)
        .toList();
  }

  private static boolean isOwn(Resource term) {
    return term.isURIResource() && term.getURI().startsWith(PROVDL.NS);
  }

  /** By the label of their class. */
  private Map<String, List<Resource>> individuals() {
    return ofType(OWL2.NamedIndividual).stream()
        .collect(
            Collectors.groupingBy(
                term ->
                    objects(term, RDF.type)
                        .map(RDFNode::asResource)
                        .filter(type -> !SCHEMA.contains(type))
                        .map(
                            type ->
                                type.hasProperty(RDFS.label)
                                    ? text(type, RDFS.label)
                                    : type.getLocalName().toLowerCase(Locale.ROOT))
                        .findFirst()
                        .orElse("other"),
                TreeMap::new,
                Collectors.toList()));
  }

  private Group group(String title, String anchor, List<Resource> terms) {
    return new Group(
        title,
        anchor,
        terms.stream()
            .map(this::term)
            .sorted(Comparator.comparing(Term::name, String.CASE_INSENSITIVE_ORDER))
            .toList());
  }

  private Term term(Resource term) {
    Map<String, List<Shown>> facts = new LinkedHashMap<>();
    FACTS.forEach((name, property) -> put(facts, name, objects(term, property)));
    put(facts, "kinds of it", subjects(RDFS.subClassOf, term));
    put(facts, "cases of it", subjects(RDFS.subPropertyOf, term));
    put(facts, "has", subjects(RDFS.domain, term));
    put(facts, "is the value of", subjects(RDFS.range, term));
    return new Term(
        term.getURI().substring(PROVDL.NS.length()),
        text(term, RDFS.label),
        text(term, SKOS.definition),
        facts);
  }

  private void put(Map<String, List<Shown>> facts, String name, Stream<? extends RDFNode> terms) {
    List<Shown> shown =
        terms
            .flatMap(this::members)
            .map(this::shown)
            .sorted(Comparator.comparing(Shown::text))
            .toList();
    if (!shown.isEmpty()) {
      facts.put(name, shown);
    }
  }

  private static Stream<RDFNode> objects(Resource term, Property property) {
    return term.listProperties(property).toList().stream().map(said -> said.getObject());
  }

  /** Those that say it of a term itself, or of a union that it is in. */
  private Stream<Resource> subjects(Property property, Resource term) {
    return ontology.listStatements(null, property, (RDFNode) null).toList().stream()
        .filter(
            said -> isOwn(said.getSubject()) && members(said.getObject()).anyMatch(term::equals))
        .map(said -> said.getSubject());
  }

  /** The members of a union; of what has a name itself; of restrictions nothing. */
  private Stream<RDFNode> members(RDFNode term) {
    if (!term.isAnon()) {
      return Stream.of(term);
    }
    Resource union = term.asResource().getPropertyResourceValue(OWL2.unionOf);
    return union == null ? Stream.empty() : union.as(RDFList.class).asJavaList().stream();
  }

  private Shown shown(RDFNode term) {
    if (term.isLiteral()) {
      return Shown.text(term.asLiteral().getLexicalForm());
    }
    String iri = term.toString();
    String name = ontology.shortForm(iri);
    boolean own = iri.startsWith(PROVDL.NS);
    return new Shown(
        own ? iri.substring(PROVDL.NS.length()) : name,
        null,
        iri,
        own ? "#" + iri.substring(PROVDL.NS.length()) : iri);
  }

  private static String text(Resource thing, Property property) {
    return thing.getRequiredProperty(property).getString();
  }
}
