package id.antar.load.fanout.wire;

import java.nio.charset.StandardCharsets;
import java.util.Map;

/// The request that opens a WebSocket.
public record Upgrade(String path, Map<String, String> headers) {

  public Upgrade {
    headers = Map.copyOf(headers);
  }

  public static Upgrade to(String path) {
    return new Upgrade(path, Map.of());
  }

  byte[] bytes() {
    var request = new StringBuilder("GET ").append(path).append(" HTTP/1.1\r\nHost: localhost\r\n");
    headers.forEach(
        (name, value) -> request.append(name).append(": ").append(value).append("\r\n"));
    return request
        .append("Upgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\n")
        .append("Sec-WebSocket-Key: YW50YXIgZmFuLW91dCBiZQ==\r\n\r\n")
        .toString()
        .getBytes(StandardCharsets.ISO_8859_1);
  }
}
