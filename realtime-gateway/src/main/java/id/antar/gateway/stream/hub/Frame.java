package id.antar.gateway.stream.hub;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// One message to clients, encoded once in each form that somebody wants, and shared by all who get
/// it.
public final class Frame {

  private static final int TEXT = 0x81;
  private static final int BINARY = 0x82;

  private final Once<byte[]> text;
  private final @Nullable Once<byte[]> binary;
  private final @Nullable Once<Frame> whole;
  private final String type;
  private final @Nullable String cursor;
  private final @Nullable Latest latest;
  private final long receivedNanos;

  /// Of these only the newest matters to a connection; an older one that still waits is replaced.
  public record Latest(String type, Topic topic) {}

  private Frame(
      String type,
      Once<byte[]> text,
      @Nullable Once<byte[]> binary,
      @Nullable Once<Frame> whole,
      @Nullable String cursor,
      @Nullable Latest latest,
      long receivedNanos) {
    this.type = type;
    this.text = text;
    this.binary = binary;
    this.whole = whole;
    this.cursor = cursor;
    this.latest = latest;
    this.receivedNanos = receivedNanos;
  }

  /// A fact or an answer: never dropped, never replaced.
  ///
  /// @param cursor with which a client goes on after it, if it has one
  public static Frame lasting(String type, byte[] json, @Nullable String cursor) {
    return new Frame(type, message(TEXT, () -> json), null, null, cursor, null, 0);
  }

  /// Something that is true for a moment.
  ///
  /// @param json made only if somebody wants it; must not depend on when
  /// @param receivedNanos when the engine learned of it, by `System.nanoTime()`; 0 if that is not
  ///   to be measured
  public static Frame momentary(
      String type, Supplier<byte[]> json, Topic topic, long receivedNanos) {
    var latest = new Latest(type, topic);
    return new Frame(type, message(TEXT, json), null, null, null, latest, receivedNanos);
  }

  /// The same, with a form for clients that prefer bytes.
  public Frame withBinary(Supplier<byte[]> bytes) {
    return new Frame(type, text, message(BINARY, bytes), whole, cursor, latest, receivedNanos);
  }

  /// The same, as one that tells what changed. Whoever has not got the one before needs `all`.
  public Frame orWhole(Supplier<Frame> all) {
    return new Frame(type, text, binary, new Once<>(all), cursor, latest, receivedNanos);
  }

  public String type() {
    return type;
  }

  public Optional<String> cursor() {
    return Optional.ofNullable(cursor);
  }

  /// The JSON text.
  public String text() {
    byte[] message = text.get();
    int header = headerLength(message);
    return new String(message, header, message.length - header, UTF_8);
  }

  /// The shared bytes of the whole WebSocket message, header included, which nobody may change.
  ///
  /// @param preferBinary whether the client chose the binary form
  public byte[] message(boolean preferBinary) {
    return preferBinary && binary != null ? binary.get() : text.get();
  }

  /// What to send in place of this where an older one still waits.
  Frame whole() {
    return whole == null ? this : whole.get();
  }

  @Nullable Latest latest() {
    return latest;
  }

  long receivedNanos() {
    return receivedNanos;
  }

  @Override
  public String toString() {
    return text();
  }

  /// A whole, unmasked message as RFC 6455 frames it.
  private static Once<byte[]> message(int opcode, Supplier<byte[]> payload) {
    return new Once<>(() -> message(opcode, payload.get()));
  }

  private static byte[] message(int opcode, byte[] payload) {
    int length = payload.length;
    int header = length < 126 ? 2 : length <= 0xFFFF ? 4 : 10;
    byte[] message = new byte[header + length];
    message[0] = (byte) opcode;
    message[1] = (byte) (header == 2 ? length : header == 4 ? 126 : 127);
    for (int i = header - 1, rest = length; i >= 2; i--, rest >>>= 8) {
      message[i] = (byte) rest;
    }
    System.arraycopy(payload, 0, message, header, length);
    return message;
  }

  private static int headerLength(byte[] message) {
    return switch (message[1]) {
      case 126 -> 4;
      case 127 -> 10;
      default -> 2;
    };
  }
}
