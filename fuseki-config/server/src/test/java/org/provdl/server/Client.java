package org.provdl.server;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Base64;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Asks a server as any other program would, over connections that are kept. */
final class Client {

  static final String NQUADS = "application/n-quads";

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final URI service;
  private final Optional<String> authorization;

  Client(URI service) {
    this(service, Optional.empty());
  }

  private Client(URI service, Optional<String> authorization) {
    this.service = service;
    this.authorization = authorization;
  }

  /** The same, as a user. */
  Client as(String user, String password) {
    return as(
        "Basic " + Base64.getEncoder().encodeToString((user + ":" + password).getBytes(UTF_8)));
  }

  /** The same, with a value of the header Authorization. */
  Client as(String header) {
    return new Client(service, Optional.of(header));
  }

  HttpResponse<String> get(String pathAndQuery, String accept) throws Exception {
    return send(request(pathAndQuery).header("Accept", accept).GET());
  }

  HttpResponse<String> query(String query) throws Exception {
    return get("/query?query=" + encoded(query), "text/csv");
  }

  HttpResponse<String> post(String pathAndQuery, String type, String body) throws Exception {
    return send(
        request(pathAndQuery).header("Content-Type", type).POST(BodyPublishers.ofString(body)));
  }

  HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
    return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  HttpRequest.Builder request(String pathAndQuery) {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(service + pathAndQuery));
    authorization.ifPresent(header -> request.header("Authorization", header));
    return request;
  }

  int count() throws Exception {
    HttpResponse<String> answer = query("SELECT (count(*) AS ?n) { ?s ?p ?o }");
    if (answer.statusCode() != 200) {
      throw new IOException(answer.statusCode() + " " + answer.body());
    }
    return Integer.parseInt(answer.body().lines().toList().get(1));
  }

  /** The status that the server itself answers, whatever its store does. */
  int ping() throws Exception {
    return send(HttpRequest.newBuilder(service.resolve("/$/ping"))).statusCode();
  }

  static String encoded(String text) {
    return URLEncoder.encode(text, UTF_8);
  }

  static String iri(String name) {
    return "https://example.org/" + name;
  }

  /** N-Quads of one graph. */
  static String quads(String graph, int size) {
    return IntStream.range(0, size)
        .mapToObj(
            i ->
                "<%s> <%s> \"%d\" <%s> .\n"
                    .formatted(iri(graph + "#" + i), iri("predicate"), i, iri(graph)))
        .collect(Collectors.joining());
  }
}
