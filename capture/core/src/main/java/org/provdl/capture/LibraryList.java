package org.provdl.capture;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.jena.cdt.CDTFactory;
import org.apache.jena.cdt.CDTKey;
import org.apache.jena.cdt.CDTValue;
import org.apache.jena.cdt.CompositeDatatypeList;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.jspecify.annotations.Nullable;

/**
 * The libraries of a class path as one literal: a list of maps with the keys {@code name}, {@code
 * version} and {@code sha256}, the latter two where known.
 *
 * @see <a href="https://w3id.org/awslabs/neptune/SPARQL-CDTs/spec/latest.html">SPARQL CDTs</a>
 */
final class LibraryList {

  private LibraryList() {}

  static Node of(ClassPath classPath) {
    List<CDTValue> libraries = classPath.libraries().stream().map(LibraryList::map).toList();
    return NodeFactory.createLiteralDT(
        CompositeDatatypeList.type.unparseValue(libraries), CompositeDatatypeList.type);
  }

  private static CDTValue map(Library library) {
    Map<CDTKey, CDTValue> map = new LinkedHashMap<>();
    put(map, "name", library.name());
    put(map, "version", library.version());
    put(map, "sha256", library.sha256());
    return CDTFactory.createValue(map);
  }

  private static void put(Map<CDTKey, CDTValue> map, String key, @Nullable String value) {
    if (value != null) {
      map.put(
          CDTFactory.createKey(NodeFactory.createLiteralString(key)),
          CDTFactory.createValue(NodeFactory.createLiteralString(value)));
    }
  }
}
