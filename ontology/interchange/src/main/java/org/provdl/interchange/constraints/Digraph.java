package org.provdl.interchange.constraints;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/** A directed graph of numbered nodes and edges. */
final class Digraph {

  private final IntList from = new IntList();
  private final IntList to = new IntList();
  private int nodes;
  private int[] starts = new int[0];
  private int[] edgesInOrder = new int[0];

  /** Makes room for nodes up to a number, without it. */
  void nodes(int count) {
    nodes = Math.max(nodes, count);
  }

  int nodes() {
    return nodes;
  }

  int edges() {
    return from.size();
  }

  /** Adds an edge; its number is the count of those before. */
  void edge(int source, int target) {
    nodes(Math.max(source, target) + 1);
    from.add(source);
    to.add(target);
  }

  int source(int edge) {
    return from.get(edge);
  }

  int target(int edge) {
    return to.get(edge);
  }

  /** Orders the edges by their source; to be called when all are in. */
  void freeze() {
    starts = new int[nodes + 1];
    for (int edge = 0; edge < edges(); edge++) {
      starts[from.get(edge) + 1]++;
    }
    for (int node = 0; node < nodes; node++) {
      starts[node + 1] += starts[node];
    }
    int[] filled = Arrays.copyOf(starts, nodes);
    edgesInOrder = new int[edges()];
    for (int edge = 0; edge < edges(); edge++) {
      edgesInOrder[filled[from.get(edge)]++] = edge;
    }
  }

  /**
   * {@return the place of the first edge of a node; those of the next node begin where they end}
   */
  int firstEdge(int node) {
    return starts[node];
  }

  /** {@return the edge at a place} */
  int edgeAt(int place) {
    return edgesInOrder[place];
  }

  /** {@return the nodes that edges lead to from some, and these} */
  BitSet reach(BitSet seeds) {
    BitSet reached = (BitSet) seeds.clone();
    Deque<Integer> open = new ArrayDeque<>();
    seeds.stream().filter(node -> node < nodes).forEach(open::add);
    while (!open.isEmpty()) {
      int node = open.remove();
      for (int place = starts[node]; place < starts[node + 1]; place++) {
        int target = to.get(edgesInOrder[place]);
        if (!reached.get(target)) {
          reached.set(target);
          open.add(target);
        }
      }
    }
    return reached;
  }

  /**
   * A shortest way between two nodes of one component.
   *
   * @param components of each node which it is in
   * @return its edges, in order; none if the nodes are the same
   */
  IntList path(int start, int goal, int[] components) {
    IntList path = new IntList();
    if (start == goal) {
      return path;
    }
    Map<Integer, Integer> by = new HashMap<>();
    Deque<Integer> open = new ArrayDeque<>();
    open.add(start);
    while (!by.containsKey(goal)) {
      int node = open.remove();
      for (int place = starts[node]; place < starts[node + 1]; place++) {
        int edge = edgesInOrder[place];
        int successor = to.get(edge);
        if (components[successor] == components[start]
            && successor != start
            && by.putIfAbsent(successor, edge) == null) {
          open.add(successor);
        }
      }
    }
    IntList backwards = new IntList();
    for (Integer edge = by.get(goal); edge != null; edge = by.get(from.get(edge))) {
      backwards.add(edge);
    }
    for (int i = backwards.size() - 1; i >= 0; i--) {
      path.add(backwards.get(i));
    }
    return path;
  }
}
