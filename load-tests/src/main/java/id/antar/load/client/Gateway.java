package id.antar.load.client;

import java.net.URI;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/// One of the places where the engine lets people in.
final class Gateway {

  /// For so long nobody else tries one that somebody could not reach.
  private static final long SHUNNED_NANOS = TimeUnit.SECONDS.toNanos(1);

  private static final long TRY_NANOS = TimeUnit.MILLISECONDS.toNanos(250);

  private final URI base;
  private volatile boolean shunned;
  private volatile long shunnedNanos;
  private final LongSupplier nanoTime;
  private int refusals;
  private long refusedNanos;

  Gateway(URI base) {
    this(base, System::nanoTime);
  }

  Gateway(URI base, LongSupplier nanoTime) {
    this.base = base;
    this.nanoTime = nanoTime;
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
    excuse();
  }

  boolean isShunned() {
    return shunned && System.nanoTime() - shunnedNanos < SHUNNED_NANOS;
  }

  /// It opens no stream now. Many who come at once have tried once.
  ///
  /// @return how often in a row that is, if this counts
  synchronized OptionalInt refuse() {
    long now = nanoTime.getAsLong();
    if (refusals > 0 && now - refusedNanos < TRY_NANOS) {
      return OptionalInt.empty();
    }
    refusedNanos = now;
    return OptionalInt.of(++refusals);
  }

  /// It has opened one, or is gone, or nobody is to blame.
  synchronized void excuse() {
    refusals = 0;
  }

  @Override
  public String toString() {
    return base.toString();
  }
}
