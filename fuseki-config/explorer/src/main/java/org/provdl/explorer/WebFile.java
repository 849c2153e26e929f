package org.provdl.explorer;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.GZIPOutputStream;

/** One file of the page, in memory, plain and packed. */
final class WebFile {

  /** A browser asks each time whether it has changed. */
  static final String REVALIDATED = "no-cache";

  /** For addresses with a version in them. */
  static final String IMMUTABLE = "public, max-age=31536000, immutable";

  private final byte[] content;
  private final byte[] packed;
  private final String mediaType;
  private final String tag;
  private final String cache;

  /**
   * Holds a file.
   *
   * @param cache for how long a browser may use it without asking
   */
  WebFile(byte[] content, String mediaType, String cache) {
    this.content = content;
    this.packed = gzip(content);
    this.mediaType = mediaType;
    this.tag = "\"" + Sha256.base64(content) + "\"";
    this.cache = cache;
  }

  void send(HttpServletRequest request, HttpServletResponse response) throws IOException {
    response.setHeader("ETag", tag);
    response.setHeader("Cache-Control", cache);
    response.setHeader("Vary", "Accept-Encoding");
    String known = request.getHeader("If-None-Match");
    if (known != null && (known.contains(tag) || known.equals("*"))) {
      response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
      return;
    }
    String encodings = request.getHeader("Accept-Encoding");
    boolean pack = encodings != null && encodings.contains("gzip");
    if (pack) {
      response.setHeader("Content-Encoding", "gzip");
    }
    byte[] body = pack ? packed : content;
    response.setContentType(mediaType);
    response.setContentLength(body.length);
    if (!request.getMethod().equals("HEAD")) {
      response.getOutputStream().write(body);
    }
  }

  private static byte[] gzip(byte[] content) {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
      out.write(content);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return packed.toByteArray();
  }
}
