package id.antar.gateway.stream.hub;

import id.antar.api.message.Actor;
import id.antar.gateway.stream.hub.Audience.Share;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongConsumer;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Who listens to what. Publishing makes one shared frame and posts it once to each event loop that
/// has listeners; it never waits for any of them. Calls that one thread makes one after the other,
/// or under one lock, take effect in that order at every connection.
public final class StreamHub {

  /// Beats until every connection has had its turn.
  public static final int BEATS = 16;

  private final int factQueue;
  private final LongSupplier nanoTime;
  private final LongConsumer latencyNanos;
  private final Consumer<CloseReason> onClose;
  private final Map<Executor, Lane> lanes = new ConcurrentHashMap<>();
  private final Set<Connection> connections = ConcurrentHashMap.newKeySet();
  private final Map<Actor, Integer> connectionsOf = new ConcurrentHashMap<>();
  private final Map<Topic, Audience> audiences = new ConcurrentHashMap<>();
  private final AtomicInteger subscriptions = new AtomicInteger();
  private int beats;

  /// @param factQueue facts that may wait for one connection
  /// @param latencyNanos told how long a measured frame took to the sockets of an event loop
  /// @param onClose told why connections are closed
  public StreamHub(
      int factQueue,
      LongSupplier nanoTime,
      LongConsumer latencyNanos,
      Consumer<CloseReason> onClose) {
    this.factQueue = factQueue;
    this.nanoTime = nanoTime;
    this.latencyNanos = latencyNanos;
    this.onClose = onClose;
  }

  /// @param hearsChat whether it may hear what the parties of an order say to each other
  /// @param loop on which the connection's line is written
  public Connection connect(
      Actor actor, boolean hearsChat, Instant tokenExpiresAt, Executor loop, Line line) {
    Lane lane = lanes.computeIfAbsent(loop, it -> new Lane(it, nanoTime, latencyNanos));
    var connection = new Connection(actor, hearsChat, tokenExpiresAt, lane, line, factQueue);
    var _ = connection.closed().thenAccept(onClose);
    connections.add(connection);
    connectionsOf.merge(actor, 1, Integer::sum);
    return connection;
  }

  public void disconnect(Connection connection) {
    if (connections.remove(connection)) {
      connectionsOf.computeIfPresent(
          connection.actor(), (_, count) -> count == 1 ? null : count - 1);
    }
    connection.end();
    connection.topics().forEach(topic -> unsubscribe(connection, topic));
  }

  /// From now on everything published to the topic reaches the connection.
  public void subscribe(Connection connection, Topic topic) {
    audiences.compute(topic, (_, known) -> enter(connection, topic, known));
    if (!connections.contains(connection)) {
      unsubscribe(connection, topic);
    }
  }

  private Audience enter(Connection connection, Topic topic, @Nullable Audience known) {
    Audience audience = known == null ? new Audience() : known;
    if (connection.topics().add(topic)) {
      subscriptions.incrementAndGet();
      audience.enter(connection.lane()).post(share -> share.join(connection));
    } else {
      connection.lane().post(() -> stay(connection, topic));
    }
    return audience;
  }

  /// A revocation that was on its way when it subscribed again came before that.
  private void stay(Connection connection, Topic topic) {
    if (!connection.listensTo(topic) && !connection.isOver()) {
      subscribe(connection, topic);
    }
  }

  public void unsubscribe(Connection connection, Topic topic) {
    audiences.computeIfPresent(
        topic,
        (_, audience) ->
            connection.topics().remove(topic) ? leave(connection, topic, audience) : audience);
  }

  private @Nullable Audience leave(Connection connection, Topic topic, Audience audience) {
    subscriptions.decrementAndGet();
    audience
        .of(connection.lane())
        .post(share -> {
          share.leave(connection);
          connection.forget(topic);
        });
    return audience.exit() ? null : audience;
  }

  /// Ends the subscriptions of some, and tells them by a frame.
  public void revoke(Topic topic, Predicate<Actor> whose, Function<Topic, Frame> notice) {
    for (Share share : shares(topic)) {
      share.post(it -> {
        for (Connection member : List.copyOf(it.members())) {
          if (whose.test(member.actor()) && member.listensTo(topic)) {
            it.leave(member);
            unsubscribe(member, topic);
            member.deliver(notice.apply(topic));
          }
        }
      });
    }
  }

  /// The frame is made only if somebody listens, and only once.
  public void publish(Topic topic, Function<Topic, Frame> encode) {
    Share[] shares = shares(topic);
    if (shares.length > 0) {
      Frame frame = encode.apply(topic);
      for (Share share : shares) {
        share.post(frame);
      }
    }
  }

  /// The same to some of those who listen.
  public void publish(Topic topic, Function<Topic, Frame> encode, Predicate<Connection> to) {
    Share[] shares = shares(topic);
    if (shares.length > 0) {
      Frame frame = encode.apply(topic);
      for (Share share : shares) {
        share.post(frame, to);
      }
    }
  }

  /// What was true for a moment about this topic is over, also where it still waits to be sent.
  public void forgetMoments(Topic topic) {
    for (Share share : shares(topic)) {
      share.post(it -> it.members().forEach(member -> member.forget(topic)));
    }
  }

  private Share[] shares(Topic topic) {
    Audience audience = audiences.get(topic);
    return audience == null ? Audience.NONE : audience.shares();
  }

  public boolean hasListeners(Topic topic) {
    return audiences.containsKey(topic);
  }

  /// To be called by one timer for all connections, [#BEATS] times in the time within which each is
  /// to have a sign of life: closes those whose token has expired or who do not read, and shows the
  /// others that the gateway lives. Each call is for some of them, so that they do not all wake at
  /// once.
  public void beat(Instant realNow, Duration stalledAfter, Frame heartbeat) {
    int turn = Math.floorMod(beats++, BEATS);
    for (Connection connection : connections) {
      if (Math.floorMod(System.identityHashCode(connection), BEATS) == turn) {
        connection.lane().post(() -> beat(connection, realNow, stalledAfter, heartbeat));
      }
    }
  }

  private void beat(
      Connection connection, Instant realNow, Duration stalledAfter, Frame heartbeat) {
    if (!realNow.isBefore(connection.expiresAt())) {
      end(connection, CloseReason.TOKEN_EXPIRED);
    } else if (connection.waitedNanos() > stalledAfter.toNanos()) {
      end(connection, CloseReason.STALLED);
    } else {
      connection.deliverIfIdle(heartbeat);
    }
  }

  /// Also where nobody has begun to read, and so nobody would disconnect.
  private void end(Connection connection, CloseReason reason) {
    connection.close(reason);
    disconnect(connection);
  }

  public void closeAll(CloseReason reason) {
    connections.forEach(connection -> connection.close(reason));
  }

  /// All that the connection listens to now.
  public Set<Topic> topics(Connection connection) {
    return Set.copyOf(connection.topics());
  }

  /// Topics that were asked for one by one: a window of the map and its cells do not count.
  public int topicCount(Connection connection) {
    return (int) connection.topics().stream().filter(StreamHub::counts).count();
  }

  private static boolean counts(Topic topic) {
    return !(topic instanceof Topic.OfCell || topic instanceof Topic.OfViewport);
  }

  public int connectionCount() {
    return connections.size();
  }

  /// Of one who listens.
  public int connectionCount(Actor actor) {
    return connectionsOf.getOrDefault(actor, 0);
  }

  public int subscriptionCount() {
    return subscriptions.get();
  }
}
