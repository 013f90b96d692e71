package id.antar.infra.chain;

import static java.nio.charset.StandardCharsets.UTF_8;

import id.antar.api.hash.Sha256;
import java.nio.ByteBuffer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One row of the event table, byte by byte.
///
/// @param values of [#COLUMNS], in their order
record RawEvent(long index, long sequence, List<byte @Nullable []> values) {
  static final List<String> COLUMNS =
      List.of(
          "event_id",
          "aggregate_type",
          "aggregate_id",
          "payload_type",
          "payload_revision",
          "recorded_at",
          "payload",
          "meta_data");

  private static final byte[] DOMAIN = "antar event chain 1\n".getBytes(UTF_8);
  private static final int ABSENT = -1;

  /// The chain's hash once this event is in it. Each value goes in behind its length, so that no
  /// two rows are the same bytes.
  byte[] chainedTo(byte[] before) {
    int size = DOMAIN.length + before.length + 2 * Long.BYTES;
    for (byte[] value : values) {
      size += Integer.BYTES + (value == null ? 0 : value.length);
    }
    ByteBuffer all = ByteBuffer.allocate(size).put(DOMAIN).put(before);
    all.putLong(index).putLong(sequence);
    for (byte[] value : values) {
      put(all, value);
    }
    return Sha256.of(all.array());
  }

  private static void put(ByteBuffer all, byte @Nullable [] value) {
    if (value == null) {
      all.putInt(ABSENT);
    } else {
      all.putInt(value.length).put(value);
    }
  }

  /// For the person who looks for it; holds nothing personal.
  String name() {
    return "event %d (%s of %s, sequence %d)".formatted(index, type(), text(2), sequence);
  }

  private String type() {
    String type = text(3);
    return type.substring(1 + Math.max(type.lastIndexOf('.'), type.lastIndexOf('$')));
  }

  private String text(int column) {
    byte[] value = values.get(column);
    return value == null ? "-" : new String(value, UTF_8);
  }
}
