package id.antar.load.client;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;

/// As much of a gateway as streams and calls need: it gives out tokens, tells the time, answers
/// orders, and has WebSockets that can be told things, closed and broken. What it says to a
/// `subscribe` is up to the test.
final class FakeGateway implements AutoCloseable {

  private static final String MAGIC = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";

  /// What follows from a frame of a client: texts to answer with.
  final BiFunction<FakeGateway, String, List<String>> replies;

  final List<String> heard = new CopyOnWriteArrayList<>();
  final List<String> keys = new CopyOnWriteArrayList<>();
  final List<Line> lines = new CopyOnWriteArrayList<>();

  /// To orders; another status than 201 comes with a `Retry-After` of an hour.
  volatile int status = 201;

  /// Of handshakes.
  volatile boolean refuses;

  /// How many it has refused.
  final AtomicInteger refused = new AtomicInteger();

  private final List<Socket> sockets = new CopyOnWriteArrayList<>();
  private final ServerSocket server;
  private final int port;

  FakeGateway(BiFunction<FakeGateway, String, List<String>> replies) {
    this(0, replies);
  }

  FakeGateway(int port, BiFunction<FakeGateway, String, List<String>> replies) {
    this.replies = replies;
    try {
      server = new ServerSocket();
      server.setReuseAddress(true);
      server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    this.port = server.getLocalPort();
    Thread.ofVirtual().start(this::accept);
  }

  /// One WebSocket.
  static final class Line {
    private final OutputStream out;

    Line(Socket socket) throws IOException {
      this.out = socket.getOutputStream();
    }

    synchronized void tell(String text) {
      frame(0x81, text.getBytes(UTF_8));
    }

    synchronized void close(int code) {
      frame(0x88, ByteBuffer.allocate(2).putShort((short) code).array());
    }

    private void frame(int head, byte[] bytes) {
      var frame = new ByteArrayOutputStream();
      frame.write(head);
      if (bytes.length < 126) {
        frame.write(bytes.length);
      } else {
        frame.write(126);
        frame.write(bytes.length >> 8);
        frame.write(bytes.length);
      }
      frame.writeBytes(bytes);
      try {
        out.write(frame.toByteArray());
        out.flush();
      } catch (IOException _) {
        // Its client is gone.
      }
    }
  }

  URI url() {
    return URI.create("http://127.0.0.1:" + port);
  }

  int port() {
    return port;
  }

  /// To all who are connected.
  void tell(String text) {
    lines.forEach(line -> line.tell(text));
  }

  /// As a process that is killed.
  @Override
  public void close() {
    try {
      server.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    sockets.forEach(FakeGateway::tear);
  }

  private static void tear(Socket socket) {
    try (socket) {
      socket.setSoLinger(true, 0);
    } catch (IOException _) {
      // Its client was quicker.
    }
  }

  private void accept() {
    try {
      while (true) {
        Socket socket = server.accept();
        sockets.add(socket);
        Thread.ofVirtual().start(() -> serve(socket));
      }
    } catch (IOException _) {
      // Closed.
    }
  }

  private void serve(Socket socket) {
    try (socket) {
      var in = new DataInputStream(new BufferedInputStream(socket.getInputStream()));
      while (true) {
        String request = line(in);
        Map<String, String> headers = headers(in);
        if (headers.containsKey("sec-websocket-key")) {
          talk(socket, in, headers);
          return;
        }
        in.readNBytes(Integer.parseInt(headers.getOrDefault("content-length", "0")));
        answer(socket, request, headers);
      }
    } catch (IOException _) {
      // Its client is gone.
    }
  }

  private void answer(Socket socket, String request, Map<String, String> headers)
      throws IOException {
    String body = "{\"now\":\"2026-11-21T10:00:00Z\",\"speed\":1}";
    int code = 200;
    if (request.contains("/v1/auth/tokens")) {
      body = "{\"accessToken\":\"t\"}";
    } else if (request.contains("/v1/orders")) {
      keys.add(String.valueOf(headers.get("idempotency-key")));
      body = "{}";
      code = status;
    }
    write(
        socket,
        "HTTP/1.1 %d X\r\nContent-Length: %d\r\n%s\r\n%s"
            .formatted(code, body.length(), code < 400 ? "" : "Retry-After: 3600\r\n", body));
  }

  private void talk(Socket socket, DataInputStream in, Map<String, String> headers)
      throws IOException {
    if (refuses) {
      var _ = refused.incrementAndGet();
      write(socket, "HTTP/1.1 503 X\r\nContent-Length: 0\r\n\r\n");
      return;
    }
    write(
        socket,
        "HTTP/1.1 101 X\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: "
            + accept(String.valueOf(headers.get("sec-websocket-key")))
            + "\r\n\r\n");
    Line line = new Line(socket);
    lines.add(line);
    while (true) {
      int kind = in.readUnsignedByte() & 0x0F;
      int length = in.readUnsignedByte() & 0x7F;
      length = length == 126 ? in.readUnsignedShort() : length;
      byte[] mask = in.readNBytes(4);
      byte[] bytes = in.readNBytes(length);
      for (int i = 0; i < bytes.length; i++) {
        bytes[i] ^= mask[i % 4];
      }
      if (kind == 8) {
        return;
      }
      String text = new String(bytes, UTF_8);
      heard.add(text);
      replies.apply(this, text).forEach(line::tell);
    }
  }

  private static void write(Socket socket, String text) throws IOException {
    socket.getOutputStream().write(text.getBytes(UTF_8));
    socket.getOutputStream().flush();
  }

  private static String accept(String key) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-1").digest((key + MAGIC).getBytes(ISO_8859_1));
      return Base64.getEncoder().encodeToString(hash);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Map<String, String> headers(DataInputStream in) throws IOException {
    Map<String, String> headers = new TreeMap<>();
    for (String line = line(in); !line.isEmpty(); line = line(in)) {
      int colon = line.indexOf(':');
      headers.put(
          line.substring(0, colon).toLowerCase(Locale.ROOT), line.substring(colon + 1).strip());
    }
    return headers;
  }

  private static String line(DataInputStream in) throws IOException {
    var line = new ByteArrayOutputStream();
    for (int next = in.readUnsignedByte(); next != '\n'; next = in.readUnsignedByte()) {
      line.write(next);
    }
    return line.toString(ISO_8859_1).strip();
  }
}
