package org.provdl.interchange.constraints;

/**
 * The strongly connected components of a graph (Tarjan's algorithm, with a stack of its own, so
 * that long chains do not exhaust that of the thread).
 */
final class Components {

  private static final int UNSEEN = 0;

  private final Digraph graph;
  private final int[] component;
  private final int[] order;
  private final int[] lowest;
  private final int[] place;
  private final IntList open = new IntList();
  private final IntList path = new IntList();
  private int seen = UNSEEN;
  private int found;

  private Components(Digraph graph) {
    this.graph = graph;
    component = new int[graph.nodes()];
    order = new int[graph.nodes()];
    lowest = new int[graph.nodes()];
    place = new int[graph.nodes()];
  }

  /** {@return of each node the number of its component, from 1} */
  static int[] of(Digraph graph) {
    Components components = new Components(graph);
    for (int node = 0; node < graph.nodes(); node++) {
      if (components.order[node] == UNSEEN) {
        components.from(node);
      }
    }
    return components.component;
  }

  private void from(int root) {
    visit(root);
    while (!path.isEmpty()) {
      int node = path.get(path.size() - 1);
      if (place[node] < graph.firstEdge(node + 1)) {
        int target = graph.target(graph.edgeAt(place[node]++));
        if (order[target] == UNSEEN) {
          visit(target);
        } else if (component[target] == UNSEEN) {
          lowest[node] = Math.min(lowest[node], order[target]);
        }
      } else {
        leave(node);
      }
    }
  }

  private void visit(int node) {
    order[node] = ++seen;
    lowest[node] = seen;
    place[node] = graph.firstEdge(node);
    open.add(node);
    path.add(node);
  }

  private void leave(int node) {
    path.removeLast();
    if (!path.isEmpty()) {
      int parent = path.get(path.size() - 1);
      lowest[parent] = Math.min(lowest[parent], lowest[node]);
    }
    if (lowest[node] == order[node]) {
      found++;
      int member;
      do {
        member = open.removeLast();
        component[member] = found;
      } while (member != node);
    }
  }
}
