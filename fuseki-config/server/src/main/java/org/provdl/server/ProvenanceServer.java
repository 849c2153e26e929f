package org.provdl.server;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import org.apache.jena.fuseki.FusekiException;
import org.apache.jena.fuseki.main.FusekiServer;
import org.apache.jena.fuseki.main.sys.FusekiModules;
import org.apache.jena.fuseki.server.DataService;
import org.apache.jena.fuseki.server.Operation;
import org.apache.jena.fuseki.server.OperationRegistry;
import org.apache.jena.riot.WebContent;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.EagerContentHandler;
import org.jspecify.annotations.Nullable;
import org.provdl.explorer.Explorer;
import org.provdl.queries.Catalogue;
import org.provdl.queries.SparqlEndpoint;
import org.provdl.store.ProvenanceStore;

/**
 * Serves a store over HTTP while it is written: SPARQL query, Graph Store reads and, on the machine
 * itself, {@code append} and {@code compact}.
 *
 * <p>Thread-safe. Requests run on threads of Jetty and of the store, none on the caller's. Queries
 * are cut off after a minute and cannot call other servers.
 */
public final class ProvenanceServer implements AutoCloseable {

  /** The address that only this machine reaches. */
  public static final String DEFAULT_HOST = "127.0.0.1";

  /** The port of Fuseki. */
  public static final int DEFAULT_PORT = 3030;

  private static final Operation APPEND =
      Operation.alloc("https://w3id.org/provdl#append", "append", "Add quads, all or none");

  private static final Operation COMPACT =
      Operation.alloc("https://w3id.org/provdl#compact", "compact", "Compact the store");

  private final FusekiServer server;
  private final URI uri;

  private ProvenanceServer(FusekiServer server, URI uri) {
    this.server = server;
    this.uri = uri;
  }

  /**
   * Describes a server; {@link Builder#start} starts it.
   *
   * @param store what it serves; stays open when the server is closed, and is to be closed after it
   * @return a builder with all defaults
   */
  public static Builder builder(ProvenanceStore store) {
    return new Builder(store);
  }

  /**
   * Where the service is. It answers SPARQL queries, Graph Store reads with {@code ?graph=IRI}, and
   * has the named endpoints {@code query}, {@code data}, {@code append} and {@code compact} below
   * it.
   *
   * @return such as {@code http://127.0.0.1:3030/provdl}
   */
  public URI uri() {
    return uri;
  }

  /**
   * The SPARQL endpoint.
   *
   * @return such as {@code http://127.0.0.1:3030/provdl/query}
   */
  public URI queryEndpoint() {
    return URI.create(uri + "/query");
  }

  /**
   * Where the catalogue of queries is: a page for people, and a list for programs. The answer to a
   * query is below it.
   *
   * @return such as {@code http://127.0.0.1:3030/provdl/queries}
   */
  public URI queries() {
    return URI.create(uri + Links.QUERIES);
  }

  /**
   * Where people look at runs in a browser.
   *
   * @return such as {@code http://127.0.0.1:3030/provdl/explorer/}
   */
  public URI explorer() {
    return URI.create(uri + "/explorer/");
  }

  /**
   * Stops answering. Requests under way are cut off; a query among them goes on in the store, to
   * its end or for a minute, and the closing of the store waits for it. Closing again does nothing.
   */
  @Override
  public void close() {
    server.stop();
  }

  /** What a server can be told before it starts. Not thread-safe. */
  public static final class Builder {

    private final ProvenanceStore store;
    private String host = DEFAULT_HOST;
    private int port = DEFAULT_PORT;
    private Catalogue catalogue = Catalogue.standard();
    private Limits limits = Limits.STANDARD;

    private Builder(ProvenanceStore store) {
      this.store = store;
    }

    /**
     * The address to listen on.
     *
     * @param host a name or number of this machine, {@code 0.0.0.0} for all of them; {@value
     *     #DEFAULT_HOST} by default. Unless it is the machine's own loopback, the server is
     *     read-only
     * @return this
     */
    public Builder host(String host) {
      this.host = host;
      return this;
    }

    /**
     * The port to listen on.
     *
     * @param port from 1 to 65535, or 0 for any that is free; {@value #DEFAULT_PORT} by default
     * @return this
     * @throws IllegalArgumentException if it is none of them
     */
    public Builder port(int port) {
      if (port < 0 || port > 65_535) {
        throw new IllegalArgumentException(
            "The port " + port + " does not exist. Choose one from 1 to 65535, or 0 for any.");
      }
      this.port = port;
      return this;
    }

    /**
     * The queries that are answered by name, besides any in SPARQL.
     *
     * @param catalogue by default {@link Catalogue#standard()}; {@link Catalogue#plus} adds queries
     *     of your own
     * @return this
     */
    public Builder catalogue(Catalogue catalogue) {
      this.catalogue = catalogue;
      return this;
    }

    /** Sets other limits than the standard ones, for tests. */
    Builder limits(Limits limits) {
      this.limits = limits;
      return this;
    }

    /**
     * Starts the server, which answers when this returns.
     *
     * @return the server, to be closed by the caller
     * @throws ServerException if the host is unknown or the port in use
     * @throws IllegalArgumentException if a query of the catalogue has the parameter {@code
     *     format}, which means the form of an answer here
     */
    public ProvenanceServer start() {
      InetAddress address = address();
      FusekiServer server = build(address.isLoopbackAddress());
      for (Connector connector : server.getJettyServer().getConnectors()) {
        ServerConnector network = (ServerConnector) connector;
        network.setHost(address.getHostAddress());
        network.setIdleTimeout(limits.idle().toMillis());
      }
      try {
        server.start();
      } catch (FusekiException failure) {
        server.stop();
        throw new ServerException(
            "Cannot listen on %s:%d: %s. Choose another host or port (0 is any free port), or stop the server that has it."
                .formatted(host, port, reason(failure)),
            failure);
      }
      return new ProvenanceServer(server, uri(address, server.getPort()));
    }

    private InetAddress address() {
      try {
        return InetAddress.getByName(host);
      } catch (UnknownHostException unknown) {
        throw new ServerException(
            "There is no host " + host + ". Choose " + DEFAULT_HOST + " or a name of this machine.",
            unknown);
      }
    }

    private FusekiServer build(boolean loopback) {
      ServiceDescription description = ServiceDescription.over(store);
      FusekiServer.Builder fuseki =
          FusekiServer.create().fusekiModules(FusekiModules.empty()).port(port).enablePing(true);
      OperationRegistry stock = OperationRegistry.get();
      fuseki.registerOperation(
          Operation.Query,
          WebContent.contentTypeSPARQLQuery,
          new ReadAction(description.dataset(), stock.findHandler(Operation.Query)));
      fuseki.registerOperation(
          Operation.GSP_R,
          new ReadAction(description.dataset(), stock.findHandler(Operation.GSP_R)));
      DataService.Builder service =
          DataService.newBuilder(description.accessPoint().getDataService());
      if (loopback) {
        fuseki.registerOperation(APPEND, new AppendAction(store));
        service.addEndpoint(APPEND, APPEND.getName());
        fuseki.registerOperation(COMPACT, new CompactAction(store));
        service.addEndpoint(COMPACT, COMPACT.getName());
        fuseki.addFilter("/*", new LocalRequests(host));
      }
      String path = description.accessPoint().getName();
      fuseki.addFilter("/*", Explorer.of(path));
      CatalogueFilter.add(fuseki, path, catalogue, endpoint(description.dataset()), limits);
      for (String kind : Selection.SUBJECTS) {
        fuseki.addServlet(path + "/" + kind + "/*", new RunDocument(kind, new Links(path)));
      }
      FusekiServer server = fuseki.add(path, service).build();
      Server jetty = server.getJettyServer();
      jetty.insertHandler(new AppendQueue(path + "/" + APPEND.getName(), limits.turn()));
      jetty.insertHandler(new EagerContentHandler(new BodyReceiver(limits)));
      return server;
    }

    /**
     * Answers as the store's SPARQL endpoint would, on the same threads and in the same context.
     */
    private SparqlEndpoint endpoint(StoreDataset dataset) {
      SparqlEndpoint inPlace = SparqlEndpoint.local(dataset, limits.query());
      return (query, reader) -> dataset.read(() -> inPlace.answer(query, reader));
    }

    private static URI uri(InetAddress address, int port) {
      InetAddress reached =
          address.isAnyLocalAddress() ? InetAddress.getLoopbackAddress() : address;
      String number = reached.getHostAddress();
      return URI.create(
          "http://%s:%d/provdl"
              .formatted(reached instanceof Inet6Address ? "[" + number + "]" : number, port));
    }

    private static @Nullable String reason(Throwable failure) {
      Throwable cause = failure.getCause();
      return cause == null || cause == failure ? failure.getMessage() : reason(cause);
    }
  }
}
