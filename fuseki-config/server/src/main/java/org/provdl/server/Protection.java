package org.provdl.server;

import java.net.InetAddress;
import org.apache.jena.fuseki.main.FusekiServer;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Who may reach a server, and how.
 *
 * @param users null if nobody is asked who it is
 * @param tls null for http
 * @param insecure whether other machines may read without being asked
 */
record Protection(@Nullable Users users, @Nullable Tls tls, boolean insecure) {

  private static final Logger LOG = LoggerFactory.getLogger(Protection.class);

  static final Protection LOOPBACK = new Protection(null, null, false);

  Protection users(Users known) {
    return new Protection(known, tls, insecure);
  }

  Protection tls(Tls key) {
    return new Protection(users, key, insecure);
  }

  Protection withoutSecurity() {
    return new Protection(users, tls, true);
  }

  /**
   * Checks that an address may be listened on.
   *
   * @throws ServerException if not
   */
  void check(String host, InetAddress address) {
    if (users != null && insecure) {
      throw new ServerException(
          "A server that has users is not insecure. Leave out the one or the other.", null);
    }
    if (address.isLoopbackAddress()) {
      return;
    }
    if (users == null && !insecure) {
      throw new ServerException(
          ("Other machines reach %s. Say who may come in with a file of users (--users FILE; provdl user add"
                  + " makes one), or let everybody read with --insecure.")
              .formatted(host),
          null);
    }
    if (users != null && tls == null) {
      LOG.warn(
          "Passwords and tokens for {} can be read by everybody on the way, unless a proxy on this machine speaks https: use --tls.",
          host);
    }
  }

  /** Whether anything may be written. */
  boolean canWrite(InetAddress address) {
    return users != null || address.isLoopbackAddress();
  }

  String scheme() {
    return tls == null ? "http" : "https";
  }

  void addTo(
      FusekiServer.Builder server,
      String host,
      InetAddress address,
      CrossOrigin others,
      Links links) {
    if (users == null && address.isLoopbackAddress()) {
      server.addFilter("/*", new LocalRequests(host, others, links.sparqlEndpoints()));
    }
  }

  /**
   * Stands before all other handlers.
   *
   * @throws ServerException if the users cannot be read
   */
  void addTo(Server jetty, String service) {
    if (users != null) {
      jetty.insertHandler(new Gate(new Permissions(service), new KnownUsers(users)));
    }
    PlainErrors errors = new PlainErrors(new Pages(new Links(service)));
    jetty.setErrorHandler(errors);
    jetty
        .getDescendants(ServletContextHandler.class)
        .forEach(context -> context.setErrorHandler(errors));
    for (Connector connector : jetty.getConnectors()) {
      HttpConfiguration configuration =
          connector.getConnectionFactory(HttpConnectionFactory.class).getHttpConfiguration();
      configuration.addCustomizer(new SecurityHeaders());
      if (tls != null) {
        tls.replace((ServerConnector) connector, configuration);
      }
    }
  }
}
