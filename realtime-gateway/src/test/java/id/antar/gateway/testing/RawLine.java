package id.antar.gateway.testing;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketException;

/// A client that sends whatever bytes a test wants, as slowly as it wants.
public final class RawLine implements AutoCloseable {

  private static final int WITHIN_MILLIS = 20_000;

  private final Socket socket;

  public RawLine(int port) throws IOException {
    socket = new Socket("localhost", port);
    socket.setSoTimeout(WITHIN_MILLIS);
    socket.setTcpNoDelay(true);
  }

  /// @param status 0 if the line was closed without one
  public record Answer(int status, String text) {

    static Answer of(String text) {
      return new Answer(
          text.startsWith("HTTP/1.1 ") ? Integer.parseInt(text.substring(9, 12)) : 0, text);
    }
  }

  /// One request on a line of its own, which closes after it.
  public static Answer ask(int port, String method, String path, String headers, String body)
      throws IOException {
    try (var line = new RawLine(port)) {
      line.send(
          "%s %s HTTP/1.1\r\nHost: localhost:%d\r\nConnection: close\r\n%sContent-Length: %d\r\n\r\n%s"
              .formatted(method, path, port, headers, body.getBytes(ISO_8859_1).length, body));
      return line.readToEnd();
    }
  }

  public void send(String bytes) throws IOException {
    socket.getOutputStream().write(bytes.getBytes(ISO_8859_1));
  }

  /// Whether one more byte can be sent to somebody who still listens.
  public boolean canSend(String bytes) {
    try {
      send(bytes);
      return true;
    } catch (IOException _) {
      return false;
    }
  }

  /// Everything until the server closes the line.
  public Answer readToEnd() throws IOException {
    var text = new StringBuilder();
    InputStream in = socket.getInputStream();
    try {
      for (int read = in.read(); read >= 0; read = in.read()) {
        text.append((char) read);
      }
    } catch (SocketException _) {
      // Reset: closed as well.
    }
    return Answer.of(text.toString());
  }

  /// The head of an answer, while the line stays open.
  public Answer readHead() throws IOException {
    var text = new StringBuilder();
    InputStream in = socket.getInputStream();
    while (text.indexOf("\r\n\r\n") < 0) {
      int read = in.read();
      if (read < 0) {
        break;
      }
      text.append((char) read);
    }
    return Answer.of(text.toString());
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
