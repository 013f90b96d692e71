package id.antar.gateway.stream.hub;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One message to clients, encoded once and shared by all who get it.
public final class Frame {

  /// The cursor of a message that is not a fact.
  public static final long NO_CURSOR = -1;

  private final byte[] json;
  private final String type;
  private final long cursor;
  private final @Nullable Latest latest;
  private final long receivedNanos;

  /// Of these only the newest matters to a connection; an older one that still waits is replaced.
  public record Latest(String type, Topic topic) {}

  private Frame(
      String type, byte[] json, long cursor, @Nullable Latest latest, long receivedNanos) {
    this.type = type;
    this.json = json;
    this.cursor = cursor;
    this.latest = latest;
    this.receivedNanos = receivedNanos;
  }

  /// A fact or an answer: never dropped, never replaced.
  public static Frame lasting(String type, byte[] json, long cursor) {
    return new Frame(type, json, cursor, null, 0);
  }

  /// Something that is true for a moment.
  ///
  /// @param receivedNanos when the engine learned of it, by `System.nanoTime()`; 0 if that is not
  ///   to be measured
  public static Frame momentary(String type, byte[] json, Topic topic, long receivedNanos) {
    return new Frame(type, json, NO_CURSOR, new Latest(type, topic), receivedNanos);
  }

  public String type() {
    return type;
  }

  public long cursor() {
    return cursor;
  }

  /// The shared bytes themselves, which nobody may change.
  public byte[] bytes() {
    return json;
  }

  Optional<Latest> latest() {
    return Optional.ofNullable(latest);
  }

  long receivedNanos() {
    return receivedNanos;
  }

  @Override
  public String toString() {
    return new String(json, UTF_8);
  }
}
