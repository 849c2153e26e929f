package org.provdl.interchange;

import org.apache.jena.rdf.model.Property;
import org.apache.jena.rdf.model.ResourceFactory;
import org.provdl.vocabulary.PROV;

/**
 * The terms of PROV's namespace that are not of PROV-O: those of the notes PROV-Dictionary and
 * PROV-Links, and names of PROV-DM itself.
 */
final class Notes {

  static final Property INSERTION = term("Insertion");
  static final Property REMOVAL = term("Removal");
  static final Property QUALIFIED_INSERTION = term("qualifiedInsertion");
  static final Property QUALIFIED_REMOVAL = term("qualifiedRemoval");
  static final Property DERIVED_BY_INSERTION_FROM = term("derivedByInsertionFrom");
  static final Property DERIVED_BY_REMOVAL_FROM = term("derivedByRemovalFrom");
  static final Property HAD_DICTIONARY_MEMBER = term("hadDictionaryMember");
  static final Property INSERTED_KEY_ENTITY_PAIR = term("insertedKeyEntityPair");
  static final Property REMOVED_KEY = term("removedKey");
  static final Property DICTIONARY = term("dictionary");
  static final Property PAIR_KEY = term("pairKey");
  static final Property PAIR_ENTITY = term("pairEntity");

  static final Property MENTION_OF = term("mentionOf");
  static final Property AS_IN_BUNDLE = term("asInBundle");

  /**
   * The datatype that a qualified name has where only a literal may stand: as the key of a
   * dictionary.
   */
  static final String QUALIFIED_NAME = PROV.NS + "QUALIFIED_NAME";

  private Notes() {}

  private static Property term(String name) {
    return ResourceFactory.createProperty(PROV.NS, name);
  }
}
