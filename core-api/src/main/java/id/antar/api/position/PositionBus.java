package id.antar.api.position;

import java.util.function.Consumer;

/// Carries live updates between gateways and dispatchers. Hot: who subscribes late has missed what
/// was. Updates of one courier arrive in the order in which they were published; a slow subscriber
/// delays nobody else and must not block.
public interface PositionBus {

  void publish(LiveUpdate update);

  /// The subscription ends when it is closed.
  Subscription subscribe(Consumer<? super LiveUpdate> subscriber);

  interface Subscription extends AutoCloseable {
    @Override
    void close();
  }
}
