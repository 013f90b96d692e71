package id.antar.gateway.stream;

import static id.antar.gateway.testing.Samples.NOODLE_BAR;
import static id.antar.gateway.testing.Samples.NOON;
import static id.antar.gateway.testing.Samples.ORDER;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.antar.api.message.Actor.Role;
import id.antar.api.order.OrderEvent.OrderReady;
import id.antar.api.order.OrderEvent.OrderSubmitted;
import id.antar.gateway.stream.fact.FactFeed;
import id.antar.gateway.stream.hub.StreamHub;
import id.antar.gateway.testing.GatewayTest;
import id.antar.gateway.testing.Listener;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// A client that has stopped reading, on a real socket with real buffers.
class SlowReaderTest extends GatewayTest {

  private static final String BOARD = "{\"type\":\"subscribe\",\"topic\":\"board\"}";
  private static final int FACTS = 3_000;
  private static final int SMALL_BUFFER = 4_096;

  @Autowired private FactFeed facts;
  @Autowired private StreamHub hub;
  @Autowired private MeterRegistry meters;

  @Test
  void whoDoesNotReadIsClosedAndTheOthersMissNothing() throws IOException {
    facts.on(store.add(new OrderSubmitted(ORDER, NOODLE_BAR, NOON, NOON)));
    int before = hub.connectionCount();
    double closedBefore = closed("too-slow");
    try (Listener quick = Listener.connect(port, token(Role.OPERATOR, "olga"), "antar.v1.json");
        Socket slow = connect(token(Role.OPERATOR, "otto"))) {
      quick.send(BOARD);
      quick.awaitText("subscribed");
      slow.getOutputStream().write(masked(BOARD));
      await().until(() -> hub.subscriptionCount() >= 2);

      for (int i = 0; i < FACTS; i++) {
        facts.on(store.add(new OrderReady(ORDER, NOON)));
      }

      await()
          .atMost(Duration.ofSeconds(20))
          .until(() ->
              quick.texts().stream().filter(it -> it.contains("OrderReady")).count() == FACTS);
      await().until(() -> closed("too-slow") == closedBefore + 1);
      await().atMost(Duration.ofSeconds(10)).until(() -> hub.connectionCount() == before + 1);
      assertThat(slow.isClosed()).isFalse();
    }
  }

  private double closed(String reason) {
    return meters.counter("antar.stream.closed", "reason", reason).count();
  }

  private Socket connect(String token) throws IOException {
    var socket = new Socket();
    socket.setReceiveBufferSize(SMALL_BUFFER);
    socket.connect(new InetSocketAddress("localhost", port));
    String request =
        """
        GET /v1/stream HTTP/1.1
        Host: localhost
        Authorization: Bearer %s
        Connection: Upgrade
        Upgrade: websocket
        Sec-WebSocket-Version: 13
        Sec-WebSocket-Key: %s

        """
            .formatted(token, Base64.getEncoder().encodeToString(new byte[16]))
            .replace("\n", "\r\n");
    socket.getOutputStream().write(request.getBytes(US_ASCII));
    awaitUpgrade(socket);
    return socket;
  }

  private static void awaitUpgrade(Socket socket) throws IOException {
    var answer = new StringBuilder();
    while (answer.indexOf("\r\n\r\n") < 0) {
      answer.append((char) socket.getInputStream().read());
    }
    assertThat(answer).startsWith("HTTP/1.1 101");
  }

  /// A short text frame as a client sends it, with a mask that changes nothing.
  private static byte[] masked(String text) {
    byte[] frame = new byte[6 + text.length()];
    frame[0] = (byte) 0x81;
    frame[1] = (byte) (0x80 | text.length());
    System.arraycopy(text.getBytes(US_ASCII), 0, frame, 6, text.length());
    return frame;
  }
}
