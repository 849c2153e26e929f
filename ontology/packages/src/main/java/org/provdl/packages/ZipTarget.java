package org.provdl.packages;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A crate as a zip file, in which all files are of one time. */
final class ZipTarget implements CrateTarget {

  private final ZipOutputStream zip;
  private final FileTime time;

  ZipTarget(OutputStream out, Instant time) {
    zip = new ZipOutputStream(out);
    this.time = FileTime.from(time);
  }

  @Override
  public void add(String name, Content content) throws IOException {
    ZipEntry entry = new ZipEntry(name);
    entry.setLastModifiedTime(time);
    zip.putNextEntry(entry);
    content.writeTo(new Open(zip));
    zip.closeEntry();
  }

  @Override
  public void close() throws IOException {
    zip.close();
  }

  /** Writers that close what they write to end an entry, not the file. */
  private static final class Open extends FilterOutputStream {

    Open(OutputStream out) {
      super(out);
    }

    @Override
    public void write(byte[] octets, int from, int length) throws IOException {
      out.write(octets, from, length);
    }

    @Override
    public void close() throws IOException {
      flush();
    }
  }
}
