package org.provdl.benchmarks;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.system.StreamRDF;
import org.apache.jena.riot.system.StreamRDFWriter;
import org.apache.jena.sparql.core.Quad;

/** The same quads by Graph Store POST of N-Quads that were written before, in few requests. */
final class PlainPost {

  private final HttpClient client = HttpClient.newHttpClient();
  private final List<byte[]> bodies = new ArrayList<>();

  PlainPost(List<Quad> quads, int quadsPerRequest) {
    for (int from = 0; from < quads.size(); from += quadsPerRequest) {
      bodies.add(text(quads.subList(from, Math.min(quads.size(), from + quadsPerRequest))));
    }
  }

  double seconds(URI dataset) throws Exception {
    return Stopwatch.seconds(
        () -> {
          for (byte[] body : bodies) {
            post(dataset, body);
          }
          return bodies;
        });
  }

  private void post(URI dataset, byte[] body) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(dataset)
            .header("Content-Type", Lang.NQUADS.getHeaderString())
            .POST(HttpRequest.BodyPublishers.ofByteArray(body))
            .build();
    HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
    if (response.statusCode() / 100 != 2) {
      throw new IOException(
          dataset + " answered " + response.statusCode() + ": " + response.body());
    }
  }

  private static byte[] text(List<Quad> quads) {
    ByteArrayOutputStream text = new ByteArrayOutputStream();
    StreamRDF writer = StreamRDFWriter.getWriterStream(text, Lang.NQUADS);
    writer.start();
    quads.forEach(writer::quad);
    writer.finish();
    return text.toByteArray();
  }
}
