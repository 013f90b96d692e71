package id.antar.load.client;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Reads positions that came as bytes, by the layout that the streams' protocol describes.
public final class BinaryFrames {

  private static final int POSITION = 1;
  private static final int CHANGES = 2;
  private static final int WHOLE = 3;

  private static final int HAS_HEADING = 1;
  private static final int HAS_SPEED = 2;
  private static final int STALE = 4;
  private static final int NAMED = 8;
  private static final int GONE = 16;

  private static final double PER_DEGREE = 1e6;
  private static final double CIRCLE = 360 / 256.0;

  private BinaryFrames() {}

  public sealed interface BinaryFrame {

    /// By the engine's clock, when it was made.
    Instant at();

    record Position(String orderId, String courierId, Instant at, Place place)
        implements BinaryFrame {}

    /// @param whole whether whoever is not told of is not there
    /// @param cell 0 for a zone
    record Positions(
        boolean whole, long cell, Instant at, List<Courier> couriers, List<Integer> gone)
        implements BinaryFrame {}
  }

  /// @param name absent if an earlier frame has told whom the number stands for
  public record Courier(int number, @Nullable String name, Place place) {}

  /// @param heading degrees
  /// @param speed metres per second
  public record Place(
      double latitude,
      double longitude,
      @Nullable Double heading,
      @Nullable Double speed,
      boolean stale,
      long ageMillis) {}

  /// Nothing if it is of a kind that this client does not know.
  public static Optional<BinaryFrame> read(ByteBuffer frame) {
    try {
      int kind = frame.get();
      return switch (kind) {
        case POSITION -> Optional.of(position(frame));
        case CHANGES, WHOLE -> Optional.of(positions(frame, kind == WHOLE));
        default -> Optional.empty();
      };
    } catch (BufferUnderflowException e) {
      throw new IllegalArgumentException("The frame ends too early.", e);
    }
  }

  private static BinaryFrame position(ByteBuffer in) {
    String order = text(in);
    String courier = text(in);
    Instant at = Instant.ofEpochMilli(in.getLong());
    return new BinaryFrame.Position(order, courier, at, place(in, in.get()));
  }

  private static BinaryFrame positions(ByteBuffer in, boolean whole) {
    long cell = in.getLong();
    Instant at = Instant.ofEpochMilli(in.getLong());
    var couriers = new ArrayList<Courier>();
    var gone = new ArrayList<Integer>();
    for (long left = varint(in); left > 0; left--) {
      int number = (int) varint(in);
      int flags = in.get();
      String name = (flags & NAMED) == 0 ? null : text(in);
      if ((flags & GONE) == 0) {
        couriers.add(new Courier(number, name, place(in, flags)));
      } else {
        gone.add(number);
      }
    }
    return new BinaryFrame.Positions(whole, cell, at, couriers, gone);
  }

  private static Place place(ByteBuffer in, int flags) {
    double latitude = in.getInt() / PER_DEGREE;
    double longitude = in.getInt() / PER_DEGREE;
    Double heading = (flags & HAS_HEADING) == 0 ? null : (in.get() & 0xFF) * CIRCLE;
    Double speed = (flags & HAS_SPEED) == 0 ? null : (in.get() & 0xFF) / 2.0;
    return new Place(latitude, longitude, heading, speed, (flags & STALE) != 0, varint(in));
  }

  private static String text(ByteBuffer in) {
    byte[] characters = new byte[in.get() & 0xFF];
    in.get(characters);
    return new String(characters, US_ASCII);
  }

  private static long varint(ByteBuffer in) {
    long value = 0;
    for (int shift = 0; shift < Long.SIZE; shift += 7) {
      byte next = in.get();
      value |= (long) (next & 0x7F) << shift;
      if (next >= 0) {
        return value;
      }
    }
    throw new IllegalArgumentException("A number in the frame has no end.");
  }
}
