package id.antar.load.fanout.wire;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/// The server's answer to an [Upgrade].
final class Handshake {

  private static final String END = "\r\n\r\n";

  private Handshake() {}

  static boolean isWhole(ByteBuffer in) {
    return text(in).contains(END);
  }

  /// Moves the position behind the answer.
  static void requireSwitched(ByteBuffer in) throws IOException {
    String text = text(in);
    if (!text.startsWith("HTTP/1.1 101")) {
      throw new IOException("No WebSocket: " + text.replace("\r\n", " | "));
    }
    in.position(in.position() + text.indexOf(END) + END.length());
  }

  private static String text(ByteBuffer in) {
    byte[] bytes = new byte[Math.min(in.remaining(), 4096)];
    in.get(in.position(), bytes);
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }
}
