package id.antar.load.client;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// All facts that one person's stream has told on one topic, from the first `subscribed` on, over
/// however many connections.
public final class Told {

  /// @param subject the order or the assignment
  public record Fact(String type, String event, String subject, Instant recordedAt) {}

  private final Actor actor;
  private final String topic;
  private final List<Fact> facts = new ArrayList<>();
  private @Nullable String from;
  private @Nullable String to;

  public Told(Actor actor, String topic) {
    this.actor = actor;
    this.topic = topic;
  }

  public Actor actor() {
    return actor;
  }

  public String topic() {
    return topic;
  }

  public synchronized List<Fact> facts() {
    return List.copyOf(facts);
  }

  /// The cursor it began with; absent if it never did.
  public synchronized @Nullable String from() {
    return from;
  }

  /// The cursor it came to.
  public synchronized @Nullable String to() {
    return to;
  }

  /// What comes before it has begun belongs to somebody's earlier interest in the topic.
  public synchronized void hear(Frame frame) {
    String cursor = frame.cursor();
    if (cursor == null || (from == null && !frame.is("subscribed"))) {
      return;
    }
    if (from == null) {
      from = cursor;
    }
    to = cursor;
    String event = frame.event();
    String subject = frame.is("assignment") ? frame.assignmentId() : frame.orderId();
    Instant recordedAt = frame.recordedAt();
    if (event != null && subject != null && recordedAt != null) {
      facts.add(new Fact(frame.type(), event, subject, recordedAt));
    }
  }
}
