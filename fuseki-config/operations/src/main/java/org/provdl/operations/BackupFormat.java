package org.provdl.operations;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;

/** The first and the last line of a backup. */
final class BackupFormat {

  static final int VERSION = 1;

  static final Pattern FIRST_LINE =
      Pattern.compile("# PROV-DL backup ([0-9]{1,6}), store format ([0-9]{1,6})");

  static final Pattern LAST_LINE =
      Pattern.compile("# ([0-9]{1,18}) graphs, ([0-9]{1,18}) quads, sha256 ([0-9a-f]{64})");

  private BackupFormat() {}

  static String firstLine(int storeFormat) {
    return "# PROV-DL backup %d, store format %d\n".formatted(VERSION, storeFormat);
  }

  static String lastLine(Backup.Summary summary, MessageDigest digest) {
    return "# %d graphs, %d quads, sha256 %s\n"
        .formatted(summary.graphs(), summary.quads(), hexadecimal(digest));
  }

  static String hexadecimal(MessageDigest digest) {
    return HexFormat.of().formatHex(digest.digest());
  }

  static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
