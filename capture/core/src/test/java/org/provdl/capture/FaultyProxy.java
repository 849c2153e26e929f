package org.provdl.capture;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Stands between a client and a server, on real sockets, and does to the next requests what it is
 * told; what it is not told of passes. Each connection carries one request.
 */
public final class FaultyProxy implements AutoCloseable {

  /** What happens to one request. */
  public interface Fault {
    void to(Request request) throws Exception;
  }

  private final ServerSocket socket;
  private final URI server;
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private final Queue<Fault> faults = new ConcurrentLinkedQueue<>();
  private final List<Request> requests = new CopyOnWriteArrayList<>();
  private volatile Fault otherwise = pass();

  /** A proxy that hands on to a server, wherever a request wants to go. */
  public FaultyProxy(URI server) {
    this.server = server;
    try {
      socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    start(this::accept);
  }

  int port() {
    return socket.getLocalPort();
  }

  /** The address of the server, by way of this proxy. */
  public URI uri() {
    return URI.create("http://localhost:" + port() + server.getRawPath());
  }

  /** What happens to the next requests, one each. */
  public FaultyProxy next(Fault... told) {
    faults.addAll(List.of(told));
    return this;
  }

  /** What happens to all other requests, instead of passing. */
  public FaultyProxy otherwise(Fault told) {
    otherwise = told;
    return this;
  }

  /** All requests so far. */
  public List<Request> requests() {
    return requests;
  }

  /** How many faults have not happened yet. */
  public int faultsLeft() {
    return faults.size();
  }

  public static Fault pass() {
    return Request::pass;
  }

  public static Fault slowly(long milliseconds) {
    return request -> {
      Thread.sleep(milliseconds);
      request.pass();
    };
  }

  /** Answers when it has the whole request, which never reaches the server. */
  public static Fault answer(int status, String... headers) {
    return request -> {
      request.client.getInputStream().readNBytes(request.length);
      request.answer(status, headers);
    };
  }

  /** Takes the request and says nothing until the client or this proxy gives up. */
  public static Fault never() {
    return request -> request.client.getInputStream().transferTo(OutputStream.nullOutputStream());
  }

  /** An answer without an end. */
  public static Fault endlessly() {
    return request -> {
      OutputStream answer = request.client.getOutputStream();
      answer.write("HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n".getBytes(ISO_8859_1));
      while (true) {
        answer.write(new byte[1024]);
      }
    };
  }

  /** A status line without an end, a letter at a time. */
  public static Fault trickling() {
    return request -> {
      while (true) {
        request.client.getOutputStream().write('H');
        Thread.sleep(10);
      }
    };
  }

  /** The server gets half of the body, the client no answer. */
  public static Fault cutRequest() {
    return afterHalf(() -> {});
  }

  /** The server gets half of the body; then something happens, and the connection breaks. */
  public static Fault afterHalf(Runnable action) {
    return request -> {
      try (Socket upstream = request.forward(request.length / 2)) {
        Thread.sleep(50); // so that the server is in the middle of it
        action.run();
        reset(upstream);
      }
    };
  }

  /** The server gets the request, the client half of the answer. */
  public static Fault cutAnswer() {
    return request -> {
      try (Socket upstream = request.forward(request.length)) {
        byte[] answer = upstream.getInputStream().readAllBytes();
        request.client.getOutputStream().write(answer, 0, answer.length / 2);
      }
    };
  }

  /** Passes what fits and refuses what is larger. */
  public static Fault atMost(int bytes) {
    return request -> (request.length <= bytes ? pass() : answer(413)).to(request);
  }

  @Override
  public void close() {
    try {
      socket.close();
      for (Socket client : open) {
        client.close();
      }
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private void accept() {
    while (!socket.isClosed()) {
      try {
        Socket client = socket.accept();
        open.add(client);
        start(() -> serve(client));
      } catch (IOException closed) {
        return;
      }
    }
  }

  private void serve(Socket client) {
    try (client) {
      Request request = new Request(client, server);
      requests.add(request);
      Fault fault = faults.poll();
      (fault == null ? otherwise : fault).to(request);
    } catch (Exception broken) {
      // the client sees it too
    } finally {
      open.remove(client);
    }
  }

  /** Makes closing say to the other side that the connection broke. */
  private static void reset(Socket connection) throws IOException {
    connection.setSoLinger(true, 0);
  }

  private static void start(Runnable task) {
    Thread thread = new Thread(task, "faulty-proxy");
    thread.setDaemon(true);
    thread.start();
  }

  /** A request of which only the head has been read. */
  public static final class Request {

    private static final Pattern LENGTH = Pattern.compile("(?i)\ncontent-length: *(\\d+)");

    private final Socket client;
    private final URI server;
    private final String head;
    private final int length;

    private Request(Socket client, URI server) throws IOException {
      this.client = client;
      this.server = server;
      head = readHead(client.getInputStream());
      length =
          LENGTH
              .matcher(head)
              .results()
              .map((MatchResult found) -> Integer.parseInt(found.group(1)))
              .findFirst()
              .orElse(0);
    }

    /** The first line and the headers. */
    String head() {
      return head;
    }

    boolean has(String header) {
      return head.toLowerCase(Locale.ROOT).contains("\r\n" + header.toLowerCase(Locale.ROOT));
    }

    private void pass() throws IOException {
      try (Socket upstream = forward(length)) {
        upstream.getInputStream().transferTo(client.getOutputStream());
      }
    }

    private void answer(int status, String... headers) throws IOException {
      String text = "this is the proxy\n";
      String answer =
          "HTTP/1.1 %d Fault\r\nConnection: close\r\nContent-Length: %d\r\n"
              .formatted(status, text.length());
      for (String header : headers) {
        answer += header + "\r\n";
      }
      client.getOutputStream().write((answer + "\r\n" + text).getBytes(ISO_8859_1));
    }

    private Socket forward(int bytes) throws IOException {
      Socket upstream = new Socket(server.getHost(), server.getPort());
      OutputStream target = upstream.getOutputStream();
      target.write(head.replaceFirst("\r\n", "\r\nConnection: close\r\n").getBytes(ISO_8859_1));
      target.write(client.getInputStream().readNBytes(bytes));
      return upstream;
    }

    private static String readHead(InputStream source) throws IOException {
      ByteArrayOutputStream head = new ByteArrayOutputStream();
      while (!head.toString(ISO_8859_1).endsWith("\r\n\r\n")) {
        int next = source.read();
        if (next < 0) {
          throw new EOFException();
        }
        head.write(next);
      }
      return head.toString(ISO_8859_1);
    }
  }
}
