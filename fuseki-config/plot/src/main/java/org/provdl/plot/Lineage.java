package org.provdl.plot;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.jspecify.annotations.Nullable;
import org.provdl.queries.BoundQuery;
import org.provdl.queries.Catalogue;
import org.provdl.queries.QueryParameterException;
import org.provdl.queries.SparqlEndpoint;

/**
 * What a model, a file, a run or anything else came from, in the shapes and colours that PROV is
 * drawn in.
 *
 * @param entity an IRI, the id or name of a run, {@code <run id>#<part>} or {@code sha256-<digest>}
 * @param depth how many steps back are drawn, 1 or more
 * @param settings whether hyperparameter settings are drawn too, which may be many
 */
public record Lineage(String entity, int depth, boolean settings) {

  /** The most things that are drawn: {@value}. The nearest ones are. */
  public static final int MOST = 60;

  private static final int LONGEST_LABEL = 28;

  private record Row(
      @Nullable Node from,
      @Nullable Node relation,
      Node to,
      @Nullable String kind,
      @Nullable Node type,
      @Nullable String label,
      @Nullable Node value) {}

  /**
   * Checks the depth.
   *
   * @param entity what it is the lineage of
   * @param depth how many steps back are drawn
   * @param settings whether hyperparameter settings are drawn too
   * @throws IllegalArgumentException if the depth is less than 1
   */
  public Lineage {
    if (depth < 1) {
      throw new IllegalArgumentException("The depth must be at least 1, not " + depth);
    }
  }

  /**
   * Asks for what is drawn.
   *
   * @param endpoint where to ask
   * @return the picture
   * @throws QueryParameterException if there is no such thing
   * @throws org.provdl.queries.SparqlEndpointException if the endpoint does not answer
   */
  public Picture on(SparqlEndpoint endpoint) {
    List<Row> rows = rows(endpoint);
    Map<String, ProvNode> known = new LinkedHashMap<>();
    Map<String, Map<String, Set<String>>> relations = new LinkedHashMap<>();
    List<String> starts = new ArrayList<>();
    for (Row row : rows) {
      known.putIfAbsent(row.to().toString(), node(row));
      if (row.from() == null || row.relation() == null) {
        starts.add(row.to().toString());
      } else {
        relations
            .computeIfAbsent(row.from().toString(), from -> new LinkedHashMap<>())
            .computeIfAbsent(row.to().toString(), to -> new LinkedHashSet<>())
            .add(Names.last(row.relation().getURI()));
      }
    }
    if (starts.isEmpty()) {
      throw new PlotException("Nothing is said here of '%s'".formatted(entity));
    }
    Set<String> reached = reached(starts.get(0), relations);
    Set<String> drawn = new LinkedHashSet<>(reached.stream().limit(MOST).toList());
    ProvGraph graph =
        new ProvGraph(
            drawn.stream().map(iri -> Objects.requireNonNull(known.get(iri))).toList(),
            edges(drawn, relations));
    List<String> notes =
        reached.size() == drawn.size()
            ? List.of()
            : List.of(
                "the nearest %d of %d things; --depth shows fewer steps"
                    .formatted(drawn.size(), reached.size()));
    return LineageChart.picture(graph, "lineage of " + graph.nodes().get(0).label(), notes);
  }

  private List<Row> rows(SparqlEndpoint endpoint) {
    Catalogue catalogue = Catalogue.standard();
    BoundQuery query = catalogue.query("lineage-graph").with("settings", String.valueOf(settings));
    try {
      return query.with("entity", entity).on(endpoint, Row.class);
    } catch (QueryParameterException noEntity) {
      try {
        return query.with("entity", catalogue.run(entity, endpoint).iri()).on(endpoint, Row.class);
      } catch (QueryParameterException noRun) {
        noEntity.addSuppressed(noRun);
        throw noEntity;
      }
    }
  }

  /** What is reached from a thing within the depth, the nearest first. */
  private Set<String> reached(String start, Map<String, Map<String, Set<String>>> relations) {
    Set<String> reached = new LinkedHashSet<>(Set.of(start));
    List<String> last = List.of(start);
    for (int step = 0; step < depth && !last.isEmpty(); step++) {
      last =
          last.stream()
              .flatMap(from -> relations.getOrDefault(from, Map.of()).keySet().stream())
              .filter(reached::add)
              .toList();
    }
    return reached;
  }

  private static List<ProvEdge> edges(
      Set<String> drawn, Map<String, Map<String, Set<String>>> relations) {
    List<ProvEdge> edges = new ArrayList<>();
    for (String from : drawn) {
      relations
          .getOrDefault(from, Map.of())
          .forEach(
              (to, names) -> {
                if (drawn.contains(to) && !to.equals(from)) {
                  edges.add(new ProvEdge(from, to, ProvRelation.ranked(List.copyOf(names))));
                }
              });
    }
    return List.copyOf(edges);
  }

  private static ProvNode node(Row row) {
    String iri = row.to().toString();
    String label = row.label() == null || row.label().isBlank() ? part(iri) : row.label();
    return new ProvNode(
        iri,
        ProvKind.of(row.kind() == null ? "" : row.kind()),
        Texts.shortened(
            row.value() == null ? label : label + " " + Value.of(row.value()).text(),
            LONGEST_LABEL),
        row.type() == null
            ? ""
            : Texts.shortened(Names.last(row.type().toString()), LONGEST_LABEL));
  }

  /** What is left of an IRI when nobody gave a label; of a hash its beginning. */
  private static String part(String iri) {
    return Names.last(iri).replaceFirst("^(?:sha256-)?([0-9a-f]{12})[0-9a-f]{20,}.*$", "$1…");
  }
}
