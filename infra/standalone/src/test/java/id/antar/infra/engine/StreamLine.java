package id.antar.infra.engine;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// One connection to a stream, as bare as a line that can be torn at any moment.
abstract sealed class StreamLine implements AutoCloseable {

  /// @param id the cursor to go on from, where it is told beside the message
  record Message(String json, @Nullable String id) {}

  private final Socket socket;
  final DataInputStream in;

  private StreamLine(int port) throws IOException {
    socket = new Socket(InetAddress.getLoopbackAddress(), port);
    socket.setTcpNoDelay(true);
    in = new DataInputStream(new BufferedInputStream(socket.getInputStream()));
  }

  static StreamLine webSocket(int port, String token) throws IOException {
    return new WebSocketLine(port, token);
  }

  static StreamLine events(int port, String path, @Nullable String lastId) throws IOException {
    return new EventLine(port, path, lastId);
  }

  /// The status of the answer.
  abstract int open() throws IOException;

  abstract void send(String text) throws IOException;

  abstract Message next() throws IOException;

  /// How long a read may take from now on.
  void expire(Duration patience) throws IOException {
    socket.setSoTimeout((int) Math.max(1, patience.toMillis()));
  }

  /// Without a word of goodbye.
  @Override
  public void close() throws IOException {
    socket.setSoLinger(true, 0);
    socket.close();
  }

  int ask(String head) throws IOException {
    write((head + "\r\nHost: localhost\r\n\r\n").getBytes(ISO_8859_1));
    int status = Integer.parseInt(line().split(" ")[1]);
    while (!line().isEmpty()) {
      // Headers say nothing of interest.
    }
    return status;
  }

  void write(byte[] bytes) throws IOException {
    socket.getOutputStream().write(bytes);
  }

  String line() throws IOException {
    var line = new ByteArrayOutputStream();
    for (int b = in.read(); b != '\n'; b = in.read()) {
      if (b < 0) {
        throw new EOFException();
      }
      line.write(b);
    }
    return line.toString(UTF_8).strip();
  }

  private static final class WebSocketLine extends StreamLine {
    private static final int TEXT = 1;
    private static final int CLOSE = 8;
    private final String token;

    WebSocketLine(int port, String token) throws IOException {
      super(port);
      this.token = token;
    }

    @Override
    int open() throws IOException {
      return ask(
          "GET /v1/stream HTTP/1.1\r\nAuthorization: Bearer "
              + token
              + "\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13"
              + "\r\nSec-WebSocket-Key: MDEyMzQ1Njc4OWFiY2RlZg==");
    }

    @Override
    void send(String text) throws IOException {
      byte[] bytes = text.getBytes(UTF_8);
      var frame = new ByteArrayOutputStream();
      frame.write(0x81);
      if (bytes.length < 126) {
        frame.write(0x80 | bytes.length);
      } else {
        frame.write(0x80 | 126);
        frame.write(bytes.length >> 8);
        frame.write(bytes.length);
      }
      frame.write(new byte[4]);
      frame.write(bytes);
      write(frame.toByteArray());
    }

    @Override
    Message next() throws IOException {
      while (true) {
        int opcode = in.readUnsignedByte() & 0x0f;
        int length = in.readUnsignedByte() & 0x7f;
        long size = length < 126 ? length : length == 126 ? in.readUnsignedShort() : in.readLong();
        byte[] payload = in.readNBytes((int) size);
        if (payload.length < size || opcode == CLOSE) {
          throw new EOFException(farewell(payload));
        }
        if (opcode == TEXT) {
          return new Message(new String(payload, UTF_8), null);
        }
      }
    }
  }

  /// A close frame's code and reason.
  private static String farewell(byte[] payload) {
    return payload.length < 2
        ? ""
        : ((payload[0] & 0xff) << 8 | (payload[1] & 0xff))
            + " "
            + new String(payload, 2, payload.length - 2, UTF_8);
  }

  private static final class EventLine extends StreamLine {
    private final String path;
    private final @Nullable String lastId;

    EventLine(int port, String path, @Nullable String lastId) throws IOException {
      super(port);
      this.path = path;
      this.lastId = lastId;
    }

    @Override
    int open() throws IOException {
      String resume = lastId == null ? "" : "\r\nLast-Event-ID: " + lastId;
      return ask("GET " + path + " HTTP/1.1\r\nAccept: text/event-stream" + resume);
    }

    @Override
    void send(String text) {
      throw new UnsupportedOperationException();
    }

    /// Each event is one chunk of the answer.
    @Override
    Message next() throws IOException {
      String json = "";
      String id = null;
      String line = "?";
      while (!line.isEmpty() || json.isEmpty()) {
        line = line();
        if (line.startsWith("data:")) {
          json = line.substring("data:".length());
        } else if (line.startsWith("id:")) {
          id = line.substring("id:".length());
        }
      }
      return new Message(json, id);
    }
  }
}
