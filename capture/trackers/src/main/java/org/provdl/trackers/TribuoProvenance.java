package org.provdl.trackers;

import com.oracle.labs.mlrg.olcut.provenance.ListProvenance;
import com.oracle.labs.mlrg.olcut.provenance.MapProvenance;
import com.oracle.labs.mlrg.olcut.provenance.ObjectProvenance;
import com.oracle.labs.mlrg.olcut.provenance.PrimitiveProvenance;
import com.oracle.labs.mlrg.olcut.provenance.Provenance;
import com.oracle.labs.mlrg.olcut.util.Pair;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** OLCUT's nested provenance as one map: {@code trainer.optimiser.initialLearningRate} to 0.1. */
final class TribuoProvenance {

  /** A trainer of trainers, such as that of an ensemble, is some levels deep; not more. */
  private static final int DEEPEST = 32;

  private TribuoProvenance() {}

  static SortedMap<String, Object> flat(Provenance provenance) {
    SortedMap<String, Object> facts = new TreeMap<>();
    add("", provenance, facts, 0);
    return facts;
  }

  private static void add(
      String name, Provenance provenance, Map<String, Object> facts, int depth) {
    if (depth > DEEPEST) {
      facts.put(name, "...");
    } else if (provenance instanceof PrimitiveProvenance<?> primitive) {
      facts.put(name, primitive.getValue());
    } else if (provenance instanceof ObjectProvenance object) {
      for (Pair<String, Provenance> part : object) {
        add(join(name, part.getA()), part.getB(), facts, depth + 1);
      }
    } else if (provenance instanceof MapProvenance<?> map) {
      map.getMap().forEach((key, value) -> add(join(name, key), value, facts, depth + 1));
    } else if (provenance instanceof ListProvenance<?> list) {
      for (int i = 0; i < list.getList().size(); i++) {
        add(join(name, String.valueOf(i)), list.getList().get(i), facts, depth + 1);
      }
    }
  }

  private static String join(String name, String part) {
    return name.isEmpty() ? part : name + "." + part;
  }
}
