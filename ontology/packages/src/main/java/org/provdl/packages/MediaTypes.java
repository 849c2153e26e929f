package org.provdl.packages;

import java.util.Locale;
import java.util.Map;

/** What a file is by the ending of its name. */
final class MediaTypes {

  private static final Map<String, String> BY_ENDING =
      Map.ofEntries(
          Map.entry("csv", "text/csv"),
          Map.entry("tsv", "text/tab-separated-values"),
          Map.entry("txt", "text/plain"),
          Map.entry("json", "application/json"),
          Map.entry("xml", "application/xml"),
          Map.entry("gz", "application/gzip"),
          Map.entry("zip", "application/zip"),
          Map.entry("tar", "application/x-tar"),
          Map.entry("h5", "application/x-hdf5"),
          Map.entry("hdf5", "application/x-hdf5"),
          Map.entry("parquet", "application/vnd.apache.parquet"),
          Map.entry("png", "image/png"),
          Map.entry("jpg", "image/jpeg"),
          Map.entry("jpeg", "image/jpeg"));

  private MediaTypes() {}

  static String of(String name) {
    String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    return BY_ENDING.getOrDefault(ending, "application/octet-stream");
  }
}
