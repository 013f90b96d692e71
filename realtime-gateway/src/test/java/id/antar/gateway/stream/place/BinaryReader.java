package id.antar.gateway.stream.place;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Reads binary frames as the protocol describes them, knowing nothing of the writer.
final class BinaryReader {

  private final ByteBuffer in;

  private BinaryReader(byte[] frame) {
    this.in = ByteBuffer.wrap(frame);
  }

  record Place(
      double latitude,
      double longitude,
      @Nullable Double heading,
      @Nullable Double speed,
      long ageMillis,
      boolean stale) {}

  record Entry(long number, @Nullable String name, boolean gone, @Nullable Place place) {
    Place where() {
      return Objects.requireNonNull(place);
    }
  }

  record Position(String order, String courier, Instant at, Place place) {}

  record Positions(boolean whole, long cell, Instant at, List<Entry> entries) {}

  static Position position(byte[] frame) {
    var reader = new BinaryReader(frame);
    reader.expect(1);
    var read =
        new Position(
            reader.text(), reader.text(), reader.time(), reader.place(reader.in.get() & 0xFF));
    reader.expectEnd();
    return read;
  }

  static Positions positions(byte[] frame) {
    var reader = new BinaryReader(frame);
    int kind = reader.in.get();
    long cell = reader.in.getLong();
    Instant at = reader.time();
    var entries = new ArrayList<Entry>();
    for (long left = reader.varint(); left > 0; left--) {
      entries.add(reader.entry());
    }
    reader.expectEnd();
    return new Positions(kind == 3, cell, at, entries);
  }

  private Entry entry() {
    long number = varint();
    int flags = in.get() & 0xFF;
    String name = (flags & 8) == 0 ? null : text();
    boolean gone = (flags & 16) != 0;
    return new Entry(number, name, gone, gone ? null : place(flags));
  }

  private Place place(int flags) {
    double latitude = in.getInt() / 1e6;
    double longitude = in.getInt() / 1e6;
    Double heading = (flags & 1) == 0 ? null : (in.get() & 0xFF) * 360 / 256.0;
    Double speed = (flags & 2) == 0 ? null : (in.get() & 0xFF) / 2.0;
    return new Place(latitude, longitude, heading, speed, varint(), (flags & 4) != 0);
  }

  private Instant time() {
    return Instant.ofEpochMilli(in.getLong());
  }

  private String text() {
    byte[] characters = new byte[in.get() & 0xFF];
    in.get(characters);
    return new String(characters, US_ASCII);
  }

  private long varint() {
    long value = 0;
    for (int shift = 0; ; shift += 7) {
      byte next = in.get();
      value |= (long) (next & 0x7F) << shift;
      if (next >= 0) {
        return value;
      }
    }
  }

  private void expect(int kind) {
    int found = in.get();
    if (found != kind) {
      throw new AssertionError("A frame of kind " + found + ", not " + kind);
    }
  }

  private void expectEnd() {
    if (in.hasRemaining()) {
      throw new AssertionError(in.remaining() + " bytes are left over.");
    }
  }
}
