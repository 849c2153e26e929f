package org.provdl.plot;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Texts beside each other, numbers before them in their order. */
record CategoryScale(List<String> names) implements Scale {

  static CategoryScale of(Collection<Value> values) {
    return new CategoryScale(
        values.stream()
            .sorted(
                Comparator.comparing(Value::isNumber)
                    .reversed()
                    .thenComparing(Value::number)
                    .thenComparing(Value::text))
            .map(Value::text)
            .distinct()
            .toList());
  }

  @Override
  public double position(Value value) {
    int index = names.indexOf(value.text());
    return index < 0 ? Double.NaN : index;
  }

  @Override
  public double low() {
    return -0.5;
  }

  @Override
  public double high() {
    return names.size() - 0.5;
  }

  @Override
  public List<Mark> marks(int atMost) {
    return IntStream.range(0, names.size())
        .mapToObj(index -> new Mark(index, names.get(index)))
        .toList();
  }
}
