package org.provdl.capture;

import java.util.AbstractList;
import java.util.List;
import org.apache.jena.cdt.CDTValue;
import org.apache.jena.cdt.CompositeDatatypeList;
import org.jspecify.annotations.Nullable;

/**
 * The value of a list literal, parsed when somebody asks for it. Jena would parse it at once, which
 * is nearly half of what it costs to map a training.
 *
 * <p>Thread-safe.
 */
final class ListValue extends AbstractList<CDTValue> {

  private final String lexical;
  private volatile @Nullable List<CDTValue> values;

  ListValue(String lexical) {
    this.lexical = lexical;
  }

  @Override
  public CDTValue get(int index) {
    return values().get(index);
  }

  @Override
  public int size() {
    return values().size();
  }

  private List<CDTValue> values() {
    List<CDTValue> parsed = values;
    if (parsed == null) {
      parsed = CompositeDatatypeList.type.parse(lexical);
      values = parsed;
    }
    return parsed;
  }
}
