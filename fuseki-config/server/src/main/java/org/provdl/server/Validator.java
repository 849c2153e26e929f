package org.provdl.server;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Collections;
import java.util.stream.Stream;
import org.apache.commons.codec.digest.DigestUtils;
import org.apache.jena.web.HttpSC;
import org.jspecify.annotations.Nullable;

/**
 * Tells an answer from the one that a client has already: by the hash of its bytes. Nothing else
 * would be sound: a run that has ended may still be told more, and the store keeps no time of its
 * last change.
 *
 * @param tag null for what is no answer, such as a problem
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9110#name-etag">RFC 9110, ETag</a>
 */
record Validator(@Nullable String tag) {

  static Validator of(Answer answer, BoundedBody body) {
    if (answer.status() != HttpSC.OK_200) {
      return new Validator(null);
    }
    try (InputStream bytes = body.toInputStream()) {
      return new Validator('"' + DigestUtils.sha256Hex(bytes) + '"');
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  /** Sends it, and says so without a body if the client has the answer. */
  boolean isKnownTo(HttpServletRequest request, HttpServletResponse response) {
    if (tag == null || request.getMethod().equals("OPTIONS")) {
      return false;
    }
    response.setHeader("ETag", tag);
    boolean known =
        Collections.list(request.getHeaders("If-None-Match")).stream()
            .flatMap(tags -> Arrays.stream(tags.split(",", -1)))
            .flatMap(text -> Stream.of(text.strip()))
            .anyMatch(given -> given.equals("*") || given.replaceFirst("^W/", "").equals(tag));
    if (known) {
      response.setStatus(HttpSC.NOT_MODIFIED_304);
      response.setContentLength(-1);
      response.setContentType(null);
    }
    return known;
  }
}
