package id.antar.query.promise;

import static id.antar.query.Cast.KURT;
import static id.antar.query.Cast.NOON;
import static id.antar.query.Cast.ORDER;
import static id.antar.query.Cast.OTHER_ORDER;
import static id.antar.query.Cast.after;
import static org.assertj.core.api.Assertions.assertThat;

import id.antar.api.order.OrderId;
import id.antar.api.position.LiveUpdate;
import id.antar.api.position.LiveUpdate.OrderEta;
import id.antar.api.position.PositionBus;
import id.antar.api.promise.Promise;
import id.antar.api.promise.Promise.Kind;
import id.antar.api.promise.Promise.Source;
import id.antar.query.promise.PromiseLedger.Line;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LivePromisesTest {

  private final List<Consumer<? super LiveUpdate>> attached = new ArrayList<>();
  private final List<Line> written = new ArrayList<>();
  private boolean down;

  private final LivePromises promises = new LivePromises(bus(), this::write);

  private CompletableFuture<Void> write(List<Line> lines) {
    if (down) {
      return CompletableFuture.failedFuture(new IllegalStateException("down"));
    }
    written.addAll(lines);
    return CompletableFuture.completedFuture(null);
  }

  @Test
  void whatMovesByLessThanHalfAMinuteIsTheSamePromise() {
    tell(ORDER, 0, after(5), after(20));
    tell(ORDER, 10, after(5).plusSeconds(29), after(20).plusSeconds(29));
    tell(ORDER, 20, after(5).plusSeconds(30), after(20).plusSeconds(29));
    tell(ORDER, 30, null, after(19));
    tell(OTHER_ORDER, 30, null, after(20));
    promises.write();

    assertThat(written)
        .containsExactly(
            line(ORDER, Kind.PICKUP, 0, after(5)),
            line(ORDER, Kind.DOOR, 0, after(20)),
            line(ORDER, Kind.PICKUP, 20, after(5).plusSeconds(30)),
            line(ORDER, Kind.DOOR, 30, after(19)),
            line(OTHER_ORDER, Kind.DOOR, 30, after(20)));
  }

  /// Each is compared with the last that was kept, so that small steps add up.
  @Test
  void aPromiseThatCreepsIsKeptAgainOnceItHasCreptFar() {
    for (int i = 0; i < 7; i++) {
      tell(ORDER, 10 * i, null, after(20).plusSeconds(10L * i));
    }
    promises.write();

    assertThat(written)
        .extracting(it -> it.promise().promisedFor())
        .containsExactly(after(20), after(20).plusSeconds(30), after(20).plusSeconds(60));
  }

  @Test
  void whatCouldNotBeWrittenIsTriedAgain() {
    down = true;
    tell(ORDER, 0, null, after(20));
    promises.write();
    tell(OTHER_ORDER, 10, null, after(20));
    promises.write();
    assertThat(written).isEmpty();

    down = false;
    promises.write();
    assertThat(written).extracting(Line::orderId).containsExactly(ORDER, OTHER_ORDER);
  }

  @Test
  void whatWaitsIsWrittenWhenItStops() {
    promises.start();
    assertThat(attached).containsExactly(promises);
    tell(ORDER, 0, null, after(20));
    promises.stop();

    assertThat(written).hasSize(1);
    assertThat(attached).isEmpty();
    assertThat(promises.isRunning()).isFalse();
  }

  private void tell(OrderId order, int seconds, @Nullable Instant pickup, Instant door) {
    promises.accept(new OrderEta(order, KURT, pickup, door, NOON.plusSeconds(seconds)));
  }

  private static Line line(OrderId order, Kind kind, int seconds, Instant promisedFor) {
    return new Line(order, new Promise(kind, NOON.plusSeconds(seconds), promisedFor, Source.LIVE));
  }

  private PositionBus bus() {
    return new PositionBus() {
      @Override
      public void publish(LiveUpdate update) {
        attached.forEach(it -> it.accept(update));
      }

      @Override
      public Subscription subscribe(Consumer<? super LiveUpdate> subscriber) {
        return attach(subscriber);
      }

      @Override
      public Subscription attach(Consumer<? super LiveUpdate> subscriber) {
        attached.add(subscriber);
        return () -> attached.remove(subscriber);
      }

      @Override
      public Optional<Instant> findHeardSince() {
        return Optional.of(Instant.MIN);
      }
    };
  }
}
