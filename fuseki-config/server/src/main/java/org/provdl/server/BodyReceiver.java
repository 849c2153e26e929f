package org.provdl.server;

import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.EagerContentHandler.ContentLoader;
import org.eclipse.jetty.server.handler.EagerContentHandler.ContentLoaderFactory;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/**
 * Lets requests pass as soon as their body is there, to its end.
 *
 * <p>Fuseki reads bodies as they come, and its threads and the store's wait meanwhile: a client
 * that sends slowly, or stops in the middle, would hold them. Here it holds nothing but the bytes
 * that it has sent, for a bounded time, and a bounded number for all clients together.
 */
final class BodyReceiver implements ContentLoaderFactory {

  private final Limits limits;
  private final AtomicLong held = new AtomicLong();

  BodyReceiver(Limits limits) {
    this.limits = limits;
  }

  /** All types. */
  @Override
  public @Nullable String getApplicableMimeType() {
    return null;
  }

  @Override
  public ContentLoader newContentLoader(
      String contentType,
      String mimeType,
      Handler handler,
      Request request,
      Response response,
      Callback callback) {
    return new Reception(limits, held, handler, request, response, callback);
  }
}
