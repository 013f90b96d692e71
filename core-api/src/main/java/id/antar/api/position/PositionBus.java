package id.antar.api.position;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;

/// Carries live updates between gateways and dispatchers. Hot: who subscribes late has missed what
/// was. Updates of one courier arrive in the order in which they were published. A subscription
/// ends when it is closed.
public interface PositionBus {

  void publish(LiveUpdate update);

  /// On a thread of the subscriber's own, so that a slow one delays nobody; of what it is too slow
  /// for it sees the latest. It may be told a few milliseconds late.
  Subscription subscribe(Consumer<? super LiveUpdate> subscriber);

  /// At once and every one of them, on the thread that brings them: for a subscriber that only
  /// hands on and never waits.
  Subscription attach(Consumer<? super LiveUpdate> subscriber);

  /// Since when everything is heard here that is published anywhere, by the engine's clock. Nothing
  /// while some of it may be missing: then nobody's silence means anything.
  Optional<Instant> findHeardSince();

  interface Subscription extends AutoCloseable {
    @Override
    void close();
  }
}
