package id.antar.infra.position;

import id.antar.api.position.LiveUpdate;
import id.antar.api.position.LiveUpdate.CourierPosition;
import id.antar.api.position.LiveUpdate.OrderEta;
import id.antar.api.position.PositionBus;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Carries live updates inside one process.
///
/// Each subscriber has a mailbox and a virtual thread of its own, unless it is attached. The
/// mailbox holds one update per courier and one per order's arrival time, the latest; who is slow
/// sees fewer of them, later, and delays nobody. It holds never more than there are couriers and
/// orders under way. After each round of its mailbox a subscriber rests for a moment: a thread that
/// woke for each of thousands of updates a second would cost more than the updates do.
final class InProcessPositionBus implements PositionBus {
  private static final Logger LOG = LoggerFactory.getLogger(InProcessPositionBus.class);

  private static final Duration REST = Duration.ofMillis(50);

  private final boolean alone;
  private final CopyOnWriteArrayList<Consumer<? super LiveUpdate>> takers =
      new CopyOnWriteArrayList<>();

  /// @param alone whether there is no other process in which something may be published
  InProcessPositionBus(boolean alone) {
    this.alone = alone;
  }

  @Override
  public void publish(LiveUpdate update) {
    for (Consumer<? super LiveUpdate> taker : takers) {
      handOver(taker, update);
    }
  }

  @Override
  public Subscription subscribe(Consumer<? super LiveUpdate> subscriber) {
    var mailbox = new Mailbox(subscriber);
    Consumer<LiveUpdate> taker = mailbox::put;
    takers.add(taker);
    Thread.ofVirtual().name("live-updates").start(mailbox::deliver);
    return () -> {
      takers.remove(taker);
      mailbox.close();
    };
  }

  @Override
  public Subscription attach(Consumer<? super LiveUpdate> subscriber) {
    Consumer<LiveUpdate> taker = subscriber::accept;
    takers.add(taker);
    return () -> takers.remove(taker);
  }

  @Override
  public Optional<Instant> findHeardSince() {
    return alone ? Optional.of(Instant.MIN) : Optional.empty();
  }

  private static void handOver(Consumer<? super LiveUpdate> to, LiveUpdate update) {
    try {
      to.accept(update);
    } catch (RuntimeException e) {
      LOG.warn("A subscriber failed on a {}.", update.getClass().getSimpleName(), e);
    }
  }

  /// Of which the latest wins.
  static Object subject(LiveUpdate update) {
    return switch (update) {
      case CourierPosition position -> position.courierId();
      case OrderEta eta -> eta.orderId();
    };
  }

  private static final class Mailbox {
    private final Consumer<? super LiveUpdate> subscriber;
    private final LinkedHashMap<Object, LiveUpdate> waiting = new LinkedHashMap<>();
    private boolean closed;

    Mailbox(Consumer<? super LiveUpdate> subscriber) {
      this.subscriber = subscriber;
    }

    /// A newer update takes the place of an older one, in the older one's turn.
    synchronized void put(LiveUpdate update) {
      waiting.put(subject(update), update);
      if (waiting.size() == 1) {
        notifyAll();
      }
    }

    synchronized void close() {
      closed = true;
      notifyAll();
    }

    void deliver() {
      try {
        for (var round = awaitRound(); !round.isEmpty(); round = awaitRound()) {
          round.forEach(update -> handOver(subscriber, update));
          Thread.sleep(REST);
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }

    /// Empty once it is closed.
    private synchronized List<LiveUpdate> awaitRound() throws InterruptedException {
      while (waiting.isEmpty() && !closed) {
        wait();
      }
      var round = closed ? List.<LiveUpdate>of() : List.copyOf(waiting.values());
      waiting.clear();
      return round;
    }
  }
}
