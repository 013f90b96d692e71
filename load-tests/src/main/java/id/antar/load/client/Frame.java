package id.antar.load.client;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What comes over a stream: an order or assignment event, what is said, a position, an ETA, a
/// problem, a heartbeat. Which fields are there depends on the type.
public record Frame(
    String type,
    @Nullable String topic,
    @Nullable String cursor,
    @Nullable String event,
    @Nullable String orderId,
    @Nullable String stage,
    @Nullable String assignmentId,
    @Nullable String courierId,
    @Nullable List<String> orderIds,
    @Nullable List<Stop> stops,
    @Nullable Instant readyAt,
    @Nullable Instant expiresAt,
    @Nullable Instant occurredAt,
    @Nullable Instant recordedAt,
    @Nullable String author,
    @Nullable String text,
    @Nullable String messageId,
    @Nullable String code,
    @Nullable String detail) {

  /// A stop as an event tells it: without its place.
  public record Stop(String kind, String orderId) {}

  public boolean is(String frameType) {
    return type.equals(frameType);
  }

  public boolean tells(String eventName) {
    return eventName.equals(event);
  }
}
