package org.provdl.server;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import org.apache.jena.query.QueryCancelledException;
import org.apache.jena.web.HttpSC;

/** A response whose body is kept, so that whoever writes it never waits for the client. */
final class SpooledResponse extends HttpServletResponseWrapper {

  private final SpooledBody body;
  private boolean answering;

  SpooledResponse(HttpServletResponse response, SpooledBody body) {
    super(response);
    this.body = body;
  }

  /**
   * An error begins anew, so that nothing of the answer is before it.
   *
   * @throws QueryCancelledException where Fuseki would break off an answer, as it has sent a part
   *     of it elsewhere
   */
  @Override
  public void setStatus(int status) {
    if (answering && status == HttpSC.BAD_REQUEST_400) {
      answering = false;
      throw new QueryCancelledException();
    }
    answering = status == HttpSC.OK_200;
    if (status >= HttpSC.BAD_REQUEST_400) {
      body.clear();
    }
    super.setStatus(status);
  }

  @Override
  public void sendError(int status) {
    setStatus(status);
  }

  @Override
  public void sendError(int status, String message) throws IOException {
    setStatus(status);
    setContentType("text/plain;charset=utf-8");
    getOutputStream().print(message);
  }

  @Override
  public ServletOutputStream getOutputStream() {
    return new ServletOutputStream() {
      @Override
      public boolean isReady() {
        return true;
      }

      @Override
      public void setWriteListener(WriteListener listener) {
        throw new UnsupportedOperationException();
      }

      @Override
      public void write(int value) throws IOException {
        body.write(value);
      }

      @Override
      public void write(byte[] bytes, int offset, int length) throws IOException {
        body.write(bytes, offset, length);
      }

      /** Of any language, unlike the one of the servlets. */
      @Override
      public void print(String text) throws IOException {
        body.write(text.getBytes(StandardCharsets.UTF_8));
      }
    };
  }

  @Override
  public PrintWriter getWriter() {
    return new PrintWriter(new OutputStreamWriter(getOutputStream(), StandardCharsets.UTF_8), true);
  }

  /** Known at the end. */
  @Override
  public void setContentLength(int length) {}

  @Override
  public void setContentLengthLong(long length) {}

  @Override
  public void flushBuffer() {}

  @Override
  public void resetBuffer() {
    body.clear();
  }
}
