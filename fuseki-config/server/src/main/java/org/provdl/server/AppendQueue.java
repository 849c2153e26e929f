package org.provdl.server;

import java.time.Duration;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.QoSHandler;
import org.eclipse.jetty.util.Callback;

/**
 * Lets a few appends be in work at a time, in the order in which they arrived, and holds no threads
 * for those that wait. Who waits for too long is asked to come again.
 *
 * <p>The quads of a body of a megabyte can take hundreds in memory.
 */
final class AppendQueue extends QoSHandler {

  /** One is parsed while another is written; the store has one writer. */
  static final int IN_WORK = 2;

  private static final int UNLIMITED = -1;

  /**
   * Guards an endpoint.
   *
   * @param wait how long an append may wait for its turn
   */
  AppendQueue(String path, Duration wait) {
    includePath(path);
    setMaxRequestCount(IN_WORK);
    setMaxSuspendedRequestCount(UNLIMITED);
    setMaxSuspend(wait);
  }

  @Override
  protected void failSuspended(
      Request request, Response response, Callback callback, int status, Throwable failure) {
    if (status == HttpStatus.SERVICE_UNAVAILABLE_503) {
      Refusal.busy().answer(request, response, callback);
    } else {
      super.failSuspended(request, response, callback, status, failure);
    }
  }
}
