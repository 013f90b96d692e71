package id.antar.gateway.stream.hub;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One message to clients, encoded once and shared by all who get it.
public final class Frame {

  private final byte[] json;
  private final String type;
  private final @Nullable String cursor;
  private final @Nullable Latest latest;
  private final long receivedNanos;

  /// Of these only the newest matters to a connection; an older one that still waits is replaced.
  public record Latest(String type, Topic topic) {}

  private Frame(
      String type,
      byte[] json,
      @Nullable String cursor,
      @Nullable Latest latest,
      long receivedNanos) {
    this.type = type;
    this.json = json;
    this.cursor = cursor;
    this.latest = latest;
    this.receivedNanos = receivedNanos;
  }

  /// A fact or an answer: never dropped, never replaced.
  ///
  /// @param cursor with which a client goes on after it, if it has one
  public static Frame lasting(String type, byte[] json, @Nullable String cursor) {
    return new Frame(type, json, cursor, null, 0);
  }

  /// Something that is true for a moment.
  ///
  /// @param receivedNanos when the engine learned of it, by `System.nanoTime()`; 0 if that is not
  ///   to be measured
  public static Frame momentary(String type, byte[] json, Topic topic, long receivedNanos) {
    return new Frame(type, json, null, new Latest(type, topic), receivedNanos);
  }

  public String type() {
    return type;
  }

  public Optional<String> cursor() {
    return Optional.ofNullable(cursor);
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
