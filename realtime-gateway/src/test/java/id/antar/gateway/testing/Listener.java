package id.antar.gateway.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/// A client at the WebSocket, and all that came to it.
public final class Listener implements WebSocket.Listener, AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final List<String> texts = new CopyOnWriteArrayList<>();
  private final List<byte[]> bytes = new CopyOnWriteArrayList<>();
  private final StringBuilder text = new StringBuilder();
  private final ByteArrayOutputStream part = new ByteArrayOutputStream();
  private @Nullable WebSocket socket;
  private volatile String closed = "";

  private Listener() {}

  public static Listener connect(int port, String token, String protocol) {
    return connectBy(port, "Bearer " + token, protocol);
  }

  public static Listener connectBy(int port, String authorization, String protocol) {
    var listener = new Listener();
    listener.socket =
        HttpClient.newHttpClient()
            .newWebSocketBuilder()
            .header("Authorization", authorization)
            .subprotocols(protocol)
            .buildAsync(URI.create("ws://localhost:" + port + "/v1/stream"), listener)
            .join();
    assertThat(listener.socket.getSubprotocol()).isEqualTo(protocol);
    return listener;
  }

  @Override
  public @Nullable CompletionStage<?> onClose(WebSocket from, int code, String reason) {
    closed = code + " " + reason;
    return null;
  }

  /// By the server, with this code and reason.
  public void awaitClose(String codeAndReason) {
    await().atMost(PATIENCE).untilAsserted(() -> assertThat(closed).isEqualTo(codeAndReason));
  }

  @Override
  public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence data, boolean isLast) {
    text.append(data);
    if (isLast) {
      texts.add(text.toString());
      text.setLength(0);
    }
    from.request(1);
    return null;
  }

  @Override
  public @Nullable CompletionStage<?> onBinary(WebSocket from, ByteBuffer data, boolean isLast) {
    byte[] some = new byte[data.remaining()];
    data.get(some);
    part.writeBytes(some);
    if (isLast) {
      bytes.add(part.toByteArray());
      part.reset();
    }
    from.request(1);
    return null;
  }

  public void send(String frame) {
    socket().sendText(frame, true).join();
  }

  public void sendBytes(byte[] frame) {
    socket().sendBinary(ByteBuffer.wrap(frame), true).join();
  }

  /// Whether the server has closed the stream.
  public boolean isOver() {
    return socket().isInputClosed();
  }

  public List<String> texts() {
    return texts;
  }

  public List<byte[]> bytes() {
    return bytes;
  }

  /// Until there is a text that has all these parts.
  public void awaitText(String... parts) {
    await()
        .atMost(PATIENCE)
        .untilAsserted(() ->
            assertThat(texts).anyMatch(frame -> List.of(parts).stream().allMatch(frame::contains)));
  }

  /// Until there are more binary frames than that.
  public byte[] awaitBytes(int index) {
    await().atMost(PATIENCE).until(() -> bytes.size() > index);
    return bytes.get(index);
  }

  @Override
  public void close() {
    if (!socket().isOutputClosed()) {
      socket().sendClose(1000, "").join();
    }
  }

  private WebSocket socket() {
    return Objects.requireNonNull(socket);
  }
}
