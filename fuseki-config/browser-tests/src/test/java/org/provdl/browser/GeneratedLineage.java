package org.provdl.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

/** Lineages that are too deep or too wide for anybody to have trained them. */
final class GeneratedLineage {

  static final String BASE = "http://localhost:3030/provdl/";
  static final String DATA = BASE + "artifact/sha256-da7a";

  private static final String PREFIXES =
      """
      PREFIX prov: <http://www.w3.org/ns/prov#>
      PREFIX provdl: <https://w3id.org/provdl#>
      PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
      BASE <http://localhost:3030/provdl/run/>
      """;

  private GeneratedLineage() {}

  static String model(int link) {
    return BASE + "run/chain-%03d#model".formatted(link);
  }

  /** Trainings "link 1" to that number, each of which goes on from the model of the one before. */
  static String chain(int length) {
    StringBuilder trig = new StringBuilder(PREFIXES);
    for (int link = 1; link <= length; link++) {
      trig.append(
          """
          <chain-%1$03d> {
            <chain-%1$03d#training> a provdl:TrainingRun , prov:Activity ; rdfs:label "link %1$d" ;
              prov:used <chain-%2$03d#model> ; prov:wasAssociatedWith <../agent/person/ada> .
            <../agent/person/ada> a prov:Person , prov:Agent ; rdfs:label "ada" .
            <chain-%1$03d#model> a provdl:TrainedModel , provdl:Checkpoint , prov:Entity ; rdfs:label "model %1$d" ;
              provdl:sizeInBytes 40960 ; prov:wasGeneratedBy <chain-%1$03d#training> .
          }
          """
              .formatted(link, link - 1));
    }
    return trig.toString();
  }

  /** Trainings "user 1" to that number, which all used the same data. */
  static String fan(int width, String label) {
    StringBuilder trig = new StringBuilder(PREFIXES);
    for (int user = 1; user <= width; user++) {
      trig.append(
          """
          <fan-%1$04d> {
            <fan-%1$04d#training> a provdl:TrainingRun , prov:Activity ; rdfs:label "user %1$d" ; prov:used <../artifact/sha256-da7a> .
            <../artifact/sha256-da7a> a provdl:Dataset , prov:Entity ; rdfs:label "%2$s" .
          }
          """
              .formatted(user, label.replace("\"", "\\\"")));
    }
    return trig.toString();
  }

  static void append(String service, String trig) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(service + "/append"))
            .header("Content-Type", "application/trig")
            .POST(HttpRequest.BodyPublishers.ofString(trig))
            .build();
    try {
      HttpResponse<String> answer =
          HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
      assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    } catch (IOException | InterruptedException failure) {
      throw new IllegalStateException(failure);
    }
  }
}
