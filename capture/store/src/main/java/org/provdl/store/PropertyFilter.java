package org.provdl.store;

import java.util.HashSet;
import java.util.Set;
import java.util.function.Predicate;
import org.apache.jena.atlas.lib.tuple.Tuple;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.algebra.op.OpBGP;
import org.apache.jena.sparql.algebra.op.OpFilter;
import org.apache.jena.sparql.algebra.op.OpQuadPattern;
import org.apache.jena.sparql.core.BasicPattern;
import org.apache.jena.sparql.expr.E_Equals;
import org.apache.jena.sparql.expr.E_LogicalOr;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprList;
import org.apache.jena.tdb2.store.NodeId;
import org.apache.jena.tdb2.store.nodetable.NodeTable;
import org.jspecify.annotations.Nullable;

/**
 * A filter that leaves some properties of a pattern, as in {@code OPTIONAL { ?thing ?property
 * ?value FILTER(?property IN (rdf:type, rdfs:label)) }}. TDB2 makes a row of all that is said of
 * each thing, reads its property, and compares that with one after the other; by ids, most is left
 * out before there is a row. (Where this is not optional, ARQ looks up each property instead.)
 *
 * @param properties those that are left
 * @param others what else the filter asks for
 */
record PropertyFilter(Set<Node> properties, ExprList others) {

  /** Null where a filter is another one, or not of one pattern alone. */
  static @Nullable PropertyFilter of(OpFilter filter) {
    BasicPattern pattern = pattern(filter.getSubOp());
    if (pattern == null || pattern.size() != 1) {
      return null;
    }
    Set<Node> properties = null;
    ExprList others = new ExprList();
    for (Expr condition : filter.getExprs()) {
      Set<Node> allowed = new HashSet<>();
      if (properties == null && isOneOf(pattern.get(0).getPredicate(), condition, allowed)) {
        properties = allowed;
      } else {
        others.add(condition);
      }
    }
    return properties == null ? null : new PropertyFilter(properties, others);
  }

  private static @Nullable BasicPattern pattern(Op op) {
    if (op instanceof OpBGP triples) {
      return triples.getPattern();
    }
    return op instanceof OpQuadPattern quads ? quads.getBasicPattern() : null;
  }

  /** Whether that is all that a condition says; ARQ has written it with = and || by now. */
  private static boolean isOneOf(Node property, Expr condition, Set<Node> allowed) {
    if (condition instanceof E_LogicalOr either) {
      return isOneOf(property, either.getArg1(), allowed)
          && isOneOf(property, either.getArg2(), allowed);
    }
    if (condition instanceof E_Equals equal
        && equal.getArg1().isVariable()
        && equal.getArg1().asVar().equals(property)
        && equal.getArg2().isConstant()
        && equal.getArg2().getConstant().isIRI()) {
      allowed.add(equal.getArg2().getConstant().asNode());
      return true;
    }
    return false;
  }

  /** Which triples and quads are left, whose property is the last but one. */
  Predicate<Tuple<NodeId>> of(NodeTable terms) {
    Set<NodeId> allowed = new HashSet<>();
    for (Node property : properties) {
      allowed.add(terms.getNodeIdForNode(property));
    }
    return found -> allowed.contains(found.get(found.len() - 2));
  }
}
