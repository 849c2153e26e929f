package org.provdl.trackers;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** YAML files that hold one mapping, read as plain values: no objects, no aliases that multiply. */
final class Yaml {

  private static final int MOST_BYTES = 1 << 20;
  private static final LoadSettings SETTINGS =
      LoadSettings.builder()
          .setCodePointLimit(MOST_BYTES)
          .setMaxAliasesForCollections(0)
          .setAllowDuplicateKeys(false)
          .setUseMarks(true)
          .build();

  private Yaml() {}

  static Map<String, Object> mapping(Path file) {
    Object content;
    try {
      content = new Load(SETTINGS).loadFromString(BoundedFiles.text(file, MOST_BYTES));
    } catch (YamlEngineException | StackOverflowError e) {
      throw new UnreadableSourceException("%s is not YAML: %s".formatted(file, e), e);
    }
    if (!(content instanceof Map<?, ?> map)) {
      throw new UnreadableSourceException("%s holds no mapping".formatted(file));
    }
    Map<String, Object> mapping = new HashMap<>();
    map.forEach(
        (key, value) -> {
          if (value != null) {
            mapping.put(String.valueOf(key), value);
          }
        });
    return mapping;
  }
}
