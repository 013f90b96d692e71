package id.antar.load.client;

import java.net.URI;
import java.util.concurrent.TimeUnit;

/// One of the places where the engine lets people in.
final class Gateway {

  /// For so long nobody else tries one that somebody could not reach.
  private static final long SHUNNED_NANOS = TimeUnit.SECONDS.toNanos(1);

  private final URI base;
  private volatile boolean shunned;
  private volatile long shunnedNanos;

  Gateway(URI base) {
    this.base = base;
  }

  URI base() {
    return base;
  }

  URI http(String path) {
    return base.resolve(path);
  }

  URI webSocket(String path) {
    String scheme = "https".equals(base.getScheme()) ? "wss" : "ws";
    return URI.create(scheme + "://" + base.getAuthority() + path);
  }

  /// It does not answer, or says that it is going away.
  void shun() {
    shunnedNanos = System.nanoTime();
    shunned = true;
  }

  boolean isShunned() {
    return shunned && System.nanoTime() - shunnedNanos < SHUNNED_NANOS;
  }

  @Override
  public String toString() {
    return base.toString();
  }
}
