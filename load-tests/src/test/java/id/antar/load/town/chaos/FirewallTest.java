package id.antar.load.town.chaos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import org.junit.jupiter.api.Test;

class FirewallTest {
  private static final String ADDRESS = "127.77.77.77";
  private static final int SOON_MILLIS = 500;

  @Test
  void nobodyGetsToWhoIsCutOffUntilItIsRestored() throws IOException {
    assumeTrue(Firewall.mayBeUsed(), "Nobody can be cut off: that needs root and nft.");
    try (var server = new ServerSocket(0, 10, InetAddress.getByName(ADDRESS))) {
      assertThat(answers(server)).isTrue();

      assertThat(Firewall.cutOff(ADDRESS)).isTrue();
      try {
        assertThat(answers(server)).isFalse();
      } finally {
        assertThat(Firewall.restore()).isTrue();
      }

      assertThat(answers(server)).isTrue();
    }
  }

  private static boolean answers(ServerSocket server) {
    try (var socket = new Socket()) {
      socket.connect(
          new InetSocketAddress(server.getInetAddress(), server.getLocalPort()), SOON_MILLIS);
      return true;
    } catch (IOException _) {
      return false;
    }
  }
}
