package id.antar.infra.position;

import id.antar.api.position.LiveUpdate;
import id.antar.api.position.LiveUpdate.CourierPosition;
import id.antar.api.position.LiveUpdate.OrderEta;
import id.antar.api.position.PositionBus;
import java.util.LinkedHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Carries live updates inside one process.
///
/// Each subscriber has a mailbox and a virtual thread of its own. The mailbox holds one update per
/// courier and one per order's arrival time, the latest; who is slow sees fewer of them, later, and
/// delays nobody. It holds never more than there are couriers and orders under way.
final class InProcessPositionBus implements PositionBus {
  private static final Logger LOG = LoggerFactory.getLogger(InProcessPositionBus.class);

  private final CopyOnWriteArrayList<Mailbox> mailboxes = new CopyOnWriteArrayList<>();

  @Override
  public void publish(LiveUpdate update) {
    for (Mailbox mailbox : mailboxes) {
      mailbox.put(update);
    }
  }

  @Override
  public Subscription subscribe(Consumer<? super LiveUpdate> subscriber) {
    var mailbox = new Mailbox(subscriber);
    mailboxes.add(mailbox);
    Thread.ofVirtual().name("live-updates").start(mailbox::deliver);
    return () -> {
      mailboxes.remove(mailbox);
      mailbox.close();
    };
  }

  private static Object subject(LiveUpdate update) {
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
      notifyAll();
    }

    synchronized void close() {
      closed = true;
      notifyAll();
    }

    void deliver() {
      try {
        while (awaitNext() instanceof LiveUpdate next) {
          handOver(next);
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }

    private synchronized @Nullable LiveUpdate awaitNext() throws InterruptedException {
      while (waiting.isEmpty() && !closed) {
        wait();
      }
      return closed ? null : waiting.pollFirstEntry().getValue();
    }

    private void handOver(LiveUpdate update) {
      try {
        subscriber.accept(update);
      } catch (RuntimeException e) {
        LOG.warn("A subscriber failed on a {}.", update.getClass().getSimpleName(), e);
      }
    }
  }
}
