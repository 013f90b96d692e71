package id.antar.infra.cluster.axonserver;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// A way to a server that can be closed and opened again.
public final class Relay implements AutoCloseable {
  private final String host;
  private final int port;
  private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
  private int here;
  private @Nullable ServerSocket door;

  /// @param target `host:port`
  public Relay(String target) throws IOException {
    int colon = target.lastIndexOf(':');
    host = target.substring(0, colon);
    port = Integer.parseInt(target.substring(colon + 1));
    open();
  }

  public String address() {
    return "localhost:" + here;
  }

  public synchronized void open() throws IOException {
    var opened = new ServerSocket();
    opened.setReuseAddress(true);
    opened.bind(new InetSocketAddress(InetAddress.getByName("localhost"), here));
    here = opened.getLocalPort();
    door = opened;
    var _ = Thread.ofVirtual().start(() -> accept(opened));
  }

  private void accept(ServerSocket opened) {
    try {
      while (true) {
        Socket near = opened.accept();
        var _ = Thread.ofVirtual().start(() -> relay(opened, near));
      }
    } catch (IOException _) {
      // The door is closed.
    }
  }

  /// Nobody who comes by here waits for a server that is not there.
  private void relay(ServerSocket opened, Socket near) {
    try (near;
        var far = new Socket(host, port)) {
      if (enter(opened, near, far)) {
        Thread back = Thread.ofVirtual().start(() -> pass(far, near));
        pass(near, far);
        back.join();
      }
    } catch (IOException | InterruptedException _) {
      // One of them has ended.
    } finally {
      sockets.remove(near);
    }
  }

  /// Who comes by just when the door is closed does not get through.
  private synchronized boolean enter(ServerSocket opened, Socket near, Socket far) {
    return door == opened && sockets.add(near) && sockets.add(far);
  }

  private static void pass(Socket from, Socket to) {
    try (from;
        to) {
      var _ = from.getInputStream().transferTo(to.getOutputStream());
    } catch (IOException _) {
      // One of them has ended.
    }
  }

  @Override
  public synchronized void close() {
    try {
      if (door != null) {
        door.close();
        door = null;
      }
      for (Socket socket : sockets) {
        socket.close();
      }
      sockets.clear();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
