package org.provdl.benchmarks;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.provdl.queries.CannedQuery;
import org.provdl.queries.Catalogue;

/**
 * What readers got who each asked one question after the other, as pages do, and read each answer
 * to its end.
 *
 * @param milliseconds of each answer
 * @param errors how many were no answers to the question
 * @param time how long all of that took
 */
record Reading(List<Double> milliseconds, int errors, Duration time) {

  private static final List<String> QUESTIONS =
      List.of(
          "list-runs",
          "experiments",
          "best-runs",
          "hyperparameters",
          "metric-summaries",
          "learning-curve",
          "adaptations",
          "layers",
          "environment",
          "lineage");

  private static final int ARGUMENTS = 20;
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final double NANOSECONDS_PER_MILLISECOND = 1e6;
  private static final double MILLISECONDS_PER_SECOND = 1e3;

  /** The questions that people ask most, about several things each. */
  static List<URI> addresses(Serving serving) {
    LabArguments arguments = LabArguments.of(serving.store());
    List<URI> addresses = new ArrayList<>();
    for (String name : QUESTIONS) {
      CannedQuery query = Catalogue.standard().query(name);
      for (Map<String, String> values : arguments.values(query, ARGUMENTS)) {
        addresses.add(URI.create(serving.server().queries() + "/" + name + "?" + encoded(values)));
      }
    }
    return addresses;
  }

  private static String encoded(Map<String, String> values) {
    return values.entrySet().stream()
        .map(
            value ->
                value.getKey() + "=" + URLEncoder.encode(value.getValue(), StandardCharsets.UTF_8))
        .collect(Collectors.joining("&"));
  }

  static Reading of(List<URI> addresses, int readers, Duration time) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(readers);
    try {
      long start = System.nanoTime();
      List<Callable<Reading>> work =
          IntStream.range(0, readers)
              .<Callable<Reading>>mapToObj(reader -> () -> read(addresses, reader, time))
              .toList();
      List<Double> milliseconds = new ArrayList<>();
      int errors = 0;
      for (Future<Reading> done : threads.invokeAll(work)) {
        milliseconds.addAll(done.get().milliseconds);
        errors += done.get().errors;
      }
      return new Reading(milliseconds, errors, Duration.ofNanos(System.nanoTime() - start));
    } finally {
      threads.shutdownNow();
    }
  }

  private static Reading read(List<URI> addresses, int reader, Duration time)
      throws InterruptedException {
    HttpClient client = HttpClient.newHttpClient(); // each has a connection of its own
    Random random = new Random(reader);
    List<Double> milliseconds = new ArrayList<>();
    int errors = 0;
    long end = System.nanoTime() + time.toNanos();
    while (milliseconds.isEmpty() || System.nanoTime() < end) {
      URI address = addresses.get(random.nextInt(addresses.size()));
      long start = System.nanoTime();
      if (!isAnswered(client, address)) {
        errors++;
      }
      milliseconds.add((System.nanoTime() - start) / NANOSECONDS_PER_MILLISECOND);
    }
    return new Reading(milliseconds, errors, time);
  }

  private static boolean isAnswered(HttpClient client, URI address) throws InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(address)
            .header("Accept", "application/json")
            .timeout(PATIENCE)
            .build();
    try {
      HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
      return answer.statusCode() == 200 && !answer.body().isEmpty();
    } catch (IOException broken) {
      return false;
    }
  }

  Estimate percentile(double rank) {
    return Estimate.percentile(
        rank, milliseconds.stream().mapToDouble(each -> each.doubleValue()).toArray());
  }

  Estimate answersPerSecond() {
    return Estimate.of(milliseconds.size() * MILLISECONDS_PER_SECOND / time.toMillis());
  }
}
