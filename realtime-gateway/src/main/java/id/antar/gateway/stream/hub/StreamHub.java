package id.antar.gateway.stream.hub;

import id.antar.api.message.Actor;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.LongConsumer;
import java.util.function.LongSupplier;
import java.util.function.Predicate;

/// Who listens to what. Publishing puts one shared frame into the outbox of each listener and never
/// waits for any of them.
public final class StreamHub {

  private final int factQueue;
  private final LongSupplier nanoTime;
  private final LongConsumer latencyNanos;
  private final Set<Connection> connections = ConcurrentHashMap.newKeySet();
  private final Map<Topic, Set<Connection>> listeners = new ConcurrentHashMap<>();
  private final AtomicInteger subscriptions = new AtomicInteger();

  /// @param factQueue facts that may wait for one connection
  /// @param latencyNanos told how long a measured frame took to its socket
  public StreamHub(int factQueue, LongSupplier nanoTime, LongConsumer latencyNanos) {
    this.factQueue = factQueue;
    this.nanoTime = nanoTime;
    this.latencyNanos = latencyNanos;
  }

  /// @param executor the thread on which the connection's socket is written
  /// @param binary whether the client prefers bytes where there are such
  public Connection connect(
      Actor actor, Instant tokenExpiresAt, Executor executor, boolean binary) {
    var outbox = new Outbox(factQueue, executor, nanoTime, latencyNanos);
    var connection = new Connection(actor, tokenExpiresAt, outbox, binary);
    connections.add(connection);
    return connection;
  }

  public Connection connect(Actor actor, Instant tokenExpiresAt, Executor executor) {
    return connect(actor, tokenExpiresAt, executor, false);
  }

  public void disconnect(Connection connection) {
    connections.remove(connection);
    connection.outbox().close();
    connection.topics().forEach(topic -> unsubscribe(connection, topic));
  }

  /// From now on everything published to the topic reaches the connection.
  public void subscribe(Connection connection, Topic topic) {
    if (connection.topics().add(topic)) {
      subscriptions.incrementAndGet();
      listeners.compute(
          topic,
          (_, all) -> {
            Set<Connection> set = all == null ? ConcurrentHashMap.newKeySet() : all;
            set.add(connection);
            return set;
          });
    }
    if (!connections.contains(connection)) {
      unsubscribe(connection, topic);
    }
  }

  public void unsubscribe(Connection connection, Topic topic) {
    if (connection.topics().remove(topic)) {
      subscriptions.decrementAndGet();
      connection.outbox().forget(topic);
      listeners.computeIfPresent(
          topic,
          (_, all) -> {
            all.remove(connection);
            return all.isEmpty() ? null : all;
          });
    }
  }

  /// Ends the subscriptions of some, and tells them by a frame.
  public void revoke(Topic topic, Predicate<Actor> whose, Function<Topic, Frame> notice) {
    for (Connection connection : listeners.getOrDefault(topic, Set.of())) {
      if (whose.test(connection.actor())) {
        unsubscribe(connection, topic);
        connection.send(notice.apply(topic));
      }
    }
  }

  /// The frame is made only if somebody listens, and only once.
  public void publish(Topic topic, Function<Topic, Frame> encode) {
    Set<Connection> all = listeners.get(topic);
    if (all == null || all.isEmpty()) {
      return;
    }
    Frame frame = encode.apply(topic);
    for (Connection connection : all) {
      connection.send(frame);
    }
  }

  /// What was true for a moment about this topic is over, also where it still waits to be sent.
  public void forgetMoments(Topic topic) {
    for (Connection connection : listeners.getOrDefault(topic, Set.of())) {
      connection.outbox().forget(topic);
    }
  }

  public boolean hasListeners(Topic topic) {
    return listeners.containsKey(topic);
  }

  public boolean hasListeners(Predicate<Topic> topics) {
    return listeners.keySet().stream().anyMatch(topics);
  }

  /// To be called every few seconds, by one timer for all connections: closes those whose token has
  /// expired or who do not read, and shows the others that the gateway lives.
  public void beat(Instant realNow, Duration stalledAfter, Frame heartbeat) {
    for (Connection connection : connections) {
      if (!realNow.isBefore(connection.expiresAt())) {
        end(connection, CloseReason.TOKEN_EXPIRED);
      } else if (connection.outbox().waitedNanos() > stalledAfter.toNanos()) {
        end(connection, CloseReason.STALLED);
      } else {
        connection.send(heartbeat);
      }
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

  public int subscriptionCount() {
    return subscriptions.get();
  }
}
