package org.provdl.server;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** A connection on which anything may be sent, at any pace. */
final class Wire implements AutoCloseable {

  private final Socket socket;
  private final InputStream answers;

  Wire(ProvenanceServer server) throws IOException {
    socket = new Socket(InetAddress.getLoopbackAddress(), server.uri().getPort());
    socket.setTcpNoDelay(true);
    answers = new BufferedInputStream(socket.getInputStream());
  }

  /** What came back. */
  record Answer(int status, Map<String, String> headers, String body) {}

  /** Sends the head of an append. */
  Wire append(String... headers) throws IOException {
    return send(
        "POST /provdl/append HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/n-quads\r\n"
            + String.join("\r\n", headers)
            + "\r\n\r\n");
  }

  Wire send(String text) throws IOException {
    return send(text.getBytes(UTF_8));
  }

  Wire send(byte[] bytes) throws IOException {
    socket.getOutputStream().write(bytes);
    return this;
  }

  /** Sends a part of a chunked body. */
  Wire chunk(String text) throws IOException {
    byte[] bytes = text.getBytes(UTF_8);
    return send(Integer.toHexString(bytes.length) + "\r\n").send(bytes).send("\r\n");
  }

  /** Sends nothing more, but listens. */
  Wire end() throws IOException {
    socket.shutdownOutput();
    return this;
  }

  /** Breaks off without a word. */
  void reset() throws IOException {
    socket.setSoLinger(true, 0);
    socket.close();
  }

  boolean hasAnswer() throws IOException {
    return answers.available() > 0;
  }

  Answer answer() throws IOException {
    int status = Integer.parseInt(line().substring("HTTP/1.1 ".length()).substring(0, 3));
    Map<String, String> headers = new TreeMap<>();
    for (String line = line(); !line.isEmpty(); line = line()) {
      int colon = line.indexOf(':');
      headers.merge(
          line.substring(0, colon).toLowerCase(Locale.ROOT),
          line.substring(colon + 1).strip(),
          (one, other) -> one + ", " + other);
    }
    int length = Integer.parseInt(headers.getOrDefault("content-length", "0"));
    return new Answer(status, headers, new String(answers.readNBytes(length), UTF_8));
  }

  /** Whether the server has closed its side, after all that it had to say. */
  boolean isClosed() throws IOException {
    return answers.read() < 0;
  }

  private String line() throws IOException {
    StringBuilder line = new StringBuilder();
    for (int next = answers.read(); next != '\n'; next = answers.read()) {
      if (next < 0) {
        throw new EOFException("closed after '" + line + "'");
      }
      line.append(new String(new byte[] {(byte) next}, US_ASCII));
    }
    return line.toString().strip();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
