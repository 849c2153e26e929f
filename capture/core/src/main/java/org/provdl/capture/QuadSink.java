package org.provdl.capture;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.provdl.store.ProvenanceStore;

/**
 * Where quads go. Called by one writer thread, which may take its time; never by the training
 * thread.
 *
 * <p>Quads hold no blank nodes and are written in one step, as far as the target can. After an
 * exception the same quads come again, in the same batch: writing them twice must leave the same
 * graphs as writing them once.
 */
public interface QuadSink extends AutoCloseable {

  /**
   * Writes a batch.
   *
   * @param quads the batch; complete, none of them in the default graph
   * @throws RuntimeException if they could not be written; nothing or any part of them may have
   *     been
   */
  void write(List<Quad> quads);

  /**
   * Where the quads go, in the same words in every process and without secrets, so that what was
   * meant for this target never goes to another.
   *
   * @return such as {@code store:/home/ada/provdl-store} or {@code
   *     graph-store:http://localhost:3030/provdl/append}
   */
  String destination();

  /** Lets go of what this sink has opened itself. Closing again does nothing. */
  @Override
  void close();

  /**
   * Writes into a store of this process, which the caller closes.
   *
   * @param store the store
   * @return the sink
   */
  static QuadSink store(ProvenanceStore store) {
    return new StoreSink(store, false);
  }

  /**
   * Opens a store, or makes one, and writes into it until the sink is closed.
   *
   * @param directory the store's directory
   * @return the sink
   * @throws org.provdl.store.StoreException if it cannot be opened
   */
  static QuadSink store(Path directory) {
    return new StoreSink(ProvenanceStore.openOrCreate(directory), true);
  }

  /**
   * Adds to the graphs of a Graph Store over HTTP that everybody may write, one request for each
   * graph in a batch.
   *
   * @param endpoint such as {@code http://localhost:3030/provdl/append}
   * @return the sink
   * @throws IllegalArgumentException if nothing can be sent there
   * @see #graphStore(URI, HttpAccess)
   */
  static QuadSink graphStore(URI endpoint) {
    return graphStore(endpoint, HttpAccess.anonymous());
  }

  /**
   * Adds to the graphs of a Graph Store over HTTP, one request for each graph in a batch. Requests
   * are packed with gzip as long as the server takes that; redirects are not followed; the proxy is
   * that of the Java virtual machine ({@code -Dhttps.proxyHost=...}).
   *
   * @param endpoint such as {@code https://provenance.example/provdl/append}
   * @param access credentials and times
   * @return the sink
   * @throws IllegalArgumentException if nothing can be sent there
   * @see <a href="https://www.w3.org/TR/sparql11-http-rdf-update/#http-post">SPARQL 1.1 Graph Store
   *     Protocol, POST</a>
   */
  static QuadSink graphStore(URI endpoint, HttpAccess access) {
    return new GraphStoreSink(new HttpEndpoint(endpoint), access);
  }

  /**
   * Adds by {@code INSERT DATA} to a SPARQL update endpoint over HTTP that everybody may write.
   *
   * @param endpoint such as {@code http://localhost:3030/dataset/update}
   * @return the sink
   * @throws IllegalArgumentException if nothing can be sent there
   * @see #sparqlUpdate(URI, HttpAccess)
   */
  static QuadSink sparqlUpdate(URI endpoint) {
    return sparqlUpdate(endpoint, HttpAccess.anonymous());
  }

  /**
   * Adds by {@code INSERT DATA} to a SPARQL update endpoint over HTTP, one request for a batch.
   * Requests are packed with gzip as long as the server takes that; redirects are not followed; the
   * proxy is that of the Java virtual machine ({@code -Dhttps.proxyHost=...}).
   *
   * @param endpoint such as {@code https://provenance.example/dataset/update}
   * @param access credentials and times
   * @return the sink
   * @throws IllegalArgumentException if nothing can be sent there
   * @see <a href="https://www.w3.org/TR/sparql11-update/#insertData">SPARQL 1.1 Update, INSERT
   *     DATA</a>
   */
  static QuadSink sparqlUpdate(URI endpoint, HttpAccess access) {
    return new SparqlUpdateSink(new HttpEndpoint(endpoint), access);
  }

  /**
   * Adds to a dataset in memory, in a write transaction where it has them.
   *
   * @param dataset such as {@code DatasetGraphFactory.createTxnMem()}
   * @return the sink
   */
  static QuadSink memory(DatasetGraph dataset) {
    return new MemorySink(dataset);
  }

  /**
   * Appends to a TriG file.
   *
   * @param file the file; made where there is none
   * @return the sink
   * @throws IOException if it cannot be opened for writing
   * @see <a href="https://www.w3.org/TR/trig/">RDF 1.1 TriG</a>
   */
  static QuadSink trigFile(Path file) throws IOException {
    return new TrigFileSink(file);
  }
}
