package org.provdl.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.KeyStore;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.provdl.store.ProvenanceStore;

final class TlsIT {

  private static final String PASSWORD = "password of the key";

  @TempDir private static Path shared;

  private static Path keyStore;
  private ProvenanceStore store;

  @BeforeAll
  static void makeKey() throws Exception {
    keyStore = makeKey("key.p12");
  }

  private static Path makeKey(String name) throws Exception {
    Path file = shared.resolve(name);
    Process keytool =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-keystore",
                file.toString(),
                "-storetype",
                "PKCS12",
                "-storepass",
                PASSWORD,
                "-alias",
                "server",
                "-keyalg",
                "EC",
                "-dname",
                "CN=localhost",
                "-ext",
                "san=dns:localhost,ip:127.0.0.1")
            .inheritIO()
            .start();
    assertThat(keytool.waitFor()).isZero();
    return file;
  }

  @BeforeEach
  void open(@TempDir Path directory) {
    store = ProvenanceStore.openOrCreate(directory.resolve("store"));
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void whatIsSentIsEncrypted() throws Exception {
    try (ProvenanceServer server =
        ProvenanceServer.builder(store).tls(keyStore, PASSWORD.toCharArray()).port(0).start()) {
      assertThat(server.uri()).hasScheme("https");
      HttpResponse<String> answer =
          trusting(keyStore)
              .send(
                  HttpRequest.newBuilder(URI.create(server.queryEndpoint() + "?query=ASK%7B%7D"))
                      .build(),
                  HttpResponse.BodyHandlers.ofString());

      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(answer.headers().map()).containsKey("x-content-type-options");
      assertThat(answer.sslSession().orElseThrow().getProtocol()).isEqualTo("TLSv1.3");
    }
  }

  @Test
  void plainHttpIsNotAnswered() throws Exception {
    try (ProvenanceServer server =
            ProvenanceServer.builder(store).tls(keyStore, PASSWORD.toCharArray()).port(0).start();
        Wire wire = new Wire(server)) {
      wire.send("GET /provdl/queries HTTP/1.1\r\nHost: localhost\r\n\r\n");

      assertThatThrownBy(wire::answer).isInstanceOf(Exception.class);
    }
  }

  @Test
  @Timeout(20)
  void aNewKeyIsTakenWhileTheServerRuns(@TempDir Path directory) throws Exception {
    Path served = Files.copy(keyStore, directory.resolve("served.p12"));
    Path renewed = makeKey("renewed.p12");
    try (ProvenanceServer server =
        ProvenanceServer.builder(store).tls(served, PASSWORD.toCharArray()).port(0).start()) {
      assertThat(isTrusted(server, keyStore)).isTrue();
      Files.writeString(served, "half of a");
      Files.copy(renewed, served, StandardCopyOption.REPLACE_EXISTING);

      while (!isTrusted(server, renewed)) {
        Thread.sleep(100);
      }
      assertThat(isTrusted(server, keyStore)).isFalse();
    }
  }

  private static boolean isTrusted(ProvenanceServer server, Path key) throws Exception {
    try {
      HttpRequest health = HttpRequest.newBuilder(server.uri().resolve("/$/ping")).build();
      trusting(key).send(health, HttpResponse.BodyHandlers.discarding());
      return true;
    } catch (SSLHandshakeException another) {
      return false;
    }
  }

  @Test
  void aKeyThatCannotBeUsedIsNamedBeforeTheStart() throws Exception {
    ProvenanceServer.Builder server = ProvenanceServer.builder(store);

    assertThatThrownBy(() -> server.tls(keyStore, "wrong".toCharArray()))
        .isInstanceOf(ServerException.class)
        .hasMessageContaining("key.p12")
        .hasMessageContaining("password was incorrect");
    assertThatThrownBy(() -> server.tls(shared.resolve("missing"), new char[0]))
        .isInstanceOf(ServerException.class)
        .hasMessageContaining("missing");
  }

  private static HttpClient trusting(Path keyStore) throws Exception {
    KeyStore trusted = KeyStore.getInstance("PKCS12");
    KeyStore keys = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(keyStore)) {
      keys.load(in, PASSWORD.toCharArray());
    }
    trusted.load(null, null);
    trusted.setCertificateEntry("server", keys.getCertificate("server"));
    TrustManagerFactory managers =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    managers.init(trusted);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, managers.getTrustManagers(), null);
    return HttpClient.newBuilder().sslContext(context).build();
  }
}
