package org.provdl.capture.dl4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.dataset.api.iterator.DataSetIterator;
import org.provdl.capture.DataReader;
import org.provdl.capture.Preparation;
import org.provdl.capture.Split;

class DataReadersTest {

  private static final ClassLoader LOADER = DataReadersTest.class.getClassLoader();

  /** Nothing to be read. */
  private interface Empty extends ReadableData {
    @Override
    default DataSetIterator open() {
      throw new UnsupportedOperationException();
    }
  }

  private record Everything(
      String text,
      Path path,
      boolean yes,
      byte small,
      short shorter,
      int whole,
      long large,
      float single,
      double number,
      Split split)
      implements Empty {}

  private record Listed(List<String> names) implements Empty {}

  private record Checked(int positive) implements Empty {
    Checked {
      if (positive < 0) {
        throw new IllegalArgumentException("negative");
      }
    }
  }

  private static final class Plain implements Empty {}

  private static final class Needy implements Empty {
    Needy(int any) {
      assertThat(any).isZero();
    }
  }

  @Test
  void aRecordComesBackAsItWas() {
    for (Everything data :
        List.of(
            new Everything(
                "\u6570 \"a\"\n",
                Path.of("a b/c.csv"),
                true,
                (byte) -1,
                (short) 2,
                3,
                Long.MIN_VALUE,
                0.1f,
                1e-300,
                Split.TEST),
            new Everything(
                "",
                Path.of(""),
                false,
                (byte) 0,
                (short) 0,
                0,
                0,
                Float.NEGATIVE_INFINITY,
                Double.POSITIVE_INFINITY,
                Split.TRAINING),
            new Everything(
                "NaN",
                Path.of("INF"),
                false,
                (byte) 0,
                (short) 0,
                0,
                0,
                Float.NaN,
                -0.0,
                Split.VALIDATION))) {
      DataReader reader = asXmlSchemaWritesIt(DataReaders.describe(data));
      assertThat(make(reader)).isEqualTo(data);
      assertThat(DataReaders.paths(data)).containsExactly(data.path());
    }
  }

  /** As numbers are written in a graph. */
  private static DataReader asXmlSchemaWritesIt(DataReader reader) {
    return new DataReader(
        reader.className(),
        reader.parameters().stream()
            .map(
                parameter ->
                    new Preparation.Parameter(
                        parameter.name(),
                        parameter.value() instanceof Double number
                            ? number.toString().replace("Infinity", "INF")
                            : parameter.value().toString()))
            .toList());
  }

  @Test
  void aClassWithoutParametersIsMadeAgain() {
    assertThat(make(DataReaders.describe(new Plain()))).isInstanceOf(Plain.class);
  }

  @Test
  void aPathMayHaveMoved() {
    DataReader reader =
        new DataReader(
            IrisCsv.class.getName(),
            parameters(
                Map.of(
                    "file", "old", "part", "TEST", "batchSize", "5", "ratio", "0.5", "seed", "1")));
    assertThat(make(reader, path -> path.equals("old") ? "new" : path))
        .isEqualTo(new IrisCsv(Path.of("new"), Split.TEST, 5, 0.5, 1));
  }

  @Test
  void whatCannotBeMadeAgainIsRefusedWhenItIsTracked() {
    assertThatThrownBy(() -> DataReaders.describe(new Listed(List.of())))
        .hasMessageContaining("The component names is a java.util.List");
    assertThatThrownBy(() -> DataReaders.describe(new Needy(0)))
        .hasMessageContaining("neither a record nor has a constructor without parameters");
    assertThatThrownBy(() -> DataReaders.describe(() -> new Plain().open()))
        .hasMessageContaining("cannot be made again");
    assertThatThrownBy(() -> DataReaders.describe(new Empty() {}))
        .hasMessageContaining("cannot be made again");
  }

  @Test
  void valuesThatDoNotFitAreRefused() {
    String name = DataReaders.describe(new Checked(1)).className();
    assertThatThrownBy(() -> make(new DataReader(name, List.of())))
        .hasMessage("No value of its component positive is recorded.");
    assertThatThrownBy(() -> make(new DataReader(name, parameters(Map.of("positive", "many")))))
        .hasMessage("Its component positive cannot be \"many\".");
    assertThatThrownBy(() -> make(new DataReader(name, parameters(Map.of("positive", "-1")))))
        .hasMessageContaining("refuses what was recorded")
        .hasMessageContaining("negative");
  }

  private static List<Preparation.Parameter> parameters(Map<String, String> values) {
    return values.entrySet().stream()
        .map(value -> new Preparation.Parameter(value.getKey(), value.getValue()))
        .toList();
  }

  private static ReadableData make(DataReader reader) {
    return make(reader, UnaryOperator.identity());
  }

  private static ReadableData make(DataReader reader, UnaryOperator<String> moved) {
    return DataReaders.make(DataReaders.find(reader, LOADER), reader, moved);
  }
}
