package org.provdl.server;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.apache.jena.atlas.lib.Pair;
import org.apache.jena.fuseki.main.FusekiServer;
import org.apache.jena.fuseki.main.sys.FusekiAutoModule;
import org.apache.jena.fuseki.server.DataAccessPointRegistry;
import org.apache.jena.fuseki.server.DataService;
import org.apache.jena.fuseki.server.Operation;
import org.apache.jena.query.ARQ;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.engine.Timeouts;
import org.apache.jena.sparql.util.Context;
import org.apache.jena.sparql.util.Symbol;
import org.jspecify.annotations.Nullable;
import org.provdl.queries.Catalogue;
import org.provdl.queries.SparqlEndpoint;

/**
 * Brings the query catalogue and the linked data to a stock Fuseki that has this module on its
 * class path, for each service whose dataset has {@code https://w3id.org/provdl#queries} in its
 * context, and to its queries and its SHACL operation the limits that they have here. Fuseki finds
 * and calls it.
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
                Duration time = time(dataset.getContext());
                QueryBounds bounds = QueryBounds.of(time, dataset.getContext());
                bounds.addTo(dataset.getContext());
                DataService operations = service.getDataService();
                operations
                    .getEndpoints(Operation.Query)
                    .forEach(query -> query.setProcessor(new BoundedQueries(bounds)));
                operations
                    .getEndpoints(Operation.Shacl)
                    .forEach(shacl -> shacl.setProcessor(new ShaclAction(time)));
                ResourceFilter.add(
                    server,
                    service.getName(),
                    catalogue(queries),
                    new DatasetReading(dataset),
                    SparqlEndpoint.local(dataset, time),
                    Limits.STANDARD);
              }
            });
  }

  /** As the dataset has it: for the first row or for all, whichever is longer. */
  private static Duration time(Context context) {
    String chosen = context.getAsString(ARQ.queryTimeout);
    Pair<Long, Long> times =
        chosen == null ? null : Timeouts.parseTimeoutStr(chosen, TimeUnit.MILLISECONDS);
    return times == null
        ? Limits.STANDARD.query()
        : Duration.ofMillis(Math.max(times.getLeft(), times.getRight()));
  }

  private static Catalogue catalogue(String queries) {
    Catalogue standard = Catalogue.standard();
    return queries.equals(STANDARD) ? standard : standard.plus(Path.of(queries));
  }
}
