package id.antar.standin;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// A server on this machine that answers as Midtrans under `/midtrans` and as Xendit under
/// `/xendit`, as far as the engine uses them.
public final class StandIn implements AutoCloseable {

  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Faults midtransFaults = new Faults();
  private final Faults xenditFaults = new Faults();
  private final Books midtransBooks = new Books();
  private final Books xenditBooks = new Books();

  private StandIn(HttpServer server) {
    this.server = server;
  }

  /// @param port 0 for any free one
  /// @param key what both providers take as the merchant's secret key
  public static StandIn start(int port, String key) {
    try {
      var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
      StandIn standIn = new StandIn(HttpServer.create(address, 0));
      standIn.open("/midtrans", new Midtrans(standIn.midtransBooks, key), standIn.midtransFaults);
      standIn.open("/xendit", new Xendit(standIn.xenditBooks, key), standIn.xenditFaults);
      standIn.server.setExecutor(standIn.threads);
      standIn.server.start();
      return standIn;
    } catch (IOException e) {
      throw new UncheckedIOException("No server can be started on port " + port + ".", e);
    }
  }

  private void open(String path, Provider provider, Faults faults) {
    server.createContext(path, new Doorway(provider, faults, path.length()));
  }

  public URI midtransUrl() {
    return url("/midtrans");
  }

  public URI xenditUrl() {
    return url("/xendit");
  }

  private URI url(String path) {
    return URI.create("http://localhost:" + server.getAddress().getPort() + path);
  }

  public Books midtrans() {
    return midtransBooks;
  }

  public Books xendit() {
    return xenditBooks;
  }

  public Faults midtransFaults() {
    return midtransFaults;
  }

  public Faults xenditFaults() {
    return xenditFaults;
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
