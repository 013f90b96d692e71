package id.antar.gateway.stream.hub;

import id.antar.api.message.Actor;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.reactivestreams.Publisher;

/// One client that listens. Ends when its socket does, or with a [CloseReason].
public final class Connection {

  private final Actor actor;
  private final Instant expiresAt;
  private final Outbox outbox;
  private final Set<Topic> topics = ConcurrentHashMap.newKeySet();
  private final CompletableFuture<CloseReason> closed = new CompletableFuture<>();

  Connection(Actor actor, Instant expiresAt, Outbox outbox) {
    this.actor = actor;
    this.expiresAt = expiresAt;
    this.outbox = outbox;
  }

  public Actor actor() {
    return actor;
  }

  /// What is sent to the client, for its socket alone; completes when the gateway closes.
  public Publisher<Frame> frames() {
    return outbox;
  }

  /// Completes when the gateway wants the connection closed.
  public CompletableFuture<CloseReason> closed() {
    return closed;
  }

  /// Closes the connection if it is too slow for one more fact.
  public void send(Frame frame) {
    if (!outbox.offer(frame)) {
      close(CloseReason.TOO_SLOW);
    }
  }

  /// Completes once at most half of the facts wait that may; at the latest when it ends.
  public CompletableFuture<Void> whenRoomy() {
    return outbox.whenRoomy();
  }

  public void close(CloseReason reason) {
    if (closed.complete(reason)) {
      outbox.complete();
    }
  }

  public boolean listensTo(Topic topic) {
    return topics.contains(topic);
  }

  Set<Topic> topics() {
    return topics;
  }

  Outbox outbox() {
    return outbox;
  }

  Instant expiresAt() {
    return expiresAt;
  }
}
