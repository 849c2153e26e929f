package org.provdl.interchange.constraints;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.jena.graph.Node;
import org.jspecify.annotations.Nullable;

/**
 * What stands in the places of arguments (PROV-CONSTRAINTS section 4): constants, existential
 * variables, and the placeholder {@code -}; each a number. Terms that were found to be one have one
 * root (a forest of disjoint sets).
 */
final class Terms {

  /** The placeholder where it means that there is nothing, and equals itself alone. */
  static final int PLACEHOLDER = 0;

  private static final int NONE = -1;

  private final Map<Object, Integer> known = new HashMap<>();
  private final List<@Nullable Node> nodes = new ArrayList<>();
  private final IntList parents = new IntList();

  /** Of a root, the constant that all of its terms are. */
  private final IntList constants = new IntList();

  private final TimeValues times;

  Terms(TimeValues times) {
    this.times = times;
    add(null, true);
  }

  /** {@return the constant of a name or a time; a blank node is a variable of its own} */
  int of(Node node) {
    Object key = node.isLiteral() ? times.value(node) : node;
    Integer term = known.get(key);
    if (term == null) {
      term = add(node, !node.isBlank());
      known.put(key, term);
    }
    return term;
  }

  /** {@return a variable that is nowhere else} */
  int fresh() {
    return add(null, false);
  }

  private int add(@Nullable Node node, boolean isConstant) {
    int term = nodes.size();
    nodes.add(node);
    parents.add(term);
    constants.add(isConstant ? term : NONE);
    return term;
  }

  int size() {
    return nodes.size();
  }

  int root(int term) {
    int root = term;
    while (parents.get(root) != root) {
      parents.set(root, parents.get(parents.get(root)));
      root = parents.get(root);
    }
    return root;
  }

  /** {@return whether two roots can be one: not two constants, nor anything and the placeholder} */
  boolean canMerge(int one, int other) {
    return (constants.get(one) == NONE || constants.get(other) == NONE)
        && one != PLACEHOLDER
        && other != PLACEHOLDER;
  }

  /** Makes two roots one, the first. */
  void merge(int one, int other) {
    parents.set(other, one);
    if (constants.get(one) == NONE) {
      constants.set(one, constants.get(other));
    }
  }

  /** {@return what a term was written as; null of the placeholder and of variables without name} */
  @Nullable Node node(int term) {
    return nodes.get(term);
  }

  /** {@return what a term is known to be; null where that is not known} */
  @Nullable Node value(int term) {
    int constant = constants.get(root(term));
    return nodes.get(constant == NONE ? term : constant);
  }
}
