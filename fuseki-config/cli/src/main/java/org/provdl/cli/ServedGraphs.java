package org.provdl.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.apache.jena.atlas.web.HttpException;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.RDFParserBuilder;
import org.apache.jena.riot.RiotException;
import org.apache.jena.riot.RiotNotFoundException;
import org.apache.jena.sparql.graph.GraphFactory;
import org.provdl.operations.Finding;
import org.provdl.operations.Verification;

/** The graphs that a server has, fetched one after the other. */
record ServedGraphs(Service service) {

  private static final Duration LONGEST = Duration.ofMinutes(10);

  /** Looks at each. */
  Verification.Report verify(Verification verification, Consumer<? super Finding> found) {
    long graphs = 0;
    long wrong = 0;
    for (Node name : names()) {
      Graph graph = fetch(name);
      if (!graph.isEmpty()) {
        List<Finding> findings = verification.check(name, graph, LONGEST);
        graphs++;
        wrong += findings.isEmpty() ? 0 : 1;
        findings.forEach(found);
      }
    }
    return new Verification.Report(graphs, wrong);
  }

  private List<Node> names() {
    List<Node> names = new ArrayList<>();
    Token.endpoint(service.endpoint("query"))
        .answer(
            QueryFactory.create("SELECT ?graph { GRAPH ?graph {} }"),
            rows -> rows.forEachRemaining(row -> names.add(row.get("graph"))));
    return names;
  }

  /** Empty where it has been removed meanwhile. */
  Graph fetch(Node name) {
    Graph graph = GraphFactory.createDefaultGraph();
    String address =
        service.endpoint("data") + "?graph=" + URLEncoder.encode(name.toString(), UTF_8);
    try {
      RDFParserBuilder request =
          RDFParser.source(address)
              .acceptHeader(Lang.NTRIPLES.getHeaderString())
              .forceLang(Lang.NTRIPLES);
      Token.authorization().ifPresent(token -> request.httpHeader("Authorization", token));
      request.parse(graph);
    } catch (RiotNotFoundException removed) {
      return graph;
    } catch (HttpException | RiotException failure) {
      throw new CommandException("%s: %s".formatted(address, failure.getMessage()));
    }
    return graph;
  }
}
