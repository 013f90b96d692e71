package id.antar.gateway.stream.hub;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// One message to clients, encoded once in each form that somebody wants, and shared by all who get
/// it.
public final class Frame {

  /// The cursor of a message that is not a fact.
  public static final long NO_CURSOR = -1;

  private final Once<byte[]> json;
  private final @Nullable Once<byte[]> binary;
  private final @Nullable Once<Frame> whole;
  private final String type;
  private final long cursor;
  private final @Nullable Latest latest;
  private final long receivedNanos;

  /// Of these only the newest matters to a connection; an older one that still waits is replaced.
  public record Latest(String type, Topic topic) {}

  private Frame(
      String type,
      Once<byte[]> json,
      @Nullable Once<byte[]> binary,
      @Nullable Once<Frame> whole,
      long cursor,
      @Nullable Latest latest,
      long receivedNanos) {
    this.type = type;
    this.json = json;
    this.binary = binary;
    this.whole = whole;
    this.cursor = cursor;
    this.latest = latest;
    this.receivedNanos = receivedNanos;
  }

  /// A fact or an answer: never dropped, never replaced.
  public static Frame lasting(String type, byte[] json, long cursor) {
    return new Frame(type, new Once<>(() -> json), null, null, cursor, null, 0);
  }

  /// Something that is true for a moment.
  ///
  /// @param receivedNanos when the engine learned of it, by `System.nanoTime()`; 0 if that is not
  ///   to be measured
  public static Frame momentary(String type, byte[] json, Topic topic, long receivedNanos) {
    return momentary(type, () -> json, topic, receivedNanos);
  }

  /// The same, for text that is made only if somebody wants it. It must not depend on when.
  public static Frame momentary(
      String type, Supplier<byte[]> json, Topic topic, long receivedNanos) {
    var latest = new Latest(type, topic);
    return new Frame(type, new Once<>(json), null, null, NO_CURSOR, latest, receivedNanos);
  }

  /// The same, with a form for clients that prefer bytes.
  public Frame withBinary(Supplier<byte[]> bytes) {
    return new Frame(type, json, new Once<>(bytes), whole, cursor, latest, receivedNanos);
  }

  /// The same, as one that tells what changed. Whoever has not got the one before needs `all`.
  public Frame orWhole(Supplier<Frame> all) {
    return new Frame(type, json, binary, new Once<>(all), cursor, latest, receivedNanos);
  }

  public String type() {
    return type;
  }

  public long cursor() {
    return cursor;
  }

  /// The shared bytes themselves, which nobody may change.
  public byte[] bytes() {
    return json.get();
  }

  /// Likewise; absent where there is JSON alone.
  public Optional<byte[]> binary() {
    return Optional.ofNullable(binary).map(Once::get);
  }

  /// What to send in place of this where an older one still waits.
  Frame whole() {
    return whole == null ? this : whole.get();
  }

  Optional<Latest> latest() {
    return Optional.ofNullable(latest);
  }

  long receivedNanos() {
    return receivedNanos;
  }

  @Override
  public String toString() {
    return new String(bytes(), UTF_8);
  }
}
