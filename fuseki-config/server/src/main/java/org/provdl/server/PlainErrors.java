package org.provdl.server;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.apache.jena.fuseki.main.sys.FusekiErrorHandler;
import org.eclipse.jetty.http.MimeTypes;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/**
 * Errors as strangers should see them: a status and a reason, never a stack trace. People with a
 * browser see a page, from which they can try again.
 */
final class PlainErrors extends FusekiErrorHandler {

  private static final String PAGE = MimeTypes.Type.TEXT_HTML.asString();
  private static final String TEXT = MimeTypes.Type.TEXT_PLAIN.asString();

  /** What programs take that do not care. */
  private static final Set<String> ANYTHING = Set.of("*/*", "text/*");

  private final Pages pages;

  PlainErrors(Pages pages) {
    this.pages = pages;
    setDefaultResponseMimeType(TEXT);
    setShowStacks(false);
    setShowCauses(false);
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    SecurityHeaders.add(response.getHeaders()); // also where a request was not understood
    return super.handle(request, response, callback);
  }

  /** Whoever deletes or puts something is told why not, too. */
  @Override
  public boolean errorPageForMethod(String method) {
    return true;
  }

  @Override
  protected boolean generateAcceptableResponse(
      Request request,
      Response response,
      Callback callback,
      String contentType,
      List<Charset> charsets,
      int code,
      @Nullable String message,
      @Nullable Throwable cause)
      throws IOException {
    if (contentType.equals(PAGE)) {
      response.getHeaders().put("Content-Security-Policy", pages.contentSecurityPolicy());
    }
    String type = ANYTHING.contains(contentType) ? TEXT : contentType;
    return super.generateAcceptableResponse(
        request, response, callback, type, charsets, code, message, cause);
  }

  @Override
  protected void writeErrorHtml(
      Request request,
      Writer writer,
      Charset charset,
      int code,
      @Nullable String message,
      @Nullable Throwable cause)
      throws IOException {
    ByteArrayOutputStream page = new ByteArrayOutputStream();
    Problem problem = Problem.of(code, Objects.requireNonNullElse(message, ""));
    pages.problem(problem).body().accept(page);
    writer.write(page.toString(StandardCharsets.UTF_8));
  }
}
