package id.antar.gateway.testing;

import id.antar.api.position.LiveUpdate;
import id.antar.api.position.PositionBus;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/// A position bus that hands over at once and remembers.
public final class LocalBus implements PositionBus {

  private final List<Consumer<? super LiveUpdate>> subscribers = new CopyOnWriteArrayList<>();
  private final List<LiveUpdate> published = new CopyOnWriteArrayList<>();

  @Override
  public void publish(LiveUpdate update) {
    published.add(update);
    subscribers.forEach(subscriber -> subscriber.accept(update));
  }

  @Override
  public Subscription subscribe(Consumer<? super LiveUpdate> subscriber) {
    subscribers.add(subscriber);
    return () -> subscribers.remove(subscriber);
  }

  @Override
  public Subscription attach(Consumer<? super LiveUpdate> subscriber) {
    return subscribe(subscriber);
  }

  @Override
  public Optional<Instant> findHeardSince() {
    return Optional.of(Instant.MIN);
  }

  public List<LiveUpdate> published() {
    return published;
  }
}
