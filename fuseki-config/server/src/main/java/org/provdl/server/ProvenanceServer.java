package org.provdl.server;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.apache.jena.fuseki.FusekiException;
import org.apache.jena.fuseki.main.FusekiServer;
import org.apache.jena.fuseki.main.sys.FusekiModules;
import org.apache.jena.fuseki.mod.prometheus.FMod_Prometheus;
import org.apache.jena.fuseki.server.DataAccessPoint;
import org.apache.jena.fuseki.server.DataService;
import org.apache.jena.fuseki.server.Endpoint;
import org.apache.jena.fuseki.server.Operation;
import org.apache.jena.fuseki.server.OperationRegistry;
import org.apache.jena.query.ARQ;
import org.apache.jena.riot.WebContent;
import org.apache.jena.sparql.util.Context;
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
 * itself or for users who may, {@code append} and {@code compact}.
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
  private final FirstQuestions first;

  private ProvenanceServer(FusekiServer server, URI uri, FirstQuestions first) {
    this.server = server;
    this.uri = uri;
    this.first = first;
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
   * Makes Java ready for those who open the explorer, so that the first of them waits no longer
   * than others: a thread of its own asks for some seconds what they will ask. For a server that
   * has its process for itself; beside a training it would take processors from that.
   */
  public void warmUp() {
    Thread thread = new Thread(first, "provdl-warm-up");
    thread.setDaemon(true);
    thread.start();
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
    private CrossOrigin crossOrigin = CrossOrigin.NONE;
    private Limits limits = Limits.STANDARD;
    private @Nullable RequestLines requestLog;
    private Protection protection = Protection.LOOPBACK;

    private Builder(ProvenanceStore store) {
      this.store = store;
    }

    /**
     * The address to listen on.
     *
     * @param host a name or number of this machine, {@code 0.0.0.0} for all of them; {@value
     *     #DEFAULT_HOST} by default. Unless it is the machine's own loopback, the server needs
     *     {@link #users} or has to be told that it is {@link #insecure}
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

    /**
     * Lets web pages of other origins read: everything that is read with GET, and SPARQL queries
     * with POST. No such page can write, or send the credentials that a browser keeps.
     *
     * @param origins such as {@code https://example.org}, or {@code *} for any; none by default,
     *     for a server in a closed network would show what it has to every page that is looked at
     *     there
     * @return this
     * @throws IllegalArgumentException if one is no origin
     */
    public Builder crossOrigin(String... origins) {
      this.crossOrigin = CrossOrigin.of(origins);
      return this;
    }

    /**
     * Asks everybody who it is, and lets users do what their role permits. Then the server writes
     * on any address.
     *
     * @param users the users; changes of their file count at once
     * @return this
     */
    public Builder users(Users users) {
      this.protection = protection.users(users);
      return this;
    }

    /**
     * Writes a line of JSON for every request: time, method, path, status, milliseconds, bytes of
     * the answer, address of the client, and user where that is known.
     *
     * @param file lines are added at its end
     * @param queries whether the query of the request is told too, which may hold SPARQL with
     *     personal data; tokens and passwords in it are redacted
     * @return this
     */
    public Builder requestLog(Path file, boolean queries) {
      requestLog = RequestLines.to(file, queries);
      return this;
    }

    /**
     * Speaks https in the place of http.
     *
     * @param keyStore a file of PKCS #12 with a private key and its certificates
     * @param password the password of the file and of the key
     * @return this
     * @throws ServerException if the key cannot be read
     */
    public Builder tls(Path keyStore, char[] password) {
      this.protection = protection.tls(new Tls(keyStore, password));
      return this;
    }

    /**
     * Hands over a line of JSON for every request, as {@link #requestLog(Path, boolean)} writes.
     *
     * @param lines called on the threads of the server, which it holds up
     * @param queries whether the query of the request is told too
     * @return this
     */
    public Builder requestLog(Consumer<? super String> lines, boolean queries) {
      requestLog = RequestLines.to(lines, queries);
      return this;
    }

    /**
     * Lets everybody read who reaches the server, also from other machines. They cannot write.
     *
     * @return this
     */
    public Builder insecure() {
      this.protection = protection.withoutSecurity();
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
     * @throws ServerException if the host is unknown or the port in use, if other machines would
     *     reach a server that is neither {@link #insecure} nor has {@link #users}, or if these
     *     cannot be read
     * @throws IllegalArgumentException if a query of the catalogue has the parameter {@code
     *     format}, which means the form of an answer here
     */
    public ProvenanceServer start() {
      InetAddress address = address();
      protection.check(host, address);
      ServiceDescription description = ServiceDescription.over(store);
      SparqlEndpoint endpoint = endpoint(description.dataset());
      FusekiServer server = build(address, description, endpoint);
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
      return new ProvenanceServer(
          server,
          uri(protection.scheme(), address, server.getPort()),
          new FirstQuestions(catalogue, endpoint, server.getJettyServer()::isRunning));
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

    private FusekiServer build(
        InetAddress address, ServiceDescription description, SparqlEndpoint endpoint) {
      String path = description.accessPoint().getName();
      Links links = new Links(path);
      Context context = description.dataset().getContext();
      context.set(ARQ.queryTimeout, Long.toString(limits.query().toMillis()));
      if (limits.queryMemory() != null) {
        context.set(QueryBounds.MEMORY, limits.queryMemory().toString());
      }
      QueryBounds bounds = QueryBounds.of(limits.query(), context);
      bounds.addTo(context);
      FusekiServer.Builder fuseki =
          FusekiServer.create()
              .fusekiModules(FusekiModules.create(FMod_Prometheus.create()))
              .port(port)
              .enablePing(true)
              .addServlet(HealthServlet.PATH, new HealthServlet(store, limits.turn()));
      OperationRegistry stock = OperationRegistry.get();
      fuseki.registerOperation(
          Operation.Query,
          WebContent.contentTypeSPARQLQuery,
          new ReadAction(description.dataset(), new BoundedQueries(bounds)));
      fuseki.registerOperation(
          Operation.GSP_R,
          new ReadAction(description.dataset(), stock.findHandler(Operation.GSP_R)));
      fuseki.registerOperation(
          Operation.Shacl, new ReadAction(description.dataset(), new ShaclAction(limits.query())));
      DataService.Builder service =
          DataService.newBuilder(description.accessPoint().getDataService());
      protection.addTo(fuseki, host, address, crossOrigin, links);
      if (protection.canWrite(address)) {
        fuseki.registerOperation(APPEND, new AppendAction(store));
        service.addEndpoint(APPEND, APPEND.getName());
        fuseki.registerOperation(COMPACT, new CompactAction(store));
        service.addEndpoint(COMPACT, COMPACT.getName());
        StoreOperations.add(fuseki, service, store);
      }
      fuseki.addFilter("/*", Explorer.of(path));
      ResourceFilter.add(fuseki, path, catalogue, store::read, endpoint, limits);
      fuseki.addFilter("/*", new ReadFilter(readPaths(description.accessPoint()), limits));
      FusekiServer server = fuseki.add(path, service).build();
      Server jetty = server.getJettyServer();
      AppendQueue queue = new AppendQueue(path + "/" + APPEND.getName(), limits.turn());
      jetty.insertHandler(queue);
      StoreMetrics.add(server, store, queue);
      jetty.setRequestLog(requestLog);
      jetty.insertHandler(new EagerContentHandler(new BodyReceiver(limits)));
      protection.addTo(jetty, path);
      if (!crossOrigin.isEmpty()) {
        jetty.insertHandler(new CrossOriginReads(crossOrigin, links.sparqlEndpoints()));
      }
      return server;
    }

    /**
     * Answers as the store's SPARQL endpoint would, on the same threads and in the same context.
     */
    private SparqlEndpoint endpoint(StoreDataset dataset) {
      SparqlEndpoint inPlace = SparqlEndpoint.local(dataset, limits.query());
      return (query, reader) -> dataset.read(() -> inPlace.answer(query, reader));
    }

    private static Set<String> readPaths(DataAccessPoint service) {
      return service.getDataService().getEndpoints().stream()
          .map(Endpoint::getName)
          .map(name -> service.getName() + (name.isEmpty() ? "" : "/" + name))
          .collect(Collectors.toSet());
    }

    private static URI uri(String scheme, InetAddress address, int port) {
      InetAddress reached =
          address.isAnyLocalAddress() ? InetAddress.getLoopbackAddress() : address;
      String number = reached.getHostAddress();
      return URI.create(
          "%s://%s:%d/provdl"
              .formatted(
                  scheme, reached instanceof Inet6Address ? "[" + number + "]" : number, port));
    }

    private static @Nullable String reason(Throwable failure) {
      Throwable cause = failure.getCause();
      return cause == null || cause == failure ? failure.getMessage() : reason(cause);
    }
  }
}
