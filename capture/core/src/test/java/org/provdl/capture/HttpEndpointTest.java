package org.provdl.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HttpEndpointTest {

  @ParameterizedTest
  @CsvSource({
    "localhost:3030/provdl/append, does not begin with http",
    "provdl/append,                does not begin with http",
    "ftp://example.org/append,     does not begin with http",
    "file:/tmp/append,             does not begin with http",
    "http:///append,               has no host",
    "http://my_fuseki:3030/append, has no host",
    "http://example.org/append#me, has a fragment"
  })
  void anAddressThatNothingCanBeSentToIsRefusedWhileConfiguring(String address, String reason) {
    URI uri = URI.create(address);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> QuadSink.graphStore(uri))
        .withMessageContaining(address)
        .withMessageContaining(reason)
        .withMessageContaining("Write an address such as");
    assertThatIllegalArgumentException().isThrownBy(() -> QuadSink.sparqlUpdate(uri));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://ada:secret@example.org/append",
        "http://ada:secret@my_fuseki/append",
        "ftp://ada:secret@example.org/append"
      })
  void aPasswordInTheAddressIsRefusedAndNotShown(String address) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> QuadSink.graphStore(URI.create(address)))
        .withMessageContaining("HttpAccess.with(Credentials.basic(user, password))")
        .withMessageNotContaining("secret");
  }

  @ParameterizedTest
  @CsvSource({
    "http://localhost:3030/,        true",
    "http://LOCALHOST/,             true",
    "http://fuseki.localhost/,      true",
    "http://127.0.0.1/,             true",
    "http://127.8.9.10/,            true",
    "http://[::1]:3030/,            true",
    "http://[0:0:0:0:0:0:0:1]/,     true",
    "http://localhost.example.org/, false",
    "http://127.0.0.1.example.org/, false",
    "http://[2001:db8::1]/,         false",
    "http://10.0.0.1/,              false"
  })
  void thisMachineIsToldFromOthers(URI address, boolean loopback) {
    assertThat(new HttpEndpoint(address).isLoopback()).isEqualTo(loopback);
  }

  @Test
  void aParameterIsAddedToThoseThatAreThere() {
    assertThat(endpoint("http://example.org/data").with("graph", "http://example.org/r?a=1&b#c"))
        .hasToString("http://example.org/data?graph=http%3A%2F%2Fexample.org%2Fr%3Fa%3D1%26b%23c");
    assertThat(endpoint("http://example.org/data?key=%26").with("graph", "x:y"))
        .hasToString("http://example.org/data?key=%26&graph=x%3Ay");
  }

  @Test
  void lettersBeyondAsciiAreEscaped() {
    assertThat(endpoint("http://example.org/l\u00e4ufe").with("graph", "x:\u00e4"))
        .hasToString("http://example.org/l%C3%A4ufe?graph=x%3A%C3%A4");
  }

  private static HttpEndpoint endpoint(String address) {
    return new HttpEndpoint(URI.create(address));
  }
}
