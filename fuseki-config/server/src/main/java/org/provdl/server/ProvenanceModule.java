package org.provdl.server;

import java.nio.file.Path;
import org.apache.jena.fuseki.main.FusekiServer;
import org.apache.jena.fuseki.main.sys.FusekiAutoModule;
import org.apache.jena.fuseki.server.DataAccessPointRegistry;
import org.apache.jena.fuseki.server.Operation;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.util.Symbol;
import org.jspecify.annotations.Nullable;
import org.provdl.queries.Catalogue;
import org.provdl.queries.SparqlEndpoint;

/**
 * Brings the query catalogue and the linked data to a stock Fuseki that has this module on its
 * class path, for each service whose dataset has {@code https://w3id.org/provdl#queries} in its
 * context, and to its SHACL operation the limits that it has here. Fuseki finds and calls it.
 */
public final class ProvenanceModule implements FusekiAutoModule {

  private static final Symbol QUERIES = Symbol.create("https://w3id.org/provdl#queries");

  private static final String STANDARD = "standard";

  /** For Fuseki. */
  public ProvenanceModule() {}

  @Override
  public String name() {
    return "PROV-DL";
  }

  @Override
  public void configured(
      FusekiServer.Builder server, DataAccessPointRegistry services, @Nullable Model description) {
    services
        .accessPoints()
        .forEach(
            service -> {
              DatasetGraph dataset = service.getDataService().getDataset();
              String queries = dataset.getContext().getAsString(QUERIES);
              if (queries != null) {
                service
                    .getDataService()
                    .getEndpoints(Operation.Shacl)
                    .forEach(shacl -> shacl.setProcessor(new ShaclAction(Limits.STANDARD.query())));
                ResourceFilter.add(
                    server,
                    service.getName(),
                    catalogue(queries),
                    new DatasetReading(dataset),
                    SparqlEndpoint.local(dataset, Limits.STANDARD.query()),
                    Limits.STANDARD);
              }
            });
  }

  private static Catalogue catalogue(String queries) {
    Catalogue standard = Catalogue.standard();
    return queries.equals(STANDARD) ? standard : standard.plus(Path.of(queries));
  }
}
