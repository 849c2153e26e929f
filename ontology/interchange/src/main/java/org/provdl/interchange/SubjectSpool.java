package org.provdl.interchange;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.system.StreamRDFBase;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.graph.GraphFactory;
import org.jspecify.annotations.Nullable;

/**
 * Reads the statements of PROV out of triples that come in any order, in bounded memory: they are
 * sorted by what they are about, and what is said of one thing is looked at together with what
 * leads to it. The default graph is the document, each named graph a bundle. Used by one thread.
 */
final class SubjectSpool extends StreamRDFBase implements Closeable {

  private static final long IN_MEMORY = 16L << 20;

  /** Statements that are put in order before they are said. */
  private static final int IN_ORDER = 50_000;

  private static final char AFTER = '\u0001';

  /** What a quad is to the thing that it is sorted by: said of it, or else near it. */
  private static final char OWN = 'o';

  private static final char NEAR = 'n';

  private final long inMemory;
  private final SortedSpool spool;
  private final Map<String, String> prefixes = new LinkedHashMap<>();
  private boolean pairs;

  SubjectSpool() {
    this(IN_MEMORY);
  }

  /**
   * An empty one.
   *
   * @param inMemory about how many bytes are held in memory
   */
  SubjectSpool(long inMemory) {
    this.inMemory = inMemory;
    this.spool = new SortedSpool(inMemory);
  }

  @Override
  public void prefix(String prefix, String iri) {
    prefixes.put(prefix, iri);
  }

  @Override
  public void triple(Triple triple) {
    quad(Quad.create(Quad.defaultGraphIRI, triple));
  }

  @Override
  public void quad(Quad quad) {
    try {
      spool.add(key(quad, quad.getSubject()), OWN + QuadText.of(quad));
      if (GraphStatements.leadsToStatement(quad.asTriple())) {
        spool.add(key(quad, quad.getObject()), NEAR + QuadText.of(quad));
      }
      pairs |= GraphStatements.isOfPair(quad.asTriple());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String key(Quad quad, Node thing) {
    String graph = quad.isDefaultGraph() ? "" : quad.getGraph().toString();
    return graph + AFTER + thing;
  }

  /**
   * Says all that was added.
   *
   * @param losses is told of each triple that is no statement of PROV
   */
  void to(Losses losses, StatementStream to) throws IOException {
    prefixes.forEach(to::namespace);
    if (pairs) {
      addPairs();
    }
    Things things = new Things(losses, to);
    spool.forEach(things::take);
    things.end();
    to.finish();
  }

  /** Puts what is said of the pairs of a dictionary to the statements that have them. */
  private void addPairs() throws IOException {
    try (SortedSpool ofOthers = new SortedSpool(inMemory)) {
      List<Quad> said = new ArrayList<>();
      List<Quad> leading = new ArrayList<>();
      String[] last = {""};
      SortedSpool.Action collect =
          entry -> {
            if (!entry.key().equals(last[0])) {
              addPairs(said, leading, ofOthers);
              last[0] = entry.key();
            }
            Quad quad = QuadText.read(entry.value().substring(1));
            if (entry.value().charAt(0) == NEAR) {
              leading.add(quad);
            } else if (GraphStatements.isOfPair(quad.asTriple())) {
              said.add(quad);
            }
          };
      spool.forEach(collect);
      addPairs(said, leading, ofOthers);
      ofOthers.forEach(entry -> spool.add(entry.key(), entry.value()));
    }
  }

  private static void addPairs(List<Quad> said, List<Quad> leading, SortedSpool to)
      throws IOException {
    StatementBound.ofProduct(said.size(), leading.size(), "keys and entities of one pair");
    for (Quad quad : said) {
      for (Quad leads : leading) {
        to.add(key(quad, leads.getSubject()), NEAR + QuadText.of(quad));
      }
    }
    said.clear();
    leading.clear();
  }

  @Override
  public void close() throws IOException {
    spool.close();
  }

  /** Looks at one thing after the other, graph by graph. */
  private static final class Things {

    private final Losses losses;
    private final StatementStream to;
    private final List<Statement> statements = new ArrayList<>();
    private Node bundle = Quad.defaultGraphIRI;
    private String key = "";
    private @Nullable Node thing;
    private Graph near = GraphFactory.createDefaultGraph();

    Things(Losses losses, StatementStream to) {
      this.losses = losses;
      this.to = to;
    }

    void take(SortedSpool.Entry entry) {
      Quad quad = QuadText.read(entry.value().substring(1));
      if (!entry.key().equals(key)) {
        endThing();
        key = entry.key();
        if (!quad.isDefaultGraph() && !quad.getGraph().equals(bundle)) {
          endBundle();
          bundle = quad.getGraph();
          to.beginBundle(bundle);
        }
      }
      near.add(quad.asTriple());
      if (entry.value().charAt(0) == OWN) {
        thing = quad.getSubject();
      } else if (GraphStatements.isLink(quad.asTriple())) {
        thing = quad.getObject();
      }
    }

    void end() {
      endThing();
      endBundle();
    }

    private void endThing() {
      if (thing != null) {
        new GraphStatements(near, false, losses, statements::add).subject(thing);
        thing = null;
        if (statements.size() > IN_ORDER) {
          say();
        }
      }
      near = GraphFactory.createDefaultGraph();
    }

    private void endBundle() {
      say();
      if (!Quad.isDefaultGraph(bundle)) {
        to.endBundle();
      }
    }

    private void say() {
      statements.sort(RdfToStatements.ORDER);
      statements.forEach(to::statement);
      statements.clear();
    }
  }
}
