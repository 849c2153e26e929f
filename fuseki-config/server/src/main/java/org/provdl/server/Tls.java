package org.provdl.server;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Collections;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.util.ssl.KeyStoreScanner;
import org.eclipse.jetty.util.ssl.SslContextFactory;

/**
 * The key of a server that speaks https and nothing else: TLS 1.2 and 1.3 as Jetty allows them. A
 * new one in the same file is taken within seconds.
 */
final class Tls {

  private static final String TYPE = "PKCS12";

  private final Path file;
  private final String password;

  /**
   * Reads the key.
   *
   * @throws ServerException if there is none that can be read with the password
   */
  Tls(Path file, char[] password) {
    try (InputStream in = Files.newInputStream(file)) {
      KeyStore keys = KeyStore.getInstance(TYPE);
      keys.load(in, password);
      boolean hasKey = false;
      for (String alias : Collections.list(keys.aliases())) {
        hasKey |= keys.isKeyEntry(alias);
      }
      if (!hasKey) {
        throw new IOException("it has certificates only, and no private key");
      }
    } catch (IOException | GeneralSecurityException failure) {
      throw new ServerException(
          "Cannot use the key store %s: %s. It has to be PKCS #12, with a private key and its certificates."
              .formatted(file, failure.getMessage()),
          failure);
    }
    this.file = file.toAbsolutePath();
    this.password = String.valueOf(password);
  }

  /** Listens in the place of another. */
  void replace(ServerConnector plain, HttpConfiguration configuration) {
    SslContextFactory.Server context = new SslContextFactory.Server();
    context.setKeyStorePath(file.toString());
    context.setKeyStoreType(TYPE);
    context.setKeyStorePassword(password);
    HttpConfiguration secure = new HttpConfiguration(configuration);
    secure.addCustomizer(new SecureRequestCustomizer(false)); // there is one name only
    Server server = plain.getServer();
    ServerConnector connector =
        new ServerConnector(
            server,
            new SslConnectionFactory(context, "http/1.1"),
            new HttpConnectionFactory(secure));
    connector.setPort(plain.getPort());
    server.addBean(new KeyStoreScanner(context)); // which keeps the old one while it cannot be read
    server.removeConnector(plain);
    server.addConnector(connector);
  }
}
