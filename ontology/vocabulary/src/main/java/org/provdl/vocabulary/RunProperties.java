package org.provdl.vocabulary;

import java.util.List;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.ModelFactory;
import org.apache.jena.rdf.model.Property;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.rdf.model.ResourceFactory;
import org.apache.jena.vocabulary.OWL;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;

/**
 * The properties by which a training says what it started with and what it reached, one for each
 * hyperparameter, and one for each metric on each kind of data. Their IRIs follow from those of
 * what they are of, and end in a letter after a full stop: RDF/XML and PROV-XML can write them,
 * whatever a user has called a hyperparameter.
 */
public final class RunProperties {

  private RunProperties() {}

  /**
   * The subproperty of {@code provdl:startedWith} of a hyperparameter.
   *
   * @param hyperparameter the IRI of a hyperparameter, of PROV-DL or of a user's own
   * @return the property, such as {@code provdl:learningRate.value}
   */
  public static Property startedWith(String hyperparameter) {
    return ResourceFactory.createProperty(hyperparameter + ".value");
  }

  /**
   * The subproperty of {@code provdl:reached} of a metric on one kind of data.
   *
   * @param metric the IRI of a metric, of PROV-DL or of a user's own
   * @param split a split role of PROV-DL
   * @return the property, such as {@code provdl:accuracy.testData}
   */
  public static Property reached(String metric, Resource split) {
    return ResourceFactory.createProperty(metric + "." + split.getLocalName());
  }

  /**
   * Declares the properties of all hyperparameters and metrics that PROV-DL names, for programs
   * that need a declaration of each.
   *
   * @return a new model
   */
  public static Model declarations() {
    Model model = ModelFactory.createDefaultModel();
    for (Resource hyperparameter : PROVDL.HYPERPARAMETERS) {
      declare(startedWith(hyperparameter.getURI()), PROVDL.startedWith, model);
    }
    for (Resource metric : PROVDL.METRICS) {
      for (Resource split : List.of(PROVDL.trainingData, PROVDL.validationData, PROVDL.testData)) {
        declare(reached(metric.getURI(), split), PROVDL.reached, model);
      }
    }
    return model;
  }

  private static void declare(Property property, Property parent, Model model) {
    model.add(property, RDF.type, OWL.DatatypeProperty).add(property, RDFS.subPropertyOf, parent);
  }
}
