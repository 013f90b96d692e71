package id.antar.gateway.stream.fact;

import id.antar.gateway.edge.GatewayProperties;
import id.antar.gateway.edge.problem.Problem;
import id.antar.gateway.stream.hub.Connection;
import id.antar.gateway.stream.hub.StreamHub;
import id.antar.gateway.stream.hub.Topic;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Schedulers;

/// How connections come to listen to facts, and cease to. One connection enters one topic after the
/// other, so that what is sent again never exceeds its room.
public final class Joins {

  record Key(Connection connection, Topic topic) {}

  private final FactLog log;
  private final StreamHub hub;
  private final OrderTracks tracks;
  private final FactFrames frames;
  private final StoredFacts facts;
  private final StoreReads store;
  private final Reach reach;
  private final TellLast last;
  private final Resumes meters;
  private final GatewayProperties.Stream limits;
  private final Map<Key, Join> running = new ConcurrentHashMap<>();
  private final Map<Connection, Mono<Void>> turns = new ConcurrentHashMap<>();

  Joins(
      FactLog log,
      StreamHub hub,
      OrderTracks tracks,
      FactFrames frames,
      StoredFacts facts,
      StoreReads store,
      TellLast last,
      Resumes meters,
      GatewayProperties.Stream limits) {
    this.log = log;
    this.hub = hub;
    this.tracks = tracks;
    this.frames = frames;
    this.facts = facts;
    this.store = store;
    this.reach = new Reach(log, store, limits.replayWait());
    this.last = last;
    this.meters = meters;
    this.limits = limits;
  }

  /// Ready to run, or the problem that the cursor is. Takes the place of an earlier one into the
  /// same topic that has not come to its end.
  ///
  /// @param access fails if the topic is not for the connection
  /// @param resume the cursor after which to go on
  public Mono<Join> prepare(
      Connection connection, Topic topic, Mono<Void> access, @Nullable String resume) {
    return Mono.defer(() -> {
      Cursor cursor = resume == null ? null : parse(resume);
      var join = new Join(this, connection, topic, cursor, new FactHistory(facts, tracks, topic));
      cancel(running.put(join.key(), join));
      return access
          .then(Mono.defer(reach::caughtUp))
          .then(Mono.defer(() -> cursor == null ? Mono.empty() : check(topic, cursor)))
          .thenReturn(join)
          .doOnError(_ -> running.remove(join.key(), join))
          .doOnCancel(() -> running.remove(join.key(), join));
    });
  }

  private Cursor parse(String resume) {
    return Cursor.parse(resume)
        .orElseThrow(() -> meters.refuse(400, "invalid-cursor", "This is no cursor of a stream."));
  }

  private Mono<Void> check(Topic topic, Cursor cursor) {
    requireNotTooOld(topic, cursor);
    return (log.hasPassed(cursor.index()) ? Mono.<Void>empty() : awaitKnown(cursor))
        .then(Mono.defer(() -> reach.undisputed(cursor)));
  }

  /// The feed follows the store, and a cursor may come from a gateway that is ahead.
  private Mono<Void> awaitKnown(Cursor cursor) {
    return store
        .ask(StoredFacts::head)
        .flatMap(head -> {
          if (cursor.index() > head) {
            throw meters.refuse(
                409, "unknown-cursor", "This cursor lies ahead of everything that has happened.");
          }
          return reach.passed(cursor.index());
        });
  }

  /// An order's own events can always be read.
  void requireNotTooOld(Topic topic, Cursor cursor) {
    long missed = log.horizon().index() - cursor.index();
    if (!(topic instanceof Topic.OfOneOrder) && missed > limits.replayLimit()) {
      throw meters.refuse(
          410, "cursor-too-old", "More happened since than is sent again on " + topic + ".");
    }
  }

  /// Nothing of the topic is sent any more after its end is told.
  public void leave(Connection connection, Topic topic) {
    log.alone(() -> {
      cancel(running.remove(new Key(connection, topic)));
      hub.unsubscribe(connection, topic);
      connection.send(frames.unsubscribed(topic));
    });
  }

  private static void cancel(@Nullable Join join) {
    if (join != null) {
      join.cancel();
    }
  }

  Mono<Void> inTurn(Join join, Mono<Void> work) {
    return Mono.defer(() -> {
      Sinks.Empty<Void> end = Sinks.empty();
      Mono<Void> own = end.asMono();
      Mono<Void> former = turns.put(join.connection(), own);
      return (former == null ? Mono.<Void>empty() : former.publishOn(Schedulers.parallel()))
          .then(Mono.defer(() -> withRoomFor(join, work)))
          .doFinally(_ -> {
            boolean _ = running.remove(join.key(), join);
            boolean _ = turns.remove(join.connection(), own);
            var _ = end.tryEmitEmpty();
          });
    });
  }

  private Mono<Void> withRoomFor(Join join, Mono<Void> work) {
    return Mono.fromRunnable(() -> requireRoom(join.connection(), join.topic())).then(work);
  }

  /// Throws the problem that one more topic is, of whatever kind.
  public void requireRoom(Connection connection, Topic topic) {
    if (!connection.listensTo(topic) && hub.topicCount(connection) >= limits.maxTopics()) {
      String detail = "One connection has at most " + limits.maxTopics() + " topics.";
      throw Problem.of(429, "too-many-topics", detail).asException();
    }
  }

  /// It will not be run.
  void drop(Join join) {
    boolean _ = running.remove(join.key(), join);
  }

  FactLog log() {
    return log;
  }

  StreamHub hub() {
    return hub;
  }

  OrderTracks tracks() {
    return tracks;
  }

  FactFrames frames() {
    return frames;
  }

  StoreReads store() {
    return store;
  }

  Reach reach() {
    return reach;
  }

  TellLast last() {
    return last;
  }

  Resumes meters() {
    return meters;
  }
}
