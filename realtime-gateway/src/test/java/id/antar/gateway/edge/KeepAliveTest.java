package id.antar.gateway.edge;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import id.antar.api.message.Actor.Role;
import id.antar.gateway.testing.GatewayTest;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import org.junit.jupiter.api.Test;

class KeepAliveTest extends GatewayTest {

  private static final int WITHIN_MILLIS = 10_000;

  /// An HTTP/1.1 client as terse as they come.
  private final class Line implements AutoCloseable {

    private final Socket socket = new Socket("localhost", port);
    private final BufferedReader answers =
        new BufferedReader(new InputStreamReader(socket.getInputStream(), ISO_8859_1));

    Line() throws IOException {
      socket.setSoTimeout(WITHIN_MILLIS);
    }

    void send(String... requests) throws IOException {
      socket.getOutputStream().write(String.join("", requests).getBytes(ISO_8859_1));
    }

    int status() throws IOException {
      String first = answers.readLine();
      assertThat(first).as("an answer before the line was closed").isNotNull();
      int status = Integer.parseInt(first.split(" ", 3)[1]);
      int length = 0;
      for (String header = answers.readLine(); !header.isEmpty(); header = answers.readLine()) {
        if (header.toLowerCase().startsWith("content-length:")) {
          length = Integer.parseInt(header.substring("content-length:".length()).trim());
        }
      }
      answers.skip(length);
      return status;
    }

    @Override
    public void close() throws IOException {
      socket.close();
    }
  }

  private String askingTheEngine() {
    return "GET /v1/customers/ada HTTP/1.1\r\nHost: antar\r\nAuthorization: Bearer "
        + token(Role.CUSTOMER, "ada")
        + "\r\n\r\n";
  }

  private static String refusedAtOnce() {
    return "GET /v1/customers/ada HTTP/1.1\r\nHost: antar\r\n\r\n";
  }

  @Test
  void aConnectionGoesOnAfterARequestThatWaitedForAnother() throws IOException {
    try (var line = new Line()) {
      for (int round = 0; round < 20; round++) {
        line.send(askingTheEngine(), refusedAtOnce());

        assertThat(line.status()).isEqualTo(404);
        assertThat(line.status()).isEqualTo(401);
      }
    }
  }
}
