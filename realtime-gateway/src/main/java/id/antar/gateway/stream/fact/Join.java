package id.antar.gateway.stream.fact;

import id.antar.api.courier.CourierId;
import id.antar.api.message.Actor.Role;
import id.antar.api.order.OrderEvent;
import id.antar.api.order.OrderId;
import id.antar.gateway.stream.fact.FactHistory.Piece;
import id.antar.gateway.stream.fact.StoredFacts.StoredFact;
import id.antar.gateway.stream.hub.Connection;
import id.antar.gateway.stream.hub.Frame;
import id.antar.gateway.stream.hub.Topic;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/// One connection's way into one topic: what was missed, then the word that it is live, then what
/// happens from then on.
public final class Join {

  /// Facts sent at once; well below what a connection has room for.
  private static final int PIECE = 64;

  private final Joins all;
  private final Connection connection;
  private final Topic topic;
  private final FactHistory history;
  private @Nullable Cursor heard;
  private boolean withStore;
  private boolean done;
  private volatile boolean cancelled;

  /// @param heard where to go on; absent to begin with how things stand
  Join(Joins all, Connection connection, Topic topic, @Nullable Cursor heard, FactHistory history) {
    this.all = all;
    this.connection = connection;
    this.topic = topic;
    this.heard = heard;
    this.history = history;
  }

  /// Completes once the connection listens, or does not want to any more.
  public Mono<Void> run() {
    return all.inTurn(this, Mono.defer(heard == null ? this::begin : this::resume));
  }

  /// Instead of running it.
  public void drop() {
    all.drop(this);
  }

  Connection connection() {
    return connection;
  }

  Topic topic() {
    return topic;
  }

  Joins.Key key() {
    return new Joins.Key(connection, topic);
  }

  void cancel() {
    cancelled = true;
  }

  private boolean isOver() {
    return cancelled || connection.isOver();
  }

  private Mono<Void> begin() {
    return recalled().then(roomy()).then(Mono.fromRunnable(this::beginNow));
  }

  /// Of an order that the feed has not heard of, the store knows.
  private Mono<Void> recalled() {
    if (!(topic instanceof Topic.OfOneOrder order)
        || all.tracks().get(order.orderId()).now().isKnown()) {
      return Mono.empty();
    }
    OrderId id = order.orderId();
    return all.store()
        .ask(store -> store.ofOrder(id))
        .filter(past -> !past.isEmpty())
        .flatMap(past ->
            all.reach()
                .passed(past.getLast().index())
                .then(Mono.fromRunnable(() -> recall(id, past))));
  }

  private void recall(OrderId id, List<StoredFact<OrderEvent>> past) {
    all.log()
        .alone(() -> all.tracks().get(id).recall(OrderPast.fold(id, past, all.log()::hasPassed)));
  }

  private void beginNow() {
    all.log()
        .alone(() -> {
          if (isOver()) {
            return;
          }
          if (topic instanceof Topic.OfOneOrder order) {
            all.tracks().get(order.orderId()).read(this::begin);
          } else {
            listen(all.log().position(), null);
          }
        });
  }

  private void begin(OrderNow now) {
    requireNotAnothers(now);
    Cursor position = all.log().position();
    listen(position, all.frames().snapshot(topic, now, position));
    all.last().tell(connection, topic, now);
  }

  private void listen(Cursor position, @Nullable Frame snapshot) {
    connection.send(all.frames().subscribed(topic, position));
    if (snapshot != null) {
      connection.send(snapshot);
    }
    all.hub().subscribe(connection, topic);
  }

  /// One whose place another has taken may come to its turn after that one is live.
  private Mono<Void> resume() {
    if (isOver()) {
      return Mono.empty();
    }
    all.hub().unsubscribe(connection, topic);
    return recalled().then(roomy().then(Mono.defer(this::step)).repeat(() -> !done).then());
  }

  /// Not on the event loop, which has others to serve than those who were away.
  private Mono<Void> roomy() {
    return Mono.defer(() -> Mono.fromFuture(connection.whenRoomy(), true))
        .publishOn(Schedulers.parallel());
  }

  private Mono<Void> step() {
    return all.log()
        .alone(() -> {
          Cursor from = heard();
          if (isOver()) {
            done = true;
            return Mono.<Void>empty();
          }
          if (!all.log().covers(from)) {
            return fromStore(from, all.log().horizon());
          }
          fromLog(from);
          return Mono.<Void>empty();
        });
  }

  private Mono<Void> fromStore(Cursor from, Cursor until) {
    all.requireNotTooOld(topic, from);
    withStore = true;
    return all.store()
        .ask(_ -> history.next(from, until, PIECE))
        .doOnNext(piece -> all.log().alone(() -> send(piece, from, until)))
        .then();
  }

  private void send(Piece piece, Cursor from, Cursor until) {
    if (!isOver()) {
      for (Fact fact : piece.facts()) {
        send(fact, from.with(until.upTo(fact.index())));
      }
      heard = piece.heard();
    }
  }

  private void fromLog(Cursor from) {
    List<FactLog.Entry> missed = all.log().after(from, topic);
    for (FactLog.Entry entry : missed.subList(0, Math.min(PIECE, missed.size()))) {
      heard = heard().with(entry.cursor());
      send(entry.fact(), heard());
    }
    if (missed.size() <= PIECE) {
      goLive();
    }
  }

  private void goLive() {
    Cursor position = heard().with(all.log().position());
    if (topic instanceof Topic.OfOneOrder order) {
      all.tracks()
          .get(order.orderId())
          .read(now -> {
            requireNotAnothers(now);
            listen(position, null);
            all.last().tell(connection, topic, now);
          });
    } else {
      listen(position, null);
    }
    all.meters().resumed(withStore);
    done = true;
  }

  private void send(Fact fact, Cursor cursor) {
    if (concerns(fact)) {
      connection.send(all.frames().fact(topic, fact, cursor));
      all.meters().replayed(1);
    }
  }

  /// A courier hears of an order while carrying it, and of no other time.
  private boolean concerns(Fact fact) {
    return switch (fact) {
      case Fact.OfOrder it -> !isCouriers() || it.concerns(self());
      case Fact.OfChat it -> connection.hearsChat() && (!isCouriers() || it.concerns(self()));
      case Fact.OfAssignment _, Fact.OfPayment _, Fact.OfAlert _ -> true;
    };
  }

  private CourierId self() {
    return new CourierId(connection.actor().id());
  }

  private void requireNotAnothers(OrderNow now) {
    if (isCouriers() && !now.isOver() && !now.isCarriedBy(self())) {
      throw FactFeed.noLongerYours(now.orderId()).asException();
    }
  }

  private boolean isCouriers() {
    return topic instanceof Topic.OfOrder && connection.actor().role() == Role.COURIER;
  }

  private Cursor heard() {
    return Objects.requireNonNull(heard);
  }
}
