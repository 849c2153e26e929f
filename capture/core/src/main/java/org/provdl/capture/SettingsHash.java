package org.provdl.capture;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Locale;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The hash of the settings that a run started with, in any order: the same for runs that differ in
 * their seeds alone.
 */
final class SettingsHash {

  private static final String SEED = "seed";

  private final SortedSet<String> lines = new TreeSet<>();

  void add(Setting setting) {
    if (!setting.hyperparameter().toLowerCase(Locale.ROOT).endsWith(SEED)) {
      Object scope =
          setting.layer().isPresent() ? Long.valueOf(setting.layer().getAsInt()) : "model";
      lines.add(
          ListLiterals.ofValues(
                  List.of(setting.hyperparameter(), scope, canonical(setting.value())))
              .getLiteralLexicalForm());
    }
  }

  /** Null where no setting was added that is not a seed. */
  @Nullable String sha256() {
    return lines.isEmpty() ? null : Sha256.of(String.join("\n", lines));
  }

  /** Numbers of any type are the same when they are equal. */
  private static Object canonical(Object value) {
    if (value instanceof Long || value instanceof BigInteger) {
      return new BigDecimal(value.toString());
    }
    boolean finite = value instanceof Double number && Double.isFinite(number);
    return finite ? new BigDecimal(value.toString()) : value;
  }
}
