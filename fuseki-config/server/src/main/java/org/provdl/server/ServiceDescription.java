package org.provdl.server;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import org.apache.jena.fuseki.build.DatasetDescriptionMap;
import org.apache.jena.fuseki.build.FusekiConfig;
import org.apache.jena.fuseki.server.DataAccessPoint;
import org.apache.jena.fuseki.server.FusekiVocab;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.core.assembler.AssemblerUtils;
import org.apache.jena.sparql.util.Context;
import org.apache.jena.vocabulary.RDF;
import org.provdl.store.ProvenanceStore;

/** The service of {@code provdl-fuseki.ttl}, with a store in the place of its dataset. */
record ServiceDescription(StoreDataset dataset, DataAccessPoint accessPoint) {

  private static final String FILE = "provdl-fuseki.ttl";

  static ServiceDescription over(ProvenanceStore store) {
    Model description = load();
    Resource service =
        description.listSubjectsWithProperty(RDF.type, FusekiVocab.fusekiService).next();
    Resource described = service.getPropertyResourceValue(FusekiVocab.pDataset);

    Context context = store.read(current -> current.getContext().copy());
    AssemblerUtils.mergeContext(described, context);
    StoreDataset dataset = new StoreDataset(store, context);
    DatasetDescriptionMap datasets = new DatasetDescriptionMap();
    datasets.register(described.asNode(), dataset);
    return new ServiceDescription(
        dataset,
        FusekiConfig.buildDataAccessPoint(description.getGraph(), service.asNode(), datasets));
  }

  private static Model load() {
    try (InputStream file = ServiceDescription.class.getResourceAsStream(FILE)) {
      return RDFParser.source(Objects.requireNonNull(file, FILE))
          .lang(Lang.TURTLE)
          .base("https://w3id.org/provdl/" + FILE)
          .toModel();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }
}
