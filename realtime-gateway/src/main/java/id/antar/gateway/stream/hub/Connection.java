package id.antar.gateway.stream.hub;

import id.antar.api.message.Actor;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// One client that listens. Ends when its socket does, or with a [CloseReason].
public final class Connection {

  private final Actor actor;
  private final boolean hearsChat;
  private final Instant expiresAt;
  private final Lane lane;
  private final Line line;
  private final int bound;
  private final Set<Topic> topics = ConcurrentHashMap.newKeySet(1);
  private final CompletableFuture<CloseReason> closed = new CompletableFuture<>();
  private volatile boolean over;

  // The lane's thread alone knows the following.
  private @Nullable Backlog backlog;
  private @Nullable List<CompletableFuture<Void>> roomAwaited;
  private boolean unflushed;
  private boolean blocked;
  private long blockedSinceNanos;

  Connection(Actor actor, boolean hearsChat, Instant expiresAt, Lane lane, Line line, int bound) {
    this.actor = actor;
    this.hearsChat = hearsChat;
    this.expiresAt = expiresAt;
    this.lane = lane;
    this.line = line;
    this.bound = bound;
  }

  public Actor actor() {
    return actor;
  }

  /// Whether it is told, of the orders that it listens to, what their parties say to each other.
  public boolean hearsChat() {
    return hearsChat;
  }

  /// Completes when the gateway wants the connection closed.
  public CompletableFuture<CloseReason> closed() {
    return closed;
  }

  public boolean listensTo(Topic topic) {
    return topics.contains(topic);
  }

  /// Never waits. Frames are written in the order in which they were sent.
  public void send(Frame frame) {
    lane.post(() -> deliver(frame));
  }

  /// Completes when at most half as many facts wait as may, or the connection is over.
  public CompletableFuture<Void> whenRoomy() {
    var roomy = new CompletableFuture<Void>();
    lane.post(() -> {
      awaited().add(roomy);
      tellRoom();
    });
    return roomy;
  }

  public boolean isOver() {
    return over;
  }

  public void close(CloseReason reason) {
    end();
    closed.complete(reason);
  }

  /// To be called on the connection's thread when its line can be written again.
  public void writable() {
    if (!blocked || over) {
      return;
    }
    blockedSinceNanos = lane.nanoTime();
    Frame next;
    while (line.isWritable() && (next = poll()) != null) {
      line.write(next);
    }
    line.flush();
    blocked = backlog != null || !line.isWritable();
    tellRoom();
  }

  /// Closes the connection if it is too slow for one more fact.
  void deliver(Frame frame) {
    if (over) {
      return;
    }
    if (backlog == null && line.isWritable()) {
      line.write(frame);
      if (!unflushed) {
        unflushed = true;
        lane.written(this);
      }
    } else if (!queue().offer(frame)) {
      close(CloseReason.TOO_SLOW);
    }
  }

  /// Shows that the gateway lives. Who has not even read what came before does not need it.
  void deliverIfIdle(Frame frame) {
    if (backlog == null && line.isWritable()) {
      deliver(frame);
    } else {
      block();
    }
  }

  void flush() {
    unflushed = false;
    line.flush();
  }

  void forget(Topic topic) {
    if (backlog != null) {
      backlog.forget(topic);
    }
  }

  /// How long something has waited without anything being taken.
  long waitedNanos() {
    return blocked && !over ? lane.nanoTime() - blockedSinceNanos : 0;
  }

  /// Nothing more is delivered; what waits is dropped.
  void end() {
    over = true;
    lane.post(() -> {
      backlog = null;
      tellRoom();
    });
  }

  Lane lane() {
    return lane;
  }

  Set<Topic> topics() {
    return topics;
  }

  Instant expiresAt() {
    return expiresAt;
  }

  private @Nullable Frame poll() {
    if (backlog == null) {
      return null;
    }
    Frame frame = backlog.poll();
    if (backlog.isEmpty()) {
      backlog = null;
    }
    return frame;
  }

  private Backlog queue() {
    block();
    if (backlog == null) {
      backlog = new Backlog(bound);
    }
    return backlog;
  }

  private void block() {
    if (!blocked) {
      blocked = true;
      blockedSinceNanos = lane.nanoTime();
    }
  }

  private List<CompletableFuture<Void>> awaited() {
    if (roomAwaited == null) {
      roomAwaited = new ArrayList<>(1);
    }
    return roomAwaited;
  }

  private void tellRoom() {
    if (roomAwaited != null && (over || backlog == null || backlog.isRoomy())) {
      List<CompletableFuture<Void>> told = roomAwaited;
      roomAwaited = null;
      told.forEach(roomy -> roomy.complete(null));
    }
  }
}
